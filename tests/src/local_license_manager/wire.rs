//! awsJson1_1 from the server's side: what a request must look like, how outputs and errors
//! are written.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>

use axum::body::Bytes;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Response, StatusCode};
use serde_json::{Value, json};

use super::model::Model;
use super::service_error::ServiceError;

const MEDIA_TYPE: &str = "application/x-amz-json-1.1";
const TARGET: &str = "x-amz-target";

/// What an operation answers: the members of its output, or an error.
pub(super) type Answer = Result<Value, ServiceError>;

/// The operation that a request calls.
///
/// # Errors
/// `UnknownOperationException` where the request is not one of the protocol, or its target is
/// not an operation of the service.
pub(super) fn operation<'a>(request: &'a Parts, model: &Model) -> Result<&'a str, ServiceError> {
    let header = |name| {
        request
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let is_awsjson = request.method == Method::POST
        && request.uri.path() == "/"
        && header(CONTENT_TYPE.as_str()) == Some(MEDIA_TYPE);
    header(TARGET)
        .filter(|_| is_awsjson)
        .and_then(|target| model.operation(target))
        .ok_or_else(|| {
            let message = "a call is a POST of application/x-amz-json-1.1 to /, with an operation \
                           of this service as its X-Amz-Target";
            ServiceError::new("UnknownOperationException", message)
        })
}

/// The members in a request's body.
///
/// # Errors
/// `SerializationException` where the body is not a JSON object. An empty one stands for `{}`.
pub(super) fn input(body: &Bytes) -> Result<Value, ServiceError> {
    if body.is_empty() {
        return Ok(json!({}));
    }
    match serde_json::from_slice(body) {
        Ok(input @ Value::Object(_)) => Ok(input),
        Ok(_) => Err("the body must be a JSON object".to_owned()),
        Err(error) => Err(format!("the body is not JSON: {error}")),
    }
    .map_err(|problem| ServiceError::new("SerializationException", problem))
}

/// The response that carries an answer.
pub(super) fn response(answer: Answer, model: &Model) -> Response<Vec<u8>> {
    match answer {
        Ok(output) => with_body(StatusCode::OK, MEDIA_TYPE, output.to_string().into_bytes()),
        Err(error) => error_response(&error, model),
    }
}

/// A response with this body.
pub(super) fn with_body(
    status: StatusCode,
    media_type: &'static str,
    body: Vec<u8>,
) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let media_type = HeaderValue::from_static(media_type);
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    response
}

/// The HTTP status with this number; 500 where there is no such status.
pub(super) fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn error_response(error: &ServiceError, model: &Model) -> Response<Vec<u8>> {
    let stated = error.status.or_else(|| model.error_status(&error.code));
    let status = status(stated.unwrap_or(400));
    let (headers, body) = error.write(model.namespace());
    let mut response = with_body(status, MEDIA_TYPE, body.to_string().into_bytes());
    for (name, text) in headers {
        set_header(&mut response, name, &text);
    }
    response
}

/// Sets a header of a response. Text that cannot stand in a header leaves it out.
pub(super) fn set_header<B>(response: &mut Response<B>, name: HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        response.headers_mut().insert(name, value);
    }
}
