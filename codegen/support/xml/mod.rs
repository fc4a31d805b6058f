//! XML as Smithy services speak it.
//!
//! Text is read as [XML 1.0](https://www.w3.org/TR/xml/) has it, without what no service sends: a
//! document type is refused, so that no entity is ever defined and nothing expands. Namespaces count for
//! nothing, as [Smithy has it](https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings): a name is
//! what stands behind the prefix. They are written as the model declares them.

mod attributes;
mod containers;
mod elements;
pub mod envelope;
mod escape;
mod reader;
mod scan;
mod skip;
mod text;
#[cfg(feature = "test-util")]
pub mod told;
mod values;
mod writer;

use std::borrow::Cow;

use super::operation::BuildError;
use super::wire::{Error, ErrorKind, Format, Layout, MAX_DEPTH};

pub use reader::Reader;
pub use writer::Writer;

/// The format. A message has a root that its protocol names.
pub struct Xml;

/// A structure of which no member is set.
pub(super) const EMPTY: &[u8] = b"<_/>";

impl Format for Xml {
    type Writer = Writer;
    type Reader<'a> = Reader<'a>;

    const MEDIA_TYPE: &'static str = "application/xml";
    const EMPTY: &'static [u8] = EMPTY;

    #[inline]
    fn writer() -> Writer {
        Writer::new()
    }

    // needed by: events to write
    #[inline]
    fn writer_of(root: &'static str, layout: &'static Layout) -> Writer {
        let mut writer = Writer::new();
        writer.begin(root, layout);
        writer
    }

    #[inline]
    fn finish(writer: Writer) -> Result<Vec<u8>, BuildError> {
        writer.finish()
    }

    #[inline]
    fn reader(message: &[u8]) -> Result<Reader<'_>, Error> {
        Reader::of_answer(message)
    }

    #[inline]
    fn end(reader: Reader<'_>) -> Result<(), Error> {
        reader.end()
    }

    /// U+FFFD stands for bytes that are not UTF-8, and for characters that XML does not have.
    #[inline]
    fn mended(message: &[u8]) -> Cow<'_, [u8]> {
        scan::mended(message)
    }

    /// What is around an error is taken off.
    #[inline]
    fn error(body: &[u8]) -> (&[u8], Option<String>) {
        let envelope = envelope::Envelope::of_error(body);
        (envelope.error.unwrap_or_default(), envelope.request_id)
    }

    #[inline]
    fn root(body: &[u8]) -> Option<String> {
        envelope::root(body)
    }
}
