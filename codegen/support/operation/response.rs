//! Responses, over whichever HTTP types a caller has.

use std::fmt;

use super::Operation;

/// Whether a status code is one of success, where the model states this one.
#[inline]
pub(crate) fn is_success(status: u16, stated: u16) -> bool {
    (200..300).contains(&status) || status == stated
}

/// An HTTP response that has been read to its end.
#[derive(Clone, Copy)]
pub struct Response<'a> {
    status: u16,
    headers: &'a dyn Headers,
    body: &'a [u8],
    /// The request id, where it does not stand in a header.
    request_id: Option<&'a str>,
}

impl<'a> Response<'a> {
    /// A response of these parts.
    #[inline]
    pub fn new(status: u16, headers: &'a dyn Headers, body: &'a [u8]) -> Self {
        Self {
            status,
            headers,
            body,
            request_id: None,
        }
    }

    /// The same response, of which the protocol found this request id in the body, if any. It counts
    /// before those in headers.
    pub fn with_request_id(self, id: impl Into<Option<&'a str>>) -> Self {
        Self {
            request_id: id.into().or(self.request_id),
            ..self
        }
    }

    // needed by: initial responses
    /// The same response with another body.
    #[inline]
    pub fn with_body(self, body: &'a [u8]) -> Self {
        Self { body, ..self }
    }

    /// The HTTP status code.
    #[inline]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Whether this is a success of the operation `O`: the status code is one of 200 to 299, or
    /// the one that the model states.
    #[inline]
    pub fn is_success_of<O: Operation>(&self) -> bool {
        is_success(self.status, O::SUCCESS)
    }

    /// The first value of a header, by its name in any case; `None` where it is absent or not
    /// UTF-8.
    #[inline]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.get(name)
    }

    /// All values of a header, by its name in any case. What is not UTF-8 is left out.
    #[inline]
    pub fn lines(&self, name: &str) -> Vec<&'a str> {
        self.headers.lines(name)
    }

    /// All headers with their values, a pair for each value. What is not UTF-8 is left out.
    #[inline]
    pub fn all_headers(&self) -> Vec<(&'a str, &'a str)> {
        self.headers.all()
    }

    /// The whole body.
    #[inline]
    pub fn body(&self) -> &'a [u8] {
        self.body
    }

    // needed by: extended request ids
    /// The other id that AWS asks for where it looks for this call.
    #[inline]
    pub fn extended_request_id(&self) -> Option<&'a str> {
        self.header("x-amz-id-2")
    }

    /// The id under which AWS can find this call.
    #[inline]
    pub fn request_id(&self) -> Option<&'a str> {
        self.request_id
            .or_else(|| self.header("x-amzn-requestid"))
            .or_else(|| self.header("x-amz-request-id"))
            .or_else(|| self.header("x-amzn-request-id"))
    }
}

impl<'a, B: AsRef<[u8]>> From<&'a http::Response<B>> for Response<'a> {
    fn from(response: &'a http::Response<B>) -> Self {
        Self::new(
            response.status().as_u16(),
            response.headers(),
            response.body().as_ref(),
        )
    }
}

impl fmt::Debug for Response<'_> {
    /// Leaves the body out: it may hold what must not reach a log.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("request_id", &self.request_id())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

/// A look-up of header values, over whichever HTTP types a caller has.
pub trait Headers {
    /// The first value of a header, by its name in any case.
    fn get(&self, name: &str) -> Option<&str>;

    /// All headers with their values, a pair for each value.
    fn all(&self) -> Vec<(&str, &str)>;

    /// All values of a header, by its name in any case. Members ask for many that are not there.
    fn lines(&self, name: &str) -> Vec<&str> {
        let mut lines = self.all();
        lines.retain(|(other, _)| other.eq_ignore_ascii_case(name));
        lines.into_iter().map(|(_, value)| value).collect()
    }
}

impl Headers for http::HeaderMap {
    #[inline]
    fn get(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(http::HeaderMap::get(self, name)?.as_bytes()).ok()
    }

    #[inline]
    fn all(&self) -> Vec<(&str, &str)> {
        let mut all = Vec::with_capacity(self.len());
        for (name, value) in self {
            if let Ok(text) = std::str::from_utf8(value.as_bytes()) {
                all.push((name.as_str(), text));
            }
        }
        all
    }
    #[inline]
    fn lines(&self, name: &str) -> Vec<&str> {
        let values = self.get_all(name).iter();
        let lines = values.map(|value| std::str::from_utf8(value.as_bytes()));
        lines.filter_map(Result::ok).collect()
    }
}
