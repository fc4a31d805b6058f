//! A message in the making: its headers, and its payload.

use std::marker::PhantomData;

// needed by: events to answer with
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use aws_smithy_types::str_bytes::StrBytes;

use super::ToHeader;
// needed by: bound events to write
use super::WriteEvent;
use crate::support::operation::BuildError;
use crate::support::wire::{Encode, Format, Layout};

/// A message in the making, with a payload in the format `F`.
pub struct Draft<F> {
    headers: Vec<Header>,
    content_type: Option<&'static str>,
    payload: Vec<u8>,
    /// What the outermost value of the payload is called, where the format has such names.
    root: Option<(&'static str, &'static Layout)>,
    failure: Option<BuildError>,
    format: PhantomData<F>,
}

impl<F: Format> Draft<F> {
    /// An event of this name.
    #[inline]
    pub fn event(name: &'static str) -> Self {
        Self::of("event", ":event-type", name)
    }

    /// An error of this name, with which a stream ends.
    #[inline]
    pub fn exception(name: &'static str) -> Self {
        Self::of("exception", ":exception-type", name)
    }

    // needed by: events to answer with
    /// An error that is none of the stream's, with which it ends: it has a code, and a message maybe.
    pub fn error(error: &impl ProvideErrorMetadata) -> Self {
        let code = error.code().unwrap_or("InternalFailure").to_owned();
        let mut draft = Self::of("error", ":error-code", code);
        let message = error.message().map(|message| message.to_owned().into());
        let message = message.map(HeaderValue::String);
        draft
            .headers
            .extend(message.map(|message| Header::new(":error-message", message)));
        draft
    }

    fn of(type_: &'static str, name_of: &'static str, name: impl Into<StrBytes>) -> Self {
        let text = HeaderValue::String;
        // With room for the media type, and a member.
        let mut headers = Vec::with_capacity(4);
        headers.push(Header::new(":message-type", text(type_.into())));
        headers.push(Header::new(name_of, text(name.into())));
        Self {
            headers,
            content_type: None,
            payload: Vec::new(),
            root: None,
            failure: None,
            format: PhantomData,
        }
    }

    /// The same, with a payload whose outermost value is called so, where the format has such names.
    #[inline]
    #[must_use]
    pub fn in_root(mut self, name: &'static str, layout: &'static Layout) -> Self {
        self.root = Some((name, layout));
        self
    }

    /// The same with a member as a header, unless it is not set.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &impl ToHeader) -> Self {
        let value = value.to_header();
        self.headers
            .extend(value.map(|value| Header::new(name, value)));
        self
    }

    /// The same with a value as the payload, in the format.
    #[must_use]
    pub fn document(mut self, value: &impl Encode) -> Self {
        let mut writer = match self.root {
            Some((name, layout)) => F::writer_of(name, layout),
            None => F::writer(),
        };
        value.encode(&mut writer);
        match F::finish(writer) {
            Ok(payload) => self.payload = payload,
            Err(failure) => self.failure = Some(failure),
        }
        self.content_type = Some(F::MEDIA_TYPE);
        self
    }

    // needed by: bound events to write
    /// The same with a member as the payload, unless it is not set.
    #[must_use]
    pub fn payload(self, value: Option<&impl Encode>) -> Self {
        match value {
            Some(value) => self.document(value),
            None => self,
        }
    }

    // needed by: bound events to write
    /// The same with a member as the payload as it is, bytes or text of this media type, unless it is
    /// not set.
    #[must_use]
    pub fn plain(mut self, media_type: &'static str, value: &impl ToHeader) -> Self {
        self.payload = match value.to_header() {
            Some(HeaderValue::ByteArray(bytes)) => bytes.into(),
            Some(HeaderValue::String(text)) => text.as_bytes().to_vec(),
            _ => return self,
        };
        self.content_type = Some(media_type);
        self
    }

    // needed by: bound events to write
    /// The same with all that an event has.
    #[inline]
    #[must_use]
    pub fn bound(self, event: &impl WriteEvent) -> Self {
        event.write_event(self)
    }

    // needed by: initial messages to write
    /// The same with a payload that is there already, in the format.
    #[must_use]
    pub fn written(mut self, payload: Vec<u8>) -> Self {
        self.payload = payload;
        self.content_type = Some(F::MEDIA_TYPE);
        self
    }

    /// The message.
    ///
    /// # Errors
    /// Where a value cannot be sent.
    pub fn finish(mut self) -> Result<Message, BuildError> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        // Behind the name, as services have it.
        if let Some(content_type) = self.content_type {
            let value = HeaderValue::String(content_type.into());
            self.headers.insert(2, Header::new(":content-type", value));
        }
        Ok(Message::new_from_parts(self.headers, self.payload))
    }
}
