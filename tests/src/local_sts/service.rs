//! What happens to a request: it is logged, read, and answered.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Response};

use super::assume_role;
use super::sts_error::StsError;
use super::web_identity::IdentityProvider;
use super::wire::{self, Form};
use crate::local_license_manager::ReceivedRequest;
use crate::local_license_manager::service::{Service as LicenseManager, lock};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// The only operation.
const OPERATION: &str = "AssumeRoleWithWebIdentity";

/// The largest body that is read: a token has 20,000 characters at most.
const MAX_BODY: usize = 128 * 1024;

/// All that the server and its handle share.
pub(super) struct Service {
    license_manager: Arc<LicenseManager>,
    provider: IdentityProvider,
    /// For how many calls the identity provider is out of reach.
    lost_provider: Mutex<usize>,
    requests: Mutex<Vec<ReceivedRequest>>,
    answered: AtomicU64,
}

impl Service {
    pub(super) fn new(license_manager: Arc<LicenseManager>, provider: IdentityProvider) -> Self {
        Self {
            license_manager,
            provider,
            lost_provider: Mutex::default(),
            requests: Mutex::default(),
            answered: AtomicU64::new(0),
        }
    }

    pub(super) fn requests(&self) -> MutexGuard<'_, Vec<ReceivedRequest>> {
        lock(&self.requests)
    }

    pub(super) fn lost_provider(&self) -> MutexGuard<'_, usize> {
        lock(&self.lost_provider)
    }

    fn call(&self, request: &Parts, body: &Bytes, number: u64) -> Result<Vec<String>, StsError> {
        self.requests().push(ReceivedRequest::new(request, body));
        let form = Form::read(request, body)?;
        if form.action != OPERATION {
            let message = format!("{} is not implemented here", form.action);
            return Err(StsError::invalid_action(message));
        }
        let mut lost = self.lost_provider();
        if let Some(rest) = lost.checked_sub(1) {
            *lost = rest;
            let message = "The identity provider does not answer";
            return Err(StsError::idp_communication(message));
        }
        drop(lost);
        assume_role::call(form, &self.provider, &self.license_manager, number)
    }
}

/// Receives a request over HTTP and answers it.
pub(super) async fn handle(
    State(service): State<Arc<Service>>,
    request: Request,
) -> Response<Body> {
    let number = service.answered.fetch_add(1, Ordering::Relaxed) + 1;
    let request_id = format!("request-{number:08}");
    let (parts, body) = request.into_parts();
    let answer = match axum::body::to_bytes(body, MAX_BODY).await {
        Ok(body) => service.call(&parts, &body, number),
        Err(error) => Err(StsError::validation(error.to_string())),
    };
    let mut response = wire::response(OPERATION, answer, &request_id);
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}
