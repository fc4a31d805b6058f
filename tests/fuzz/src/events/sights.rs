//! A stream with an event of each kind, written as the generator writes it.

use aws_smithy_types::event_stream::Message;
use aws_smithy_types::{Blob, DateTime};

use crate::everything::Everything;
use crate::support::event_stream::{
    Draft, Event, Exception, ReadEvent, Receive, Transmit, UnreadableEvent, WriteEvent,
};
use crate::support::json::Json;
use crate::support::operation::BuildError;
use crate::support::wire::Format;
use crate::tides::Error;

/// What is seen.
#[derive(Debug)]
pub enum Sights {
    Everything(Box<Everything>),
    Photo(Photo),
    Remark(Remark),
    Unknown,
}

/// A header of each type, and bytes.
#[derive(Debug, Default, PartialEq)]
pub struct Photo {
    pub bytes: Option<Blob>,
    pub sharp: Option<bool>,
    pub zoom: Option<i8>,
    pub width: Option<i16>,
    pub height: Option<i32>,
    pub size: Option<i64>,
    pub checksum: Option<Blob>,
    pub camera: Option<String>,
    pub taken: Option<DateTime>,
}

/// A text.
#[derive(Debug, Default, PartialEq)]
pub struct Remark {
    pub author: Option<String>,
    pub text: Option<String>,
}

impl Sights {
    /// Whether they are the same; of documents, which the codecs are tried with, only that both are some.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Everything(_), Self::Everything(_)) => true,
            (Self::Photo(one), Self::Photo(other)) => one == other,
            (Self::Remark(one), Self::Remark(other)) => one == other,
            _ => false,
        }
    }
}

impl Receive for Sights {
    type Format = Json;
    type Error = Error;

    fn event(event: &Event<'_, Json>) -> Result<Self, UnreadableEvent> {
        match event.name() {
            "everything" => event.document().map(Box::new).map(Self::Everything),
            "photo" => event.bound().map(Self::Photo),
            "remark" => event.bound().map(Self::Remark),
            _ => Ok(Self::Unknown),
        }
    }

    fn exception(exception: &Exception<'_, Json>) -> Error {
        match exception.name() {
            "storm" => Error::Storm(exception.read("StormException")),
            _ => exception.other(),
        }
    }
}

impl Transmit for Sights {
    type Format = Json;

    fn message(&self) -> Result<Message, BuildError> {
        type Draft = crate::support::event_stream::Draft<Json>;
        match self {
            Self::Everything(event) => Draft::event("everything").document(&**event),
            Self::Photo(event) => Draft::event("photo").bound(event),
            Self::Remark(event) => Draft::event("remark").bound(event),
            Self::Unknown => return Err(BuildError::new("`Sights::Unknown` cannot be sent")),
        }
        .finish()
    }
}

impl ReadEvent for Photo {
    fn read_event(message: &Event<'_, impl Format>) -> Result<Self, UnreadableEvent> {
        let mut event = Self::default();
        message.blob(&mut event.bytes)?;
        message.header("sharp", &mut event.sharp)?;
        message.header("zoom", &mut event.zoom)?;
        message.header("width", &mut event.width)?;
        message.header("height", &mut event.height)?;
        message.header("size", &mut event.size)?;
        message.header("checksum", &mut event.checksum)?;
        message.header("camera", &mut event.camera)?;
        message.header("taken", &mut event.taken)?;
        Ok(event)
    }
}

impl WriteEvent for Photo {
    fn write_event<F: Format>(&self, draft: Draft<F>) -> Draft<F> {
        draft
            .plain("application/octet-stream", &self.bytes)
            .header("sharp", &self.sharp)
            .header("zoom", &self.zoom)
            .header("width", &self.width)
            .header("height", &self.height)
            .header("size", &self.size)
            .header("checksum", &self.checksum)
            .header("camera", &self.camera)
            .header("taken", &self.taken)
    }
}

impl ReadEvent for Remark {
    fn read_event(message: &Event<'_, impl Format>) -> Result<Self, UnreadableEvent> {
        let mut event = Self::default();
        message.header("author", &mut event.author)?;
        message.text(&mut event.text)?;
        Ok(event)
    }
}

impl WriteEvent for Remark {
    fn write_event<F: Format>(&self, draft: Draft<F>) -> Draft<F> {
        draft
            .header("author", &self.author)
            .plain("text/plain", &self.text)
    }
}
