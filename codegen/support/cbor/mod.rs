//! CBOR as Smithy services speak it.
//!
//! It is read as [RFC 8949](https://www.rfc-editor.org/rfc/rfc8949) has it, with definite lengths and
//! with indefinite ones, and arguments of any width. Tags that say no more than the model does count
//! for nothing; timestamps, big integers and big decimals are [tags 1, 2, 3 and
//! 4](https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#shape-serialization).

mod big_number;
mod head;
mod number;
mod reader;
mod text;
mod values;
mod writer;

use super::operation::BuildError;
use super::wire::{Error, ErrorKind, Format, MAX_DEPTH};

pub use reader::Reader;
pub use writer::Writer;

/// The format.
pub struct Cbor;

impl Format for Cbor {
    type Writer = Writer;
    type Reader<'a> = Reader<'a>;

    const MEDIA_TYPE: &'static str = "application/cbor";
    const EMPTY: &'static [u8] = &[head::EMPTY_MAP];

    #[inline]
    fn writer() -> Writer {
        Writer::new()
    }

    #[inline]
    fn finish(writer: Writer) -> Result<Vec<u8>, BuildError> {
        writer.finish()
    }

    #[inline]
    fn reader(message: &[u8]) -> Result<Reader<'_>, Error> {
        Ok(Reader::at_start(message))
    }

    #[inline]
    fn end(reader: Reader<'_>) -> Result<(), Error> {
        reader.finish()
    }
}
