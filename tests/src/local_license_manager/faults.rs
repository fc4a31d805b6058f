//! What can be told to go wrong, and in which calls.

use std::collections::VecDeque;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, Response};
use http_body_util::channel::{Channel, Sender};

use super::service::Service;
use super::service_error::ServiceError;
use crate::local_server::{Connection, with_status};

/// Something that goes wrong with one call.
///
/// Faults happen to requests whose signature is right. They come before the input is validated,
/// and those that need no answer of the operation keep it from being carried out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// The service answers with an error instead.
    Error(ServiceError),
    /// The answer is this HTTP status with an empty body, e.g. 500, 503 or 200.
    EmptyBody(u16),
    /// The answer is this HTTP status with a page of HTML, as a proxy gives it.
    Html(u16),
    /// The connection closes before anything is done.
    Disconnect,
    /// The operation is carried out, but the connection closes before its answer.
    LostAnswer,
    /// The operation is carried out, but the connection closes amid the body of its answer.
    CutBody,
    /// The operation is carried out, but its answer is JSON that stops halfway.
    TruncatedJson,
    /// The operation is carried out after this long.
    Delay(Duration),
    /// The operation is carried out, but the second half of its answer comes this much later.
    SlowBody(Duration),
    /// The operation is carried out by a later version of the service: its answer has members,
    /// and values of enums, that the model does not know.
    LaterVersion,
}

/// The faults to come, each for some calls of one operation or of any.
#[derive(Debug, Default)]
pub(super) struct FaultPlan {
    planned: Mutex<VecDeque<Planned>>,
}

#[derive(Debug)]
struct Planned {
    operation: Option<String>,
    times: usize,
    fault: Fault,
}

impl FaultPlan {
    /// Adds a fault after those already planned.
    pub(super) fn add(&self, operation: Option<&str>, times: usize, fault: Fault) {
        let operation = operation.map(str::to_owned);
        self.lock().push_back(Planned {
            operation,
            times,
            fault,
        });
    }

    /// The fault that befalls this call of an operation, which is then used up.
    pub(super) fn take(&self, operation: &str) -> Option<Fault> {
        let mut planned = self.lock();
        planned.retain(|next| next.times > 0);
        let next = planned.iter_mut().find(|next| {
            next.operation
                .as_deref()
                .is_none_or(|only| only == operation)
        })?;
        next.times -= 1;
        Some(next.fault.clone())
    }

    /// Plans nothing any more.
    pub(super) fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Planned>> {
        self.planned.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl From<ServiceError> for Fault {
    fn from(error: ServiceError) -> Self {
        Self::Error(error)
    }
}

impl Fault {
    /// The response that the client gets; `call` carries the operation out.
    pub(super) async fn befall(
        self,
        service: &Service,
        operation: &str,
        connection: &Connection,
        call: impl FnOnce() -> Response<Vec<u8>>,
    ) -> Response<Body> {
        let whole = match self {
            Self::Error(error) => service.refuse(&error),
            Self::EmptyBody(status) => with_status(status, Vec::new()),
            Self::Html(status) => page(status),
            Self::Disconnect => {
                connection.sever();
                Response::default()
            }
            Self::LostAnswer => {
                let lost = call();
                connection.sever();
                lost
            }
            Self::TruncatedJson => call().map(|body| first_half(&body).to_vec()),
            Self::Delay(delay) => {
                tokio::time::sleep(delay).await;
                call()
            }
            Self::LaterVersion => service.model.later_response(operation, call()),
            Self::SlowBody(pause) => return in_halves(call(), Second::After(pause)),
            Self::CutBody => return in_halves(call(), Second::Never),
        };
        whole.map(Body::from)
    }
}

fn page(status: u16) -> Response<Vec<u8>> {
    let page = b"<html><body><h1>Try again later</h1></body></html>";
    let mut response = with_status(status, page.to_vec());
    let media_type = HeaderValue::from_static("text/html");
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    response
}

fn first_half(body: &[u8]) -> &[u8] {
    &body[..body.len() / 2]
}

/// What becomes of the second half of a body.
enum Second {
    After(Duration),
    Never,
}

/// A response whose body is sent in two halves, of which the second may never come.
fn in_halves(response: Response<Vec<u8>>, second: Second) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    // The length is announced, so that a client can tell a cut body from a complete one.
    parts
        .headers
        .insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    let (sender, channel) = Channel::new(1);
    tokio::spawn(send_halves(sender, Bytes::from(body), second));
    Response::from_parts(parts, Body::new(channel))
}

async fn send_halves(mut sender: Sender<Bytes, io::Error>, mut body: Bytes, second: Second) {
    /// Enough for the first half to leave this machine before the connection closes.
    const FLUSH: Duration = Duration::from_millis(20);

    let first = body.split_to(first_half(&body).len());
    // A client that has gone away needs no second half.
    if sender.send_data(first).await.is_err() {
        return;
    }
    match second {
        Second::After(pause) => {
            tokio::time::sleep(pause).await;
            let _ = sender.send_data(body).await;
        }
        Second::Never => {
            tokio::time::sleep(FLUSH).await;
            sender.abort(io::ErrorKind::ConnectionAborted.into());
        }
    }
}
