//! One operation as the runtime sees it: without its types. All that has to be compiled for each
//! operation is here; the rest of the client is compiled once.

use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{EndpointPrefix, EndpointResolverParams};
use aws_smithy_runtime_api::client::interceptors::context::{Error, Input, Output};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SerializeRequest};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::request_id::RequestId;

use super::endpoint::Destination;
use super::erased_error::ErasedError;
use super::user_agent;
use crate::support::endpoint::Parameters;
use crate::support::operation::{Failure, Headers, Operation, Response, Service};

/// The sans-IO core of one operation, behind function pointers.
pub(super) struct Wire {
    pub(super) service: &'static str,
    pub(super) operation: &'static str,
    pub(super) auth_schemes: &'static [&'static str],
    pub(super) unsigned_payload: bool,
    request: fn(&Input) -> Result<Request, BoxError>,
    response: fn(&Response<'_>) -> Result<Output, OrchestratorError<Error>>,
}

impl Wire {
    #[inline]
    pub(super) const fn of<O: Operation>() -> Self {
        Self {
            service: O::Service::SDK_ID,
            operation: O::NAME,
            auth_schemes: O::AUTH_SCHEMES,
            unsigned_payload: O::UNSIGNED_PAYLOAD,
            request: request::<O>,
            response: response::<O>,
        }
    }
}

/// A request, and what it says of its endpoint.
struct Request {
    message: http::Request<Vec<u8>>,
    host_prefix: Option<String>,
    endpoint_parameters: Parameters<'static>,
}

#[inline]
fn request<O: Operation>(input: &Input) -> Result<Request, BoxError> {
    match input.downcast_ref::<O>() {
        Some(input) => Ok(Request {
            message: input.request()?,
            host_prefix: input.host_prefix()?,
            endpoint_parameters: input.endpoint_parameters()?.into_owned(),
        }),
        None => Err("an interceptor replaced the input by one of another operation".into()),
    }
}

#[inline]
fn response<O: Operation>(response: &Response<'_>) -> Result<Output, OrchestratorError<Error>> {
    match O::response(response) {
        Ok(output) => Ok(Output::erase(output)),
        Err(Failure::Service(error)) => Err(OrchestratorError::operation(Error::erase(
            ErasedError::new(error),
        ))),
        Err(Failure::Unreadable(error)) => Err(OrchestratorError::other(error)),
    }
}

/// Writes requests and reads responses for the orchestrator.
#[derive(Clone, Copy)]
pub(super) struct Codec(pub(super) &'static Wire);

impl fmt::Debug for Codec {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Codec").field(&self.0.operation).finish()
    }
}

impl SerializeRequest for Codec {
    #[inline]
    fn serialize_input(
        &self,
        input: Input,
        config: &mut ConfigBag,
    ) -> Result<HttpRequest, BoxError> {
        let request = (self.0.request)(&input)?;
        user_agent::note_features(config);
        let destination = Destination::of(config, request.endpoint_parameters);
        let state = config.interceptor_state();
        state.store_put(EndpointResolverParams::new(destination));
        if let Some(prefix) = request.host_prefix {
            state.store_put(EndpointPrefix::new(prefix)?);
        }
        Ok(HttpRequest::try_from(request.message.map(SdkBody::from))?)
    }
}

impl DeserializeResponse for Codec {
    #[inline]
    fn deserialize_nonstreaming_with_config(
        &self,
        response: &HttpResponse,
        _: &ConfigBag,
    ) -> Result<Output, OrchestratorError<Error>> {
        tracing::debug!(request_id = response.request_id());
        (self.0.response)(&Response::from(response))
    }
}

impl Headers for aws_smithy_runtime_api::http::Headers {
    #[inline]
    fn get(&self, name: &str) -> Option<&str> {
        aws_smithy_runtime_api::http::Headers::get(self, name)
    }

    #[inline]
    fn all(&self) -> Vec<(&str, &str)> {
        self.iter().collect()
    }
}

impl<'a> From<&'a HttpResponse> for Response<'a> {
    /// A body that has not been read into memory counts as empty.
    #[inline]
    fn from(response: &'a HttpResponse) -> Self {
        Self::new(
            response.status().as_u16(),
            response.headers(),
            response.body().bytes().unwrap_or_default(),
        )
    }
}
