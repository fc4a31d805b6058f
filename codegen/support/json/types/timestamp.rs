//! Timestamps, in their three formats.
//!
//! <https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

use super::super::{
    DateTimeFormat, Decode, DecodeAs, Encode, EncodeAs, EpochSeconds, Error, ErrorKind, HttpDate,
    Reader, Writer,
};

impl Encode for DateTime {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        EncodeAs::<EpochSeconds>::encode_as(self, w);
    }
}

impl Decode for DateTime {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        DecodeAs::<EpochSeconds>::decode_as(r)
    }
}

impl EncodeAs<EpochSeconds> for DateTime {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        if !self.has_subsec_nanos() {
            return w.integer(self.secs());
        }
        match self.fmt(Format::EpochSeconds) {
            Ok(number) => w.number(number),
            Err(_) => w.fail("a timestamp is out of range"),
        }
    }
}

impl DecodeAs<EpochSeconds> for DateTime {
    /// Keeps nine digits of a fraction.
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        let number = r.number()?;
        number
            .scaled(9)
            .and_then(|(nanoseconds, _)| Self::from_nanos(nanoseconds).ok())
            .ok_or(number.error(ErrorKind::NumberOutOfRange))
    }
}

impl EncodeAs<DateTimeFormat> for DateTime {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        write_string(*self, Format::DateTime, w);
    }
}

impl DecodeAs<DateTimeFormat> for DateTime {
    /// Takes an offset from UTC too, which services are not to send but some do.
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        read_string(r, Format::DateTimeWithOffset)
    }
}

impl EncodeAs<HttpDate> for DateTime {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        write_string(*self, Format::HttpDate, w);
    }
}

impl DecodeAs<HttpDate> for DateTime {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        read_string(r, Format::HttpDate)
    }
}

#[inline]
fn write_string(timestamp: DateTime, format: Format, w: &mut Writer) {
    match timestamp.fmt(format) {
        Ok(text) => w.string(&text),
        Err(_) => w.fail("a timestamp is out of the range of its format"),
    }
}

#[inline]
fn read_string(r: &mut Reader<'_>, format: Format) -> Result<DateTime, Error> {
    let offset = r.at;
    DateTime::from_str(&r.string()?, format)
        .map_err(|_| Error::new(ErrorKind::InvalidTimestamp, offset))
}
