//! Timestamps as the JSON protocols write them by default: numbers of seconds since 1970.

use aws_smithy_types::DateTime;

use super::super::super::timestamp::{EpochSeconds, TimestampFormat};
use super::super::{Decode, Encode, Error, ErrorKind, Reader, Writer};

impl Encode for DateTime {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        if !self.has_subsec_nanos() {
            return w.integer(self.secs());
        }
        match EpochSeconds::write(self) {
            Some(number) => w.number(number),
            None => w.fail("a timestamp is out of range"),
        }
    }
}

impl Decode for DateTime {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        let number = r.number()?;
        EpochSeconds::read(number.text).ok_or(number.error(ErrorKind::NumberOutOfRange))
    }
}
