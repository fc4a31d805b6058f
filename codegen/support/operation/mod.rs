//! The sans-IO core: an operation turns its input into an HTTP request and an HTTP response
//! into its output. Nothing here opens a connection, signs, or waits.

mod build;
// needed by: checksums
mod checksums;
// needed by: extended request ids
mod extended_request_id;
mod failure;
mod own;
// needed by: presigned URLs
mod presigned_url;
mod protocol;
mod request;
mod request_id;
mod response;
// needed by: signatures of its own
mod signing;
mod tells_request_id;

use std::error::Error as StdError;
use std::fmt;
// needed by: initial responses
use std::task::{Context, Poll};

// needed by: streams
#[cfg(feature = "test-util")]
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::ProvideErrorKind;

use super::endpoint::{Parameters, RuleSet};

pub use build::BuildError;
// needed by: checksums
pub use checksums::{RequestChecksum, ResponseChecksum};
// needed by: extended request ids
pub use extended_request_id::RequestIdExt;
// needed by: extended request ids
#[cfg(feature = "test-util")]
pub(crate) use extended_request_id::set_extended_request_id;
// needed by: extended request ids
pub(crate) use extended_request_id::{extended_request_id, extended_request_id_field};
pub use failure::{Failure, UnreadableError};
pub use own::Own;
// needed by: presigned URLs
pub use presigned_url::{Destination, PresignedUrl, ToPresign};
pub use protocol::Protocol;
#[allow(unused_imports, reason = "requests may take nothing of it")]
pub use request::*;
// needed by: operations
#[cfg(feature = "test-util")]
pub(crate) use request_id::set_request_id;
pub use request_id::{RequestId, RequestIdField};
// needed by: operations
pub(crate) use request_id::{request_id, request_id_field};
#[allow(unused_imports, reason = "clients alone take it from here")]
pub(crate) use response::is_success;
pub use response::{Headers, Response};
// needed by: signatures of its own
pub use signing::Signing;

/// What all operations of one service share.
pub trait Service: Copy + fmt::Debug + Send + Sync + 'static {
    /// What the service answers when it refuses or fails.
    type Error: StdError + ProvideErrorMetadata + ProvideErrorKind + Send + Sync + 'static;

    /// The name of the service shape in the model, by which some protocols say what they call.
    const SHAPE: &'static str;
    /// The service's name as AWS SDKs spell it (`aws.api#service$sdkId`), e.g. `License Manager`;
    /// the name of the service shape where the model has no such trait.
    const SDK_ID: &'static str;
    /// The same as the user agent spells it, e.g. `license_manager`.
    const USER_AGENT: &'static str;
    /// The version of the service's API, as the model gives it, e.g. `2018-08-01`.
    const API_VERSION: &'static str;
    /// The name that AWS Signature Version 4 or 4A signs with (`aws.auth#sigv4$name`); `None` where
    /// the service does not use it.
    const SIGNING_NAME: Option<&'static str>;
    /// The ways to authenticate a call, the best first, by the ids that the AWS runtime has for
    /// them, e.g. `sigv4`, `httpBearerAuth`, or `noAuth` where callers may be anonymous.
    const AUTH_SCHEMES: &'static [&'static str];
    /// The rules that give the service's endpoint (`smithy.rules#endpointRuleSet`); `None` where
    /// the model has none, so that a caller has to give the endpoint.
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>>;
    // needed by: AWS beside others
    /// Whether it is one of AWS's own, whose clients present themselves as AWS SDKs do.
    const IS_OF_AWS: bool = true;
    // needed by: settings of the environment
    /// Parameters of the rules that the environment may set, each with the name of the variable and of
    /// the key in the profile that say whether.
    const ENVIRONMENT: &'static [(&'static str, &'static str, &'static str)] = &[];
    // needed by: signatures of its own
    /// What the service wants of the signatures of its requests.
    const SIGNING: Signing = Signing::USUAL;
    // needed by: errors in successes
    /// Whether a response with the status of a success is an error where its body says so.
    const ERRORS_IN_SUCCESSES: bool = false;
}

/// The error of the service that has the operation `O`.
pub type ErrorOf<O> = <<O as Operation>::Service as Service>::Error;

/// One operation of a service, implemented by the operation's input.
pub trait Operation: fmt::Debug + Send + Sync + Sized + 'static {
    /// The service that has this operation.
    type Service: Service;
    /// How messages of this call travel.
    type Protocol: Protocol<Self>;
    /// What the service answers.
    type Output: fmt::Debug + Send + Sync + 'static;

    /// The operation's name in the model, e.g. `CreateToken`.
    const NAME: &'static str;

    /// The ways to authenticate this call, the best first: those of the service, unless the model
    /// has others for the operation (`@auth`, `@optionalAuth`).
    const AUTH_SCHEMES: &'static [&'static str] = Self::Service::AUTH_SCHEMES;

    /// The status code of success that the model states (`@http`), which need not be one of 200 to
    /// 299: these are successes too.
    const SUCCESS: u16 = 200;

    /// Whether the signature leaves the body out (`aws.auth#unsignedPayload`).
    const UNSIGNED_PAYLOAD: bool = false;
    /// Takes out of an input the stream that is the body of its request; `None` where the request
    /// that [`request`](Self::request) gives has its body.
    const TAKE_STREAM: Option<TakeStream<Self>> = None;

    /// Puts the body of a response of success into the output that [`response`](Self::response)
    /// makes of its head; `None` where the body is read with the head.
    const PUT_STREAM: Option<PutStream<Self::Output>> = None;

    // needed by: streams
    /// Takes the stream out of an output that is the body of its response; `None` where it has none.
    #[cfg(feature = "test-util")]
    const TAKE_BODY: Option<TakeBody<Self::Output>> = None;

    // needed by: events to send
    /// Puts the events of a request that a double has read into the input; `None` where it has none.
    #[cfg(feature = "test-util")]
    const PUT_EVENTS: Option<PutEvents<Self>> = None;

    // needed by: events to send
    /// Whether what a request has beside its events is a message before them.
    #[cfg(feature = "test-util")]
    const HAS_INITIAL_REQUEST: bool = false;

    // needed by: event streams
    /// Whether the service answers with a stream of events.
    const ANSWERS_IN_EVENTS: bool = false;

    // needed by: event streams
    /// Whether the request is a stream of events.
    const SENDS_EVENTS: bool = false;

    // needed by: events to send
    /// Takes the events out of an input, as the body of its request; `None` where it has none.
    #[cfg(feature = "client")]
    const TAKE_EVENTS: Option<TakeEvents<Self>> = None;

    // needed by: initial responses
    /// Reads the members of an output that come in the first message of its stream, not in the head of
    /// the response; `None` where there are none.
    const READ_INITIAL: Option<ReadInitial<Self::Output>> = None;

    // needed by: checksums
    /// The checksum that the request carries (`aws.protocols#httpChecksum`); `None` where it carries
    /// none whose algorithm the caller may choose.
    const REQUEST_CHECKSUM: Option<RequestChecksum> = None;

    // needed by: checksums
    /// The checksum that the response carries where the caller asks for it; `None` where it never does.
    const RESPONSE_CHECKSUM: Option<ResponseChecksum> = None;

    // needed by: presigned URLs
    /// How the input gets the presigned URL that it carries to the service, for the region from which
    /// this call takes something; `None` where there is no such thing. A client sees to it, unless
    /// the caller has set the URL.
    const PRESIGNED_URL: Option<PresignedUrl<Self>> = None;

    /// The HTTP request of this call. Its URI is relative to the service's endpoint; it is not
    /// signed. Where the body is a stream, the request is without it.
    ///
    /// # Errors
    /// Where a value cannot be sent, e.g. the `Unknown` variant of a union.
    #[inline]
    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        Self::Protocol::request(self)
    }

    /// The same with a body that is compressed from this size on, in bytes, and not at all where
    /// there is none. It is another request only where the model allows compression.
    ///
    /// # Errors
    /// Those of [`request`](Self::request).
    #[inline]
    fn request_compressed_from(
        &self,
        _size: Option<usize>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        self.request()
    }

    // needed by: presigned URLs
    /// The request that has to be presigned, and its URL set in the input, before this call is made
    /// in this region; `None` where the call takes nothing from another region, or has a URL already.
    ///
    /// # Errors
    /// Where the request cannot be made.
    fn to_presign(&self, region: &str) -> Result<Option<ToPresign>, BuildError> {
        match Self::PRESIGNED_URL {
            Some(url) => url.request(self, region),
            None => Ok(None),
        }
    }

    /// What this call puts before the host of the service's endpoint, e.g. `data.`; `None` where
    /// it goes to the endpoint itself.
    ///
    /// # Errors
    /// Where a member of the input that is a part of it cannot be part of a host name.
    #[inline]
    fn host_prefix(&self) -> Result<Option<String>, BuildError> {
        Ok(None)
    }

    /// The URL that this call goes to, where its input names one: the service's endpoint and its
    /// rules do not count then.
    #[inline]
    fn own_endpoint(&self) -> Option<&str> {
        None
    }

    /// What this call says to the rules that give the service's endpoint: what the model binds
    /// to them of the operation and of its input. A region, say, joins it:
    /// `input.endpoint_parameters()?.region("eu-west-1")`.
    ///
    /// # Errors
    /// Where a member that a request cannot find its way without is blank.
    #[inline]
    fn endpoint_parameters(&self) -> Result<Parameters<'_>, BuildError> {
        Ok(Parameters::new())
    }

    /// Checks the input against the constraints that the model states: how long texts, lists and
    /// maps are, how large numbers, what texts look like, and that lists have no item twice. Not
    /// checked are enums, as a service may know more values than its model, and patterns that no
    /// regular expression of the crate `regex` finds: those that look around or refer back. The
    /// service has the last word on all.
    ///
    /// # Errors
    /// All that breaks a constraint, each with its path.
    #[cfg(feature = "validate")]
    #[inline]
    fn validate(&self) -> Result<(), super::validation::Violations> {
        Ok(())
    }

    /// Gives members that are not set the defaults which services have for them and clients must not rely
    /// upon (`smithy.api#clientOptional`).
    #[cfg(feature = "test-util")]
    #[inline]
    fn fill_defaults(&mut self) {}

    /// Reads the service's answer, which `&http::Response<_>` and the AWS runtime's response
    /// convert into.
    ///
    /// # Errors
    /// [`Failure::Service`] where the service answered with an error, [`Failure::Unreadable`]
    /// where its answer could not be understood.
    #[inline]
    fn response(response: &Response<'_>) -> Result<Self::Output, Failure<ErrorOf<Self>>> {
        read::<Self>(response)
    }

    /// The field of an output that holds the request id; `None` where outputs do not tell it. It is
    /// filled when the protocol has read an output, unless the protocol did: where the id stands in
    /// the body, from a response that [says so](Response::with_request_id).
    #[inline]
    fn request_id_field(_output: &mut Self::Output) -> Option<&mut RequestIdField> {
        None
    }

    // needed by: extended request ids
    /// The field of an output that holds the extended request id; `None` where outputs do not tell it.
    #[inline]
    fn extended_request_id_field(_output: &mut Self::Output) -> Option<&mut RequestIdField> {
        None
    }
}

/// Reads an answer as the protocol of the operation `O` does, and tells the output its request id.
///
/// # Errors
/// Those of [`Operation::response`].
pub fn read<O: Operation>(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
    let mut output = O::Protocol::response(response)?;
    if let Some(field) = O::request_id_field(&mut output) {
        field.fill(response);
    }
    // needed by: extended request ids
    if let (Some(field), Some(id)) = (
        O::extended_request_id_field(&mut output),
        response.extended_request_id(),
    ) {
        *field = RequestIdField::of(id);
    }
    Ok(output)
}

/// Takes the stream out of an input.
///
/// It fails where the stream cannot be sent, as its length is not known.
pub type TakeStream<O> = fn(&mut O) -> Result<ByteStream, BuildError>;

// needed by: streams
/// Takes the stream out of an output.
///
/// It fails where the stream is made of events that cannot be sent.
#[cfg(feature = "test-util")]
pub type TakeBody<O> = fn(&mut O) -> Result<SdkBody, BuildError>;

// needed by: events to send
/// Puts the events of these frames into an input.
#[cfg(feature = "test-util")]
pub type PutEvents<O> = fn(&mut O, ByteStream);

/// Puts a stream into an output.
pub type PutStream<O> = fn(&mut O, ByteStream);

// needed by: initial responses
/// Reads the first message of the stream of an output, as soon as it has come.
pub type ReadInitial<O> = fn(&mut O, &mut Context<'_>) -> Poll<Result<(), ErrorInStream>>;

// needed by: initial responses
/// Why the first message of a stream could not be read.
pub type ErrorInStream = Box<dyn StdError + Send + Sync>;

// needed by: events to send
/// Takes the events out of an input, as the body of its request: behind what its head has for a body, where
/// that is a message too, and signed by this.
#[cfg(feature = "client")]
pub type TakeEvents<O> = fn(&mut O, Vec<u8>, super::event_stream::Signer) -> ByteStream;
