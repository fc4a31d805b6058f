//! Numbers of any size: their digits go through as they are.

use std::str::FromStr;

use aws_smithy_types::{BigDecimal, BigInteger};

use super::super::{Decode, Encode, Error, ErrorKind, Reader, Writer};

impl Encode for BigInteger {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        write_number(self.as_ref(), w);
    }
}

impl Decode for BigInteger {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        read_number(r, ErrorKind::ExpectedInteger)
    }
}

impl Encode for BigDecimal {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        write_number(self.as_ref(), w);
    }
}

impl Decode for BigDecimal {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        read_number(r, ErrorKind::NumberOutOfRange)
    }
}

#[inline]
fn write_number(text: &str, w: &mut Writer) {
    // `007`, `+1` and `.5` are big numbers, but not numbers in JSON.
    match (is_number(text), w.quotes_big_numbers) {
        (true, false) => w.number(text),
        (true, true) => w.string(text),
        (false, _) => w.fail("a big number is not written as JSON has it"),
    }
}

/// Reads a number, or a string that holds one: some services quote what does not fit a float.
#[inline]
fn read_number<T: FromStr>(r: &mut Reader<'_>, otherwise: ErrorKind) -> Result<T, Error> {
    let offset = r.at;
    if r.peek() == Some(b'"') {
        let text = r.string()?;
        if !is_number(&text) {
            return Err(Error::new(ErrorKind::ExpectedNumber, offset));
        }
        return text.parse().map_err(|_| Error::new(otherwise, offset));
    }
    let number = r.number()?;
    number.text.parse().map_err(|_| number.error(otherwise))
}

/// Whether a text is a number as JSON has it, and nothing else.
#[inline]
fn is_number(text: &str) -> bool {
    let mut reader = Reader::at_start(text);
    reader.number().is_ok() && reader.peek().is_none()
}
