//! What happens to a request: it is logged, looked at, and answered by the double of the service.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::Body;
use axum::extract::State;
use generated::double::Double;
use generated::sts::Sts;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{Method, Request, Response};

use super::assume_role::Sessions;
use super::sts_error::Refusal;
use super::web_identity::IdentityProvider;
use crate::local_license_manager::ReceivedRequest;
use crate::local_license_manager::service::{Service as LicenseManager, lock};
use crate::local_server::{RequestIds, in_memory, received, with_status};

/// The largest body that is read: a token has 20,000 characters at most.
const MAX_BODY: usize = 128 * 1024;

/// All that the server and its handle share.
pub(super) struct Service {
    sessions: Arc<Sessions>,
    double: Double<Sts>,
    requests: Mutex<Vec<ReceivedRequest>>,
}

impl Service {
    pub(super) fn new(license_manager: Arc<LicenseManager>, provider: IdentityProvider) -> Self {
        let sessions = Arc::new(Sessions::new(license_manager, provider));
        let ids = RequestIds::default();
        let double = Arc::clone(&sessions).double();
        Self {
            sessions,
            double: double.request_ids(move || ids.next()),
            requests: Mutex::default(),
        }
    }

    pub(super) fn requests(&self) -> MutexGuard<'_, Vec<ReceivedRequest>> {
        lock(&self.requests)
    }

    pub(super) fn lost_provider(&self) -> MutexGuard<'_, usize> {
        self.sessions.lost_provider()
    }

    fn answer(&self, head: Parts, body: Vec<u8>) -> Response<Vec<u8>> {
        self.requests().push(ReceivedRequest::new(&head, &body));
        if !is_call(&head) {
            let message = "a call is a POST of application/x-www-form-urlencoded to /";
            return self.refuse(&Refusal::invalid_action(message));
        }
        match self.double.answer(Request::from_parts(head, body)) {
            Ok(response) => in_memory(response),
            Err(unanswered) => self.refuse(&unanswered.into()),
        }
    }

    fn refuse(&self, refusal: &Refusal) -> Response<Vec<u8>> {
        let Refusal {
            status,
            code,
            message,
        } = refusal;
        let refusal = self.double.refusal(*status, code, message);
        refusal.map_or_else(|_| with_status(500, Vec::new()), in_memory)
    }
}

/// Whether a request looks as the protocol has it, on which its double does not insist.
///
/// <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>
fn is_call(head: &Parts) -> bool {
    let media_type = head.headers.get(CONTENT_TYPE);
    head.method == Method::POST
        && head.uri.path() == "/"
        && media_type.is_some_and(|value| value == "application/x-www-form-urlencoded")
}

/// Receives a request over HTTP and answers it.
pub(super) async fn handle(
    State(service): State<Arc<Service>>,
    request: Request<Body>,
) -> Response<Body> {
    let response = match received(request, MAX_BODY).await {
        Ok((head, body)) => service.answer(head, body),
        Err(error) => service.refuse(&Refusal::validation(error.to_string())),
    };
    response.map(Body::from)
}
