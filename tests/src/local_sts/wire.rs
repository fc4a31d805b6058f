//! awsQuery from the server's side: what a request must look like, how results and errors are
//! written.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>

use std::collections::BTreeMap;

use axum::body::Body;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderValue, Method, Response, StatusCode};

use super::sts_error::StsError;

const VERSION: &str = "2011-06-15";
const NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";

/// The parameters of a request, but for `Action` and `Version`.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) action: String,
    parameters: BTreeMap<String, String>,
}

impl Form {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// `InvalidAction` where the request is not one of the protocol, or is for another version of
    /// the service; `ValidationError` where it has a parameter twice.
    pub(super) fn read(request: &Parts, body: &[u8]) -> Result<Self, StsError> {
        let media_type = request.headers.get(CONTENT_TYPE);
        let media_type = media_type.and_then(|value| value.to_str().ok());
        let is_query = request.method == Method::POST
            && request.uri.path() == "/"
            && media_type == Some("application/x-www-form-urlencoded");
        if !is_query {
            let message = "a call is a POST of application/x-www-form-urlencoded to /";
            return Err(StsError::invalid_action(message));
        }
        let mut parameters = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(body) {
            if parameters
                .insert(name.into_owned(), value.into_owned())
                .is_some()
            {
                return Err(StsError::validation("a parameter is there twice"));
            }
        }
        let action = parameters.remove("Action").unwrap_or_default();
        if parameters.remove("Version").as_deref() != Some(VERSION) {
            let message = format!("Version must be {VERSION}");
            return Err(StsError::invalid_action(message));
        }
        Ok(Self { action, parameters })
    }

    /// Takes a parameter out.
    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        self.parameters.remove(name)
    }

    /// Takes a parameter out that a call cannot do without.
    ///
    /// # Errors
    /// `ValidationError` where it is not there.
    pub(super) fn require(&mut self, name: &str) -> Result<String, StsError> {
        self.take(name)
            .ok_or_else(|| StsError::validation(format!("{name} must be there")))
    }

    /// Checks that nothing has been left: what is misspelt would be missed in silence.
    ///
    /// # Errors
    /// `ValidationError` where there is another parameter.
    pub(super) fn finish(self) -> Result<(), StsError> {
        match self.parameters.into_keys().next() {
            Some(name) => Err(StsError::validation(format!(
                "there is no parameter {name}"
            ))),
            None => Ok(()),
        }
    }
}

/// An element that has elements in it.
pub(super) fn element(name: &str, content: &[String]) -> String {
    format!("<{name}>{}</{name}>", content.concat())
}

/// An element that has text in it.
pub(super) fn text(name: &str, text: &str) -> String {
    element(name, &[escaped(text)])
}

fn escaped(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    escaped.replace('>', "&gt;").replace('"', "&quot;")
}

/// The response that carries the result of an operation, or an error.
pub(super) fn response(
    operation: &str,
    answer: Result<Vec<String>, StsError>,
    request_id: &str,
) -> Response<Body> {
    let request_id = text("RequestId", request_id);
    let (status, root, content) = match answer {
        Ok(members) => {
            let result = element(&format!("{operation}Result"), &members);
            let metadata = element("ResponseMetadata", &[request_id]);
            let root = format!("{operation}Response");
            (StatusCode::OK, root, [result, metadata])
        }
        Err(StsError {
            status,
            code,
            message,
        }) => {
            let members = [
                text("Type", "Sender"),
                text("Code", code),
                text("Message", &message),
            ];
            let error = element("Error", &members);
            (status, "ErrorResponse".to_owned(), [error, request_id])
        }
    };
    let content = content.concat();
    let document = format!("<{root} xmlns=\"{NAMESPACE}\">{content}</{root}>");
    let mut response = Response::new(Body::from(document));
    *response.status_mut() = status;
    let media_type = HeaderValue::from_static("text/xml");
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    response
}
