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
use super::caller::{Caller, Known};
use super::clock::Clock;
use super::faults::FaultPlan;
use super::licenses::Licenses;
use super::members::read;
use super::model::Model;
use super::request_log::ReceivedRequest;
use super::service_error::ServiceError;
use super::signature::Expected;
use super::tokens::Tokens;
use super::validation;
use super::wire::{self, Answer};
use crate::local_server::Connection;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// The largest body that is read: far more than any input of the service needs.
const MAX_BODY: usize = 1024 * 1024;

/// All that the server and its handle share.
pub(crate) struct Service {
    pub(super) model: &'static Model,
    pub(super) region: String,
    pub(crate) clock: Clock,
    pub(super) faults: FaultPlan,
    credentials: Mutex<Vec<Known>>,
    tokens: Mutex<Tokens>,
    licenses: Mutex<Licenses>,
    requests: Mutex<Vec<ReceivedRequest>>,
    answered: AtomicU64,
}

impl Service {
    pub(super) fn new(model: &'static Model, region: &str, credentials: Credentials) -> Self {
        let account = Known {
            credentials,
            caller: Caller::Account,
        };
        Self {
            model,
            region: region.to_owned(),
            clock: Clock::default(),
            faults: FaultPlan::default(),
            credentials: Mutex::new(vec![account]),
            tokens: Mutex::default(),
            licenses: Mutex::default(),
            requests: Mutex::default(),
            answered: AtomicU64::new(0),
        }
    }

    pub(super) fn credentials(&self) -> MutexGuard<'_, Vec<Known>> {
        lock(&self.credentials)
    }

    /// Lets these credentials be used by whoever has assumed a role with a token for a license.
    pub(crate) fn open_session(&self, credentials: Credentials, license_arn: String) {
        let caller = Caller::Session { license_arn };
        let known = Known {
            credentials,
            caller,
        };
        self.credentials().push(known);
    }

    pub(super) fn tokens(&self) -> MutexGuard<'_, Tokens> {
        lock(&self.tokens)
    }

    pub(super) fn licenses(&self) -> MutexGuard<'_, Licenses> {
        lock(&self.licenses)
    }

    pub(super) fn requests(&self) -> MutexGuard<'_, Vec<ReceivedRequest>> {
        lock(&self.requests)
    }

    /// Answers a request that has been received whole.
    async fn answer(&self, request: &Parts, body: &Bytes, from: &Connection) -> Response<Body> {
        let (operation, caller) = match self.admit(request, body) {
            Ok(admitted) => admitted,
            Err(error) => return wire::response(Err(error), self.model).map(Body::from),
        };
        let call = || self.call(operation, &caller, body);
        match self.faults.take(operation) {
            Some(fault) => fault.befall(self.model, operation, from, call).await,
            None => wire::response(call(), self.model).map(Body::from),
        }
    }

    /// The operation that a request calls, and who calls it, if it is signed as it should be.
    fn admit<'a>(
        &self,
        request: &'a Parts,
        body: &[u8],
    ) -> Result<(&'a str, Caller), ServiceError> {
        let caller = Expected {
            credentials: &self.credentials(),
            region: &self.region,
            service: SERVICE,
            now: self.clock.now(),
        }
        .verify(request, body)?;
        let operation = wire::operation(request, self.model)?;
        caller.permit(operation)?;
        Ok((operation, caller))
    }

    fn call(&self, operation: &str, caller: &Caller, body: &Bytes) -> Answer {
        let input = wire::input(body)?;
        validation::check(self.model, operation, &input)?;
        let now = self.clock.now();
        match operation {
            "CheckoutLicense" => self.licenses().check_out(read(input)?, caller, now),
            _ => self.tokens().call(operation, input, now),
        }
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

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
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
