//! JSON as Smithy services speak it.
//!
//! Text is read as [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) has it and no laxer. What
//! JSON cannot say is said as [Smithy's JSON protocols
//! agree](https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#shape-serialization):
//! blobs are base64 strings, `NaN` and the infinities are strings, timestamps have three formats.

mod number;
mod reader;
mod string;
mod values;
mod writer;

use std::borrow::Cow;

use super::operation::BuildError;
use super::wire::{Error, ErrorKind, Format, MAX_DEPTH};

pub use reader::Reader;
pub use writer::Writer;

/// The format. Big numbers may be strings: they lose no digit where all numbers are floats.
pub struct Json<const QUOTES_BIG_NUMBERS: bool = false>;

impl<const QUOTES_BIG_NUMBERS: bool> Format for Json<QUOTES_BIG_NUMBERS> {
    type Writer = Writer;
    type Reader<'a> = Reader<'a>;

    const MEDIA_TYPE: &'static str = "application/json";
    const EMPTY: &'static [u8] = b"{}";

    #[inline]
    fn writer() -> Writer {
        Writer::new(QUOTES_BIG_NUMBERS)
    }

    #[inline]
    fn finish(writer: Writer) -> Result<Vec<u8>, BuildError> {
        writer.finish()
    }

    #[inline]
    fn reader(message: &[u8]) -> Result<Reader<'_>, Error> {
        Reader::before_value(message)
    }

    #[inline]
    fn end(reader: Reader<'_>) -> Result<(), Error> {
        reader.finish()
    }

    /// Bytes that are not UTF-8 become U+FFFD.
    #[inline]
    fn mended(message: &[u8]) -> Cow<'_, [u8]> {
        match String::from_utf8_lossy(message) {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        }
    }
}
