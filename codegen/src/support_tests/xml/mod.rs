//! The reader and the writer of XML, by what they have to get right.

mod envelopes;
mod limits;
mod messages;
mod oracle;
mod peer;
mod round_trip;
mod shapes;
mod structures;
mod text;
mod writer;

use crate::support::wire::{Decode, Error, ErrorKind, Reader as WireReader};
use crate::support::xml::Reader;

/// Reads a whole message.
fn read<T: Decode>(message: impl AsRef<[u8]>) -> Result<T, Error> {
    let mut reader = Reader::new(message.as_ref())?;
    let value = T::decode(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// Reads a message that cannot be read, and tells why and where not.
fn refusal<T: Decode>(message: impl AsRef<[u8]>) -> (ErrorKind, usize) {
    match read::<T>(&message) {
        Ok(_) => panic!("{} was read", message.as_ref().escape_ascii()),
        Err(error) => (error.kind(), error.offset()),
    }
}

/// Any value, of which only the end is found.
#[derive(Debug, PartialEq)]
struct Skipped;

impl Decode for Skipped {
    fn decode(r: &mut impl WireReader) -> Result<Self, Error> {
        r.skip()?;
        Ok(Self)
    }
}
