//! What happens to a request: it is logged, its signature is verified, a planned fault befalls
//! it, its input is validated, and the operation is carried out.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_credential_types::Credentials;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use axum::body::Body;
use axum::extract::{ConnectInfo, State};
use generated::double::Double;
use generated::license_manager::LicenseManager;
use http::header::DATE;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Response};

use super::SERVICE;
use super::caller::{Caller, Known};
use super::clock::Clock;
use super::faults::FaultPlan;
use super::licenses::Licenses;
use super::model::Model;
use super::operations::Operations;
use super::request_log::ReceivedRequest;
use super::service_error::ServiceError;
use super::signature::Expected;
use super::tokens::Tokens;
use super::validation;
use crate::local_server::{Connection, RequestIds, in_memory, received, set_header, with_status};

/// The largest body that is read: far more than any input of the service needs.
const MAX_BODY: usize = 1024 * 1024;

/// All that the server and its handle share.
pub(crate) struct Service {
    pub(super) model: &'static Model,
    pub(super) region: String,
    pub(super) faults: FaultPlan,
    operations: Arc<Operations>,
    double: Double<LicenseManager>,
    credentials: Mutex<Vec<Known>>,
    requests: Mutex<Vec<ReceivedRequest>>,
    request_ids: RequestIds,
}

impl Service {
    pub(super) fn new(model: &'static Model, region: &str, credentials: Credentials) -> Self {
        let account = Known {
            credentials,
            caller: Caller::Account,
        };
        let operations = Arc::new(Operations::default());
        let request_ids = RequestIds::default();
        let ids = request_ids.clone();
        Self {
            model,
            region: region.to_owned(),
            faults: FaultPlan::default(),
            double: operations.double().request_ids(move || ids.next()),
            operations,
            credentials: Mutex::new(vec![account]),
            requests: Mutex::default(),
            request_ids,
        }
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.operations.clock
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
        self.operations.tokens()
    }

    pub(super) fn licenses(&self) -> MutexGuard<'_, Licenses> {
        self.operations.licenses()
    }

    pub(super) fn requests(&self) -> MutexGuard<'_, Vec<ReceivedRequest>> {
        lock(&self.requests)
    }

    /// Answers a request that has been received whole.
    async fn answer(&self, head: Parts, body: Vec<u8>, from: &Connection) -> Response<Body> {
        let caller = self.caller(&head, &body);
        let mut request = Request::from_parts(head, body);
        let admitted = caller.and_then(|caller| self.admit(&request, caller));
        let (operation, caller) = match admitted {
            Ok(admitted) => admitted,
            Err(error) => return self.refuse(&error).map(Body::from),
        };
        // The closure of the operation finds it there.
        request.extensions_mut().insert(caller);
        let call = || self.call(operation, request);
        match self.faults.take(operation) {
            Some(fault) => fault.befall(self, operation, from, call).await,
            None => call().map(Body::from),
        }
    }

    /// Who calls, if the request is signed as it should be.
    fn caller(&self, head: &Parts, body: &[u8]) -> Result<Caller, ServiceError> {
        let expected = Expected {
            credentials: &self.credentials(),
            region: &self.region,
            service: SERVICE,
            now: self.clock().now(),
        };
        expected.verify(head, body)
    }

    /// The operation that a request calls, and who calls it, if that is allowed.
    fn admit(
        &self,
        request: &Request<Vec<u8>>,
        caller: Caller,
    ) -> Result<(&'static str, Caller), ServiceError> {
        let operation = self.double.operation_of(request);
        let operation = operation.filter(|_| self.is_call(request)).ok_or_else(|| {
            let message = "a call is a POST of application/x-amz-json-1.1 to /, with an operation \
                           of this service as its X-Amz-Target";
            ServiceError::new("UnknownOperationException", message)
        })?;
        caller.permit(operation)?;
        Ok((operation, caller))
    }

    /// Whether a request looks as the protocol has it, on which its double does not insist.
    ///
    /// <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>
    fn is_call(&self, request: &Request<Vec<u8>>) -> bool {
        let header = |name| request.headers().get(name).map(HeaderValue::as_bytes);
        let service = self.model.service_name().as_bytes();
        let target = header("x-amz-target").and_then(|target| target.strip_prefix(service));
        request.method() == Method::POST
            && request.uri().path() == "/"
            && header("content-type") == Some(b"application/x-amz-json-1.1")
            && target.is_some_and(|operation| operation.starts_with(b"."))
    }

    /// Carries an operation out.
    fn call(&self, operation: &str, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        if let Err(error) = validation::check_body(self.model, operation, request.body()) {
            return self.refuse(&error);
        }
        match self.double.answer(request) {
            Ok(response) => in_memory(response),
            Err(unanswered) => self.refuse(&unanswered.into()),
        }
    }

    /// The response that tells an error, with the status that it has or that the model gives its shape.
    pub(super) fn refuse(&self, error: &ServiceError) -> Response<Vec<u8>> {
        let status = error
            .status
            .or_else(|| self.model.error_status(&error.code));
        let refusal = self
            .double
            .refusal(status.unwrap_or(400), &error.code, &error.message);
        match refusal {
            Ok(response) => error.rewritten(in_memory(response), self.model.namespace()),
            Err(_) => with_status(500, Vec::new()),
        }
    }

    /// Adds what every response carries: a request id, where the double has not told one, and the date by
    /// the service's clock, which clients correct their own by.
    fn stamp(&self, response: &mut Response<Body>) {
        self.request_ids.complete(response);
        if let Ok(date) = DateTime::from(self.clock().now()).fmt(Format::HttpDate) {
            set_header(response.headers_mut(), DATE, &date);
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
    request: Request<Body>,
) -> Response<Body> {
    let mut response = match received(request, MAX_BODY).await {
        Ok((head, body)) => {
            service.requests().push(ReceivedRequest::new(&head, &body));
            service.answer(head, body, &connection).await
        }
        Err(error) => {
            let error = ServiceError::new("RequestAbortedException", error.to_string());
            service.refuse(&error).map(Body::from)
        }
    };
    service.stamp(&mut response);
    response
}
