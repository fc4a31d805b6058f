//! The CBOR codec, by what it has to get right. Messages are hexadecimal.

mod big_numbers;
mod containers;
mod examples;
mod limits;
mod numbers;
mod round_trip;
mod strings;
mod tags;
mod timestamps;

use super::wire::everything;
use crate::support::cbor::Cbor;
use crate::support::wire::{self, Decode, Encode, Error, ErrorKind, Reader};

/// The bytes of a message, between which there may be blanks.
fn bytes(message: &str) -> Vec<u8> {
    let digits: Vec<char> = message.chars().filter(|c| *c != ' ').collect();
    let byte = |pair: &[char]| {
        let text: String = pair.iter().collect();
        u8::from_str_radix(&text, 16).expect("hexadecimal")
    };
    digits.chunks(2).map(byte).collect()
}

/// Reads a whole message.
fn read<T: Decode>(message: &str) -> Result<T, Error> {
    wire::read::<Cbor, T>(&bytes(message))
}

/// Reads a message that cannot be read, and tells why and where not.
fn refusal<T: Decode>(message: &str) -> (ErrorKind, usize) {
    match read::<T>(message) {
        Ok(_) => panic!("{message} was read"),
        Err(error) => (error.kind(), error.offset()),
    }
}

/// Writes a value that can be written.
fn write(value: &impl Encode) -> String {
    let bytes = wire::write::<Cbor>(value).expect("the value can be written");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a value that cannot be written, and tells why not.
fn failure(value: &impl Encode) -> String {
    wire::write::<Cbor>(value)
        .expect_err("the value cannot be written")
        .to_string()
}

/// Any value, of which only the end is found.
#[derive(Debug, PartialEq)]
struct Skipped;

impl Decode for Skipped {
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.skip()?;
        Ok(Self)
    }
}
