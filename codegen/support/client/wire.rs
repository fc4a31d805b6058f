//! One operation as the runtime sees it: without its types. All that has to be compiled for each
//! operation is here; the rest of the client is compiled once.

use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Input, Output};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SerializeRequest};
use aws_smithy_types::body::SdkBody;
// needed by: streams
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::ConfigBag;
use tracing::Level;

// needed by: presigned URLs
use super::carried_url::CarriedUrl;
// needed by: checksums of downloads
use super::checked_body;
// needed by: checksums
use super::checksum;
// needed by: settings of the environment
use super::environment;
// needed by: events to send
use super::events;
// needed by: documents that may be absent, streams
use super::length;
// needed by: AWS
use super::presigned;
// needed by: streams
use super::sent_once;
use super::settings::Compression;
#[cfg(feature = "validate")]
use super::settings::ValidateInputs;
// needed by: signatures of its own
use super::signing;
// needed by: AWS
use super::sigv4::Clock;
// needed by: checksums of uploads
use super::trailer;
// needed by: AWS
use super::user_agent;
use super::{body_limit, endpoint};
// needed by: events to send
use crate::support::event_stream::Signer;
// needed by: checksums of uploads
use crate::support::operation::RequestChecksum;
// needed by: checksums
use crate::support::operation::ResponseChecksum;
// needed by: signatures of its own
use crate::support::operation::Signing;
// needed by: streams
use crate::support::operation::is_success;
use crate::support::operation::{Failure, Headers, Operation, Response, Service};

/// The sans-IO core of one operation, behind function pointers.
pub(super) struct Wire {
    pub(super) service: &'static str,
    pub(super) operation: &'static str,
    pub(super) auth_schemes: &'static [&'static str],
    // needed by: AWS
    pub(super) unsigned_payload: bool,
    // needed by: signatures of its own
    pub(super) signing: Signing,
    // needed by: presigned URLs
    pub(super) carried_url: Option<CarriedUrl>,
    // needed by: checksums of uploads
    pub(super) request_checksum: Option<RequestChecksum>,
    // needed by: checksums
    pub(super) response_checksum: Option<ResponseChecksum>,
    // needed by: event streams
    /// Whether any of its messages is a stream of events.
    pub(super) streams_events: bool,
    // needed by: streams
    success: u16,
    #[cfg(feature = "validate")]
    validate: fn(&Input) -> Result<(), BoxError>,
    pub(super) request: fn(&Input, &mut ConfigBag) -> Written,
    // needed by: events to send
    pub(super) take_events: Option<TakeEvents>,
    // needed by: streams
    pub(super) take_stream: Option<fn(&mut Input) -> Stream>,
    response: fn(&Response<'_>) -> Result<Output, OrchestratorError<Error>>,
    // needed by: streams
    put_stream: Option<fn(&mut Output, ByteStream)>,
}

impl Wire {
    #[inline]
    pub(super) const fn of<O: Operation>() -> Self {
        Self {
            service: O::Service::SDK_ID,
            operation: O::NAME,
            auth_schemes: O::AUTH_SCHEMES,
            // needed by: AWS
            unsigned_payload: O::UNSIGNED_PAYLOAD,
            // needed by: signatures of its own
            signing: O::Service::SIGNING,
            // needed by: presigned URLs
            carried_url: CarriedUrl::of::<O>(),
            // needed by: checksums of uploads
            request_checksum: O::REQUEST_CHECKSUM,
            // needed by: checksums
            response_checksum: O::RESPONSE_CHECKSUM,
            // needed by: event streams
            streams_events: O::ANSWERS_IN_EVENTS || O::SENDS_EVENTS,
            // needed by: streams
            success: O::SUCCESS,
            #[cfg(feature = "validate")]
            validate: validate::<O>,
            request: request::<O>,
            // needed by: events to send
            take_events: match O::TAKE_EVENTS {
                Some(_) => Some(take_events::<O>),
                None => None,
            },
            // needed by: streams
            take_stream: match O::TAKE_STREAM {
                Some(_) => Some(take_stream::<O>),
                None => None,
            },
            response: response::<O>,
            // needed by: streams
            put_stream: match O::PUT_STREAM {
                Some(_) => Some(put_stream::<O>),
                None => None,
            },
        }
    }
}

/// A request, or why it cannot be made.
type Written = Result<http::Request<Vec<u8>>, BoxError>;

// needed by: events to send
/// Takes the events out of an input, as the body of its request.
type TakeEvents = fn(&mut Input, Vec<u8>, Signer) -> ByteStream;

// needed by: streams
/// The body of a request, or why it cannot be sent.
type Stream = Result<ByteStream, BoxError>;

#[cfg(feature = "validate")]
fn validate<O: Operation>(input: &Input) -> Result<(), BoxError> {
    match input.downcast_ref::<O>() {
        Some(input) => Ok(input.validate()?),
        // Its request cannot be made, which is told then.
        None => Ok(()),
    }
}

/// The request, whose endpoint the runtime learns from its configuration.
fn request<O: Operation>(input: &Input, config: &mut ConfigBag) -> Written {
    let Some(input) = input.downcast_ref::<O>() else {
        return Err("an interceptor replaced the input by one of another operation".into());
    };
    let request = match config.load::<Compression>() {
        Some(compression) => input.request_compressed_from(compression.from_size),
        None => input.request(),
    }?;
    let given = input.endpoint_parameters()?.into_owned();
    let own = input.own_endpoint().map(str::to_owned);
    if !endpoint::refuses_prefixes(config)
        && let Some(prefix) = input.host_prefix()?
    {
        endpoint::put_prefix(config, prefix)?;
    }
    endpoint::direct(config, given, own);
    Ok(request)
}

// needed by: streams
fn take_stream<O: Operation>(input: &mut Input) -> Stream {
    match (O::TAKE_STREAM, input.downcast_mut::<O>()) {
        (Some(take), Some(input)) => Ok(take(input)?),
        _ => Ok(ByteStream::default()),
    }
}

// needed by: events to send
fn take_events<O: Operation>(input: &mut Input, initial: Vec<u8>, signer: Signer) -> ByteStream {
    match (O::TAKE_EVENTS, input.downcast_mut::<O>()) {
        (Some(take), Some(input)) => take(input, initial, signer),
        _ => ByteStream::default(),
    }
}

// needed by: streams
fn put_stream<O: Operation>(output: &mut Output, stream: ByteStream) {
    if let (Some(put), Some(output)) = (O::PUT_STREAM, output.downcast_mut::<O::Output>()) {
        put(output, stream);
    }
}

fn response<O: Operation>(response: &Response<'_>) -> Result<Output, OrchestratorError<Error>> {
    match O::response(response) {
        Ok(output) => Ok(Output::erase(output)),
        Err(Failure::Service(error)) => Err(OrchestratorError::operation(Error::erase(error))),
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
        #[cfg(feature = "validate")]
        if config
            .load::<ValidateInputs>()
            .is_some_and(|wanted| wanted.0)
        {
            (self.0.validate)(&input)?;
        }
        let request = (self.0.request)(&input, config)?;
        // needed by: settings of the environment
        environment::check(config)?;
        // needed by: AWS
        user_agent::note_features(config);
        // needed by: signatures of its own
        signing::note(config);
        // needed by: AWS
        let request = presigned::settle(request, config);
        // needed by: checksums
        let request = checksum::settle(request, self.0.response_checksum, config);
        // needed by: events to send
        if let Some(take) = self.0.take_events {
            let mut input = input;
            let take = |initial, signer| take(&mut input, initial, signer);
            return events::request(request, take, config);
        }
        // needed by: streams
        if let Some(take) = self.0.take_stream {
            let mut input = input;
            let stream = sent_once::note(take(&mut input)?, config);
            // needed by: checksums of uploads
            let request = trailer::planned(request, &stream, self.0.request_checksum, config)?;
            let request = length::with_stream(request, stream, config);
            return Ok(HttpRequest::try_from(request)?);
        }
        // needed by: documents that may be absent
        let request = length::say_that_nothing_follows(request, config);
        Ok(HttpRequest::try_from(request.map(SdkBody::from))?)
    }
}

impl DeserializeResponse for Codec {
    /// Leaves the body to the caller where it is a stream and the call a success. Any other is read
    /// into memory after this, unless it is too large.
    #[inline]
    fn deserialize_streaming_with_config(
        &self,
        response: &mut HttpResponse,
        config: &ConfigBag,
    ) -> Option<Result<Output, OrchestratorError<Error>>> {
        // needed by: streams
        if let Some(put_stream) = self.0.put_stream
            && is_success(response.status().as_u16(), self.0.success)
        {
            let stream = response.take_body();
            // needed by: checksums of downloads
            let stream = checked_body::check(
                stream,
                &Response::from(&*response),
                self.0.response_checksum,
                config,
            );
            let mut output = self.deserialize_nonstreaming_with_config(response, config);
            if let Ok(output) = &mut output {
                put_stream(output, ByteStream::new(stream));
            }
            return Some(output);
        }
        let refusal = body_limit::apply(response, config).err()?;
        Some(Err(OrchestratorError::other(refusal)))
    }

    #[inline]
    fn deserialize_nonstreaming_with_config(
        &self,
        response: &HttpResponse,
        config: &ConfigBag,
    ) -> Result<Output, OrchestratorError<Error>> {
        let read = Response::from(response);
        tracing::event!(Level::DEBUG, request_id = read.request_id());
        body_limit::check(response, config).map_err(OrchestratorError::other)?;
        // needed by: AWS
        Clock::compare(response, config);
        (self.0.response)(&read)
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

    #[inline]
    fn lines(&self, name: &str) -> Vec<&str> {
        self.get_all(name).collect()
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
