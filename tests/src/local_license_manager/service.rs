//! What happens to a request: it is logged, its signature is verified, a planned fault befalls
//! it, its input is validated, and the operation is carried out.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_credential_types::Credentials;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request, State};
use http::header::DATE;
use http::request::Parts;
use http::{HeaderName, Response};

use super::SERVICE;
use super::clock::Clock;
use super::connection::Connection;
use super::faults::FaultPlan;
use super::model::Model;
use super::request_log::ReceivedRequest;
use super::service_error::ServiceError;
use super::signature::Expected;
use super::tokens::Tokens;
use super::validation;
use super::wire::{self, Answer};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// The largest body that is read: far more than any input of the service needs.
const MAX_BODY: usize = 1024 * 1024;

/// All that the server and its handle share.
pub(super) struct Service {
    pub(super) model: &'static Model,
    pub(super) region: String,
    pub(super) clock: Clock,
    pub(super) faults: FaultPlan,
    credentials: Mutex<Vec<Credentials>>,
    tokens: Mutex<Tokens>,
    requests: Mutex<Vec<ReceivedRequest>>,
    answered: AtomicU64,
}

impl Service {
    pub(super) fn new(model: &'static Model, region: &str, credentials: Credentials) -> Self {
        Self {
            model,
            region: region.to_owned(),
            clock: Clock::default(),
            faults: FaultPlan::default(),
            credentials: Mutex::new(vec![credentials]),
            tokens: Mutex::default(),
            requests: Mutex::default(),
            answered: AtomicU64::new(0),
        }
    }

    pub(super) fn credentials(&self) -> MutexGuard<'_, Vec<Credentials>> {
        lock(&self.credentials)
    }

    pub(super) fn tokens(&self) -> MutexGuard<'_, Tokens> {
        lock(&self.tokens)
    }

    pub(super) fn requests(&self) -> MutexGuard<'_, Vec<ReceivedRequest>> {
        lock(&self.requests)
    }

    /// Answers a request that has been received whole.
    async fn answer(&self, request: &Parts, body: &Bytes, from: &Connection) -> Response<Body> {
        let operation = match self.admit(request, body) {
            Ok(operation) => operation,
            Err(error) => return wire::response(Err(error), self.model).map(Body::from),
        };
        let call = || self.call(operation, body);
        match self.faults.take(operation) {
            Some(fault) => fault.befall(self.model, operation, from, call).await,
            None => wire::response(call(), self.model).map(Body::from),
        }
    }

    /// The operation that a request calls, if it is signed as it should be.
    fn admit<'a>(&self, request: &'a Parts, body: &[u8]) -> Result<&'a str, ServiceError> {
        Expected {
            credentials: &self.credentials(),
            region: &self.region,
            service: SERVICE,
            now: self.clock.now(),
        }
        .verify(request, body)?;
        wire::operation(request, self.model)
    }

    fn call(&self, operation: &str, body: &Bytes) -> Answer {
        let input = wire::input(body)?;
        validation::check(self.model, operation, &input)?;
        self.tokens().call(operation, input, self.clock.now())
    }

    /// Adds what every response carries: a request id, and the date by the service's clock,
    /// which clients correct their own by.
    fn stamp(&self, response: &mut Response<Body>) {
        let number = self.answered.fetch_add(1, Ordering::Relaxed) + 1;
        wire::set_header(response, REQUEST_ID, &format!("request-{number:08}"));
        if let Ok(date) = DateTime::from(self.clock.now()).fmt(Format::HttpDate) {
            wire::set_header(response, DATE, &date);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Receives a request over HTTP and answers it.
pub(super) async fn handle(
    State(service): State<Arc<Service>>,
    ConnectInfo(connection): ConnectInfo<Connection>,
    request: Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let mut response = match axum::body::to_bytes(body, MAX_BODY).await {
        Ok(body) => {
            service.requests().push(ReceivedRequest::new(&parts, &body));
            service.answer(&parts, &body, &connection).await
        }
        Err(error) => {
            let error = ServiceError::new("RequestAbortedException", error.to_string());
            wire::response(Err(error), service.model).map(Body::from)
        }
    };
    service.stamp(&mut response);
    response
}
