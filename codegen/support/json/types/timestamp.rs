//! Timestamps as the JSON protocols write them by default: numbers of seconds since 1970.

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

use super::super::{Decode, Encode, Error, ErrorKind, Reader, Writer};

impl Encode for DateTime {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        if !self.has_subsec_nanos() {
            return w.integer(self.secs());
        }
        match self.fmt(Format::EpochSeconds) {
            Ok(number) => w.number(number),
            Err(_) => w.fail("a timestamp is out of range"),
        }
    }
}

impl Decode for DateTime {
    /// Keeps nine digits of a fraction.
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        let number = r.number()?;
        number
            .scaled(9)
            .and_then(|(nanoseconds, _)| Self::from_nanos(nanoseconds).ok())
            .ok_or(number.error(ErrorKind::NumberOutOfRange))
    }
}
