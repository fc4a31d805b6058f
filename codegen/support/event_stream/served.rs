//! The service's side, as doubles have it: what clients send is read, and what is answered is made of values.

// needed by: events to answer with
use aws_smithy_types::body::SdkBody;
// needed by: events to answer with
use aws_smithy_types::byte_stream::ByteStream;
// needed by: events to answer with
use aws_smithy_types::event_stream::Message;

// needed by: initial responses
use super::Draft;
// needed by: events to answer with
use super::frame::frame;
// needed by: events to send
use super::frames::Frames;
// needed by: events to answer with
use super::{Events, Reader, Serve};
// needed by: events to answer with
use crate::support::operation::BuildError;
// needed by: initial responses
use crate::support::wire::{self, Encode, Format};

// needed by: events to answer with
impl<U: Serve> Events<U> {
    /// The stream of these events, as a double answers with it.
    #[inline]
    pub fn of(events: impl IntoIterator<Item = U>) -> Self {
        Self::of_messages(events.into_iter().map(|event| event.message()))
    }

    /// The same of a stream that ends with this error of the service, behind the events.
    #[inline]
    pub fn ending_with(events: impl IntoIterator<Item = U>, error: &U::Error) -> Self {
        let events = events.into_iter().map(|event| event.message());
        Self::of_messages(events.chain([U::told(error)]))
    }

    /// What cannot be sent is told when the stream is.
    fn of_messages(messages: impl Iterator<Item = Result<Message, BuildError>>) -> Self {
        let mut bytes = Vec::new();
        let mut written = messages.map(|message| frame(&message?));
        let unsendable = written.try_for_each(|frame| {
            bytes.extend(frame?);
            Ok(())
        });
        Self {
            reader: Reader::new(),
            body: Some(ByteStream::from(bytes)),
            unsendable: unsendable.err(),
        }
    }
}

// needed by: events to answer with
impl<U> Events<U> {
    /// The body that has not been read, as a double sends it.
    ///
    /// # Errors
    /// Where one of the events that it is made of cannot be sent.
    pub(crate) fn into_body(self) -> Result<SdkBody, BuildError> {
        match self.unsendable {
            Some(error) => Err(error),
            None => Ok(self
                .body
                .map_or_else(SdkBody::empty, ByteStream::into_inner)),
        }
    }
}

// needed by: initial responses
/// The frame of what an output has beside its events.
///
/// # Errors
/// Where a member's value cannot be sent.
pub(crate) fn initial_response<F: Format>(output: &impl Encode) -> Result<Vec<u8>, BuildError> {
    let payload = wire::write::<F>(output)?;
    let message = Draft::<F>::event("initial-response").written(payload);
    frame(&message.finish()?)
}

// needed by: events to send
/// What an input has beside its events, out of the frames of these: the payload of the message with which they
/// begin, where one is there.
#[inline]
pub(crate) fn initial_request(frames: &[u8]) -> Vec<u8> {
    match initial(frames) {
        Some((payload, _)) => payload,
        None => Vec::new(),
    }
}

// needed by: events to send
/// The payload of the message that has what of an input is no event, and how many bytes it takes.
#[inline]
pub(crate) fn initial(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    let mut frames = Frames::default();
    frames.push(bytes);
    let message = frames.next().ok()??;
    let is_so = |name, value| super::event::text(&message, name).is_ok_and(|text| text == value);
    let is_initial = is_so(":message-type", "event") && is_so(":event-type", "initial-request");
    is_initial.then(|| (message.payload().to_vec(), bytes.len() - frames.pending()))
}

// needed by: events to send
/// The request whose messages were signed one by one, with what was in these; any other as it is. Signatures
/// are not looked at.
///
/// <https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html>
#[inline]
pub(crate) fn unsigned(mut request: http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
    let media_type = request.headers().get(http::header::CONTENT_TYPE);
    if media_type.is_some_and(|media_type| media_type == "application/vnd.amazon.eventstream")
        && let Some(frames) = inner(request.body())
    {
        *request.body_mut() = frames;
    }
    request
}

// needed by: events to send
/// The frames in signed messages; `None` where these are not all signed. What is no frame stays as it is, for
/// who reads to tell.
#[inline]
fn inner(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut outer = Frames::default();
    outer.push(bytes);
    let mut frames = Vec::new();
    while let Ok(Some(message)) = outer.next() {
        super::event::header(&message, ":chunk-signature")?;
        frames.extend_from_slice(message.payload());
    }
    frames.extend_from_slice(&bytes[bytes.len() - outer.pending()..]);
    Some(frames)
}
