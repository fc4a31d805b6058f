//! Requests, as a double gets them.

use super::percent_decoded::parameters;
use crate::support::operation::Response;

/// A request that has been read to its end.
#[derive(Clone, Debug)]
pub struct Request {
    /// Method, URI and headers.
    pub head: http::request::Parts,
    /// The whole body.
    pub body: Vec<u8>,
    /// The path, with what stands in the host for its beginning.
    path: String,
    /// All parameters of the query; `None` where one of them is not UTF-8.
    parameters: Option<Vec<(String, String)>>,
    /// The texts in the path that are labels of its operation, in their order.
    pub(crate) labels: Vec<String>,
    // needed by: events to send
    /// The events that are still to come.
    #[cfg(feature = "client")]
    pub(super) stream: Option<super::open::Stream>,
}

impl Request {
    #[inline]
    pub(crate) fn new(request: http::Request<Vec<u8>>) -> Self {
        let (head, body) = request.into_parts();
        Self {
            path: head.uri.path().to_owned(),
            parameters: parameters(head.uri.query().unwrap_or_default()),
            head,
            body,
            labels: Vec::new(),
            // needed by: events to send
            #[cfg(feature = "client")]
            stream: None,
        }
    }

    // needed by: labels in hosts
    /// Puts what stands in the host before the service's name there, if anything does, before the path:
    /// endpoints have it in either.
    #[inline]
    pub(crate) fn take_label_of_host(&mut self, service: Option<&str>) {
        let host = self.head.uri.host().or_else(|| self.header("host"));
        let (Some(host), Some(service)) = (host, service) else {
            return;
        };
        let is_service = |label: &str| {
            let rest = label.strip_prefix(service);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let labels: Vec<&str> = host.split('.').collect();
        let place = labels.iter().position(|label| is_service(label));
        if let Some(place) = place.filter(|place| *place > 0) {
            self.path = format!("/{}{}", labels[..place].join("."), self.path);
        }
    }

    /// A header; `None` where it is absent or not UTF-8.
    #[inline]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.message().header(name)
    }

    /// The headers and the body, as what reads those of responses takes them.
    #[inline]
    pub fn message(&self) -> Response<'_> {
        Response::new(200, &self.head.headers, &self.body)
    }

    /// The path of the URI, with what stands in the host for its beginning.
    #[inline]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether the query is UTF-8, which it has to be.
    #[inline]
    pub fn has_readable_query(&self) -> bool {
        self.parameters.is_some()
    }

    /// All parameters of the query, in their order.
    #[inline]
    pub fn parameters(&self) -> &[(String, String)] {
        self.parameters.as_deref().unwrap_or_default()
    }

    /// The values that the query has under this name.
    #[inline]
    pub fn query(&self, name: &str) -> Vec<&str> {
        let called = self.parameters().iter().filter(|(other, _)| other == name);
        called.map(|(_, value)| value.as_str()).collect()
    }

    /// Whether the query has anything under this name.
    #[inline]
    pub fn has_query(&self, name: &str) -> bool {
        !self.query(name).is_empty()
    }
}
