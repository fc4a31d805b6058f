//! A message that is an event: its name, its headers, its payload.

use std::marker::PhantomData;

use aws_smithy_types::event_stream::{HeaderValue, Message};
use aws_smithy_types::str_bytes::StrBytes;

use super::error::Reason;
// needed by: bound events
use super::ReadEvent;
use super::{FromHeader, UnreadableEvent};
use crate::support::wire::{self, Decode, Format};
// needed by: initial responses
use crate::support::wire::{DecodeMember, Reader as _};

/// A message that is an event, with payloads in the format `F`.
pub struct Event<'m, F> {
    name: &'m str,
    message: &'m Message,
    format: PhantomData<F>,
}

impl<'m, F: Format> Event<'m, F> {
    pub(super) fn new(name: &'m str, message: &'m Message) -> Self {
        Self {
            name,
            message,
            format: PhantomData,
        }
    }

    /// Its name: that of the union's member.
    #[inline]
    pub fn name(&self) -> &'m str {
        self.name
    }

    /// The event, where its payload is all of it. One without a payload is one of which no member is
    /// set.
    ///
    /// # Errors
    /// Where the payload is not a `T`.
    pub fn document<T: Decode>(&self) -> Result<T, UnreadableEvent> {
        let payload: &[u8] = match self.message.payload().as_ref() {
            [] => F::EMPTY,
            // Nothing of it would be read.
            _ if size_of::<T>() == 0 => F::EMPTY,
            payload => payload,
        };
        self.decode(payload)
    }

    // needed by: bound events
    /// The event, of which members are headers, or one is the payload.
    ///
    /// # Errors
    /// Where the message is not what the model says.
    #[inline]
    pub fn bound<T: ReadEvent>(&self) -> Result<T, UnreadableEvent> {
        T::read_event(self)
    }

    // needed by: bound events
    /// Reads a header into its member, which stays as it is where there is no such header.
    ///
    /// # Errors
    /// Where the header is of another type.
    pub fn header(&self, name: &str, member: &mut impl FromHeader) -> Result<(), UnreadableEvent> {
        match header(self.message, name) {
            Some(value) => self.put(name, value, member),
            None => Ok(()),
        }
    }

    // needed by: bound events
    /// Reads the payload into its member, which stays as it is where there is none.
    ///
    /// # Errors
    /// Where the payload is not the member's value.
    pub fn payload<T: Decode>(&self, member: &mut T) -> Result<(), UnreadableEvent> {
        let payload = self.message.payload();
        if !payload.is_empty() {
            *member = self.decode(payload)?;
        }
        Ok(())
    }

    // needed by: bound events
    /// Reads the payload into its member as it is: bytes.
    ///
    /// # Errors
    /// None: any bytes will do.
    #[inline]
    pub fn blob(&self, member: &mut impl FromHeader) -> Result<(), UnreadableEvent> {
        let value = HeaderValue::ByteArray(self.message.payload().clone());
        self.put("", &value, member)
    }

    // needed by: bound events
    /// Reads the payload into its member as it is: text.
    ///
    /// # Errors
    /// Where it is not UTF-8.
    pub fn text(&self, member: &mut impl FromHeader) -> Result<(), UnreadableEvent> {
        let text = StrBytes::try_from(self.message.payload().clone());
        let text = text.map_err(|_| UnreadableEvent::new(Reason::Text).in_event(self.name))?;
        self.put("", &HeaderValue::String(text), member)
    }

    // needed by: bound events
    fn put<T: FromHeader>(
        &self,
        name: &str,
        value: &HeaderValue,
        member: &mut T,
    ) -> Result<(), UnreadableEvent> {
        *member = T::from_header(value).ok_or_else(|| {
            let reason = Reason::Header(name.to_owned(), T::EXPECTED);
            UnreadableEvent::new(reason).in_event(self.name)
        })?;
        Ok(())
    }

    // needed by: initial responses
    /// Reads the payload into a structure that is there already.
    ///
    /// # Errors
    /// Where the payload is not that structure.
    pub(super) fn read_into(
        &self,
        structure: &mut impl DecodeMember,
    ) -> Result<(), UnreadableEvent> {
        let payload = self.message.payload();
        if payload.is_empty() {
            return Ok(());
        }
        let mut read = || {
            let mut reader = F::reader(payload)?;
            reader.members(structure)?;
            F::end(reader)
        };
        read().map_err(|error| UnreadableEvent::new(Reason::Payload(error)).in_event(self.name))
    }

    #[inline]
    fn decode<T: Decode>(&self, payload: &[u8]) -> Result<T, UnreadableEvent> {
        wire::read::<F, T>(payload)
            .map_err(|error| UnreadableEvent::new(Reason::Payload(error)).in_event(self.name))
    }
}

/// The value of a header; of several of one name the first.
#[inline]
pub(super) fn header<'m>(message: &'m Message, name: &str) -> Option<&'m HeaderValue> {
    let mut headers = message.headers().iter();
    let header = headers.find(|header| header.name().as_str() == name)?;
    Some(header.value())
}

/// The text of a header.
///
/// # Errors
/// Where there is none, or no text.
#[inline]
pub(super) fn text<'m>(message: &'m Message, name: &str) -> Result<&'m str, UnreadableEvent> {
    let value = header(message, name).and_then(|value| value.as_string().ok());
    let text = value.map(StrBytes::as_str);
    text.ok_or_else(|| {
        let reason = Reason::Header(name.to_owned(), String::EXPECTED);
        UnreadableEvent::new(reason)
    })
}
