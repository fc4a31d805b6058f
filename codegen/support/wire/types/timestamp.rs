//! Timestamps in the format that a member has without another one: numbers of seconds since 1970,
//! or what a format has for timestamps.

use aws_smithy_types::DateTime;

use super::super::super::timestamp::{EpochSeconds, TimestampFormat};
use super::super::{Decode, Encode, Error, Reader, Writer};

impl Encode for DateTime {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.timestamp(self, true, EpochSeconds::write);
    }
}

impl Decode for DateTime {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.timestamp(true, EpochSeconds::read)
    }
}
