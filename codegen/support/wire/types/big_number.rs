//! Numbers of any size.

use aws_smithy_types::{BigDecimal, BigInteger};

use super::super::{Decode, Encode, Error, Reader, Writer};

impl Encode for BigInteger {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.big_integer(self);
    }
}

impl Decode for BigInteger {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.big_integer()
    }
}

impl Encode for BigDecimal {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.big_decimal(self);
    }
}

impl Decode for BigDecimal {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.big_decimal()
    }
}
