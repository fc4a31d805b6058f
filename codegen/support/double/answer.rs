//! What closures answer.

use std::fmt;

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;

use super::respond::put_request_id;
use super::{Doubled, Errors, RequestIds, Serves, Teller, Unanswered, Written};
use crate::support::error::{Metadata, Unhandled, request_id};
use crate::support::operation::{BuildError, ErrorOf, Operation, RequestIdField};

/// What a closure that stands for the operation `O` answers.
#[non_exhaustive]
pub enum Answer<O: Operation> {
    /// An output of the operation.
    Output(O::Output),
    /// An error of the service.
    Error(ErrorOf<O>),
    /// Any response, whatever it says.
    Response(Box<http::Response<SdkBody>>),
    /// Nothing: the connection breaks off.
    BreakOff,
    /// An error that the model does not describe.
    #[doc(hidden)]
    Other(u16, Unhandled),
}

impl<O> Answer<O>
where
    O: Operation<Service: Doubled, Protocol: Serves<O>>,
{
    /// Any response, whatever it says.
    #[inline]
    pub fn response(response: http::Response<impl Into<SdkBody>>) -> Self {
        Self::Response(Box::new(response.map(Into::into)))
    }

    /// An error that the model does not describe, as what stands before a service answers with: a
    /// status, a code, a message.
    #[inline]
    pub fn other_error(status: u16, code: &str, message: &str) -> Self {
        Self::Other(status, Unhandled::new(Metadata::new(code, Some(message))))
    }

    /// The response that it becomes.
    ///
    /// # Errors
    /// Where it cannot be sent, or is none.
    #[inline]
    pub fn into_response(self) -> Result<http::Response<SdkBody>, Unanswered> {
        self.told(&RequestIds::default())
    }

    /// The same, which tells one of these ids where the answer has none of its own.
    pub(super) fn told(self, ids: &RequestIds) -> Result<http::Response<SdkBody>, Unanswered> {
        let unwritable = |error: BuildError| Unanswered::Unwritable {
            operation: O::NAME,
            error,
        };
        let response = match self {
            Self::Output(output) => write_output::<O>(output, ids),
            Self::Error(error) => write_error::<O>(&error, ids),
            Self::Response(response) => Ok(*response),
            Self::BreakOff => return Err(Unanswered::BrokenOff),
            Self::Other(status, error) => {
                let teller = Teller::<O::Service>::new().of_request(ids.next());
                let response = teller.tell_other(status, &error);
                response.map(|response| response.map(SdkBody::from))
            }
        };
        response.map_err(unwritable)
    }
}

/// The id of the request that an output tells.
#[inline]
pub fn request_id_of<O: Operation>(output: &mut O::Output) -> Option<String> {
    O::request_id_field(output)?.get().map(str::to_owned)
}

/// The response with an output, which tells the request's id: the output's, or one of these.
fn write_output<O: Operation<Protocol: Serves<O>>>(
    mut output: O::Output,
    ids: &RequestIds,
) -> Written<SdkBody> {
    let id = request_id_of::<O>(&mut output).or_else(|| ids.next());
    if let (Some(field), Some(id)) = (O::request_id_field(&mut output), &id) {
        *field = RequestIdField::of(id.as_str());
    }
    // needed by: streams
    let stream = O::TAKE_BODY.map(|take| take(&mut output));
    let mut response = O::Protocol::output(output)?.map(SdkBody::from);
    // needed by: streams
    if let Some(stream) = stream {
        let stream = stream?;
        // needed by: initial responses
        let stream = behind(response.body(), stream)?;
        *response.body_mut() = stream;
    }
    put_request_id(response.headers_mut(), id.as_deref())?;
    Ok(response)
}

// needed by: initial responses
/// The body of an event stream, behind what an output has beside its events: what a protocol has of it in the
/// body, if anything.
#[inline]
fn behind(initial: &SdkBody, stream: SdkBody) -> Result<SdkBody, BuildError> {
    let initial = initial.bytes().unwrap_or_default();
    if initial.is_empty() {
        return Ok(stream);
    }
    if let Some(stream) = stream.bytes() {
        return Ok([initial, stream].concat().into());
    }
    // needed by: events to send
    #[cfg(feature = "client")]
    return Ok(
        crate::support::event_stream::unsigned_stream(Some(initial.to_vec()), stream).into_inner(),
    );
    #[allow(unreachable_code, reason = "not all crates have what streams")]
    Err(BuildError::new(
        "the events are not in memory, and have to be behind what else the output has",
    ))
}

/// The response with an error, which tells the request's id: the error's, or one of these.
fn write_error<O: Operation<Service: Doubled>>(
    error: &ErrorOf<O>,
    ids: &RequestIds,
) -> Written<SdkBody> {
    let teller = Teller::<O::Service>::new();
    let response = match request_id(error.meta()) {
        Some(_) => error.tell(teller),
        None => error.tell(teller.of_request(ids.next())),
    };
    response.map(|response| response.map(SdkBody::from))
}

impl<O: Operation> From<Result<O::Output, ErrorOf<O>>> for Answer<O> {
    fn from(result: Result<O::Output, ErrorOf<O>>) -> Self {
        match result {
            Ok(output) => Self::Output(output),
            Err(error) => Self::Error(error),
        }
    }
}

impl<O: Operation> fmt::Debug for Answer<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(output) => f.debug_tuple("Output").field(output).finish(),
            Self::Error(error) => f.debug_tuple("Error").field(error).finish(),
            Self::Response(response) => f.debug_tuple("Response").field(response).finish(),
            Self::BreakOff => f.write_str("BreakOff"),
            Self::Other(status, error) => {
                f.debug_tuple("Other").field(status).field(error).finish()
            }
        }
    }
}
