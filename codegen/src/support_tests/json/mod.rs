//! The JSON codec, by what it has to get right.

mod conformance;
mod containers;
mod documents;
mod everything;
mod limits;
mod numbers;
mod round_trip;
mod strings;
mod timestamps;
mod unions;

use crate::support::json::{Decode, Encode, Error, ErrorKind, Reader, Writer};

/// Reads a whole text.
fn read<T: Decode>(text: &str) -> Result<T, Error> {
    Reader::read_document(text.as_bytes())
}

/// Reads a text that cannot be read, and tells why and where not.
fn refusal<T: Decode>(text: &str) -> (ErrorKind, usize) {
    match read::<T>(text) {
        Ok(_) => panic!("{text} was read"),
        Err(error) => (error.kind(), error.offset()),
    }
}

/// Writes a value that can be written.
fn write(value: &impl Encode) -> String {
    let mut writer = Writer::new();
    value.encode(&mut writer);
    let bytes = writer.finish().expect("the value can be written");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// Writes a value that cannot be written, and tells why not.
fn failure(value: &impl Encode) -> String {
    let mut writer = Writer::new();
    value.encode(&mut writer);
    writer
        .finish()
        .expect_err("the value cannot be written")
        .to_string()
}
