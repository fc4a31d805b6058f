//! The JSON codec, by what it has to get right.

mod conformance;
mod containers;
mod documents;
mod limits;
mod numbers;
mod round_trip;
mod strings;
mod timestamps;
mod unions;

use super::wire::everything;
use crate::support::json::Json;
use crate::support::wire::{self, Decode, Encode, Error, ErrorKind};

/// Reads a whole text.
fn read<T: Decode>(text: &str) -> Result<T, Error> {
    wire::read::<Json, T>(text.as_bytes())
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
    let bytes = wire::write::<Json>(value).expect("the value can be written");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// Writes a value that cannot be written, and tells why not.
fn failure(value: &impl Encode) -> String {
    wire::write::<Json>(value)
        .expect_err("the value cannot be written")
        .to_string()
}
