//! Numbers, as the ends of ranges.

use std::cmp::Ordering;
use std::fmt;

/// A number: an end of a range, or what has to be within it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Bound {
    /// A whole number.
    Integer(i128),
    /// Any other.
    Float(f64),
}

impl Bound {
    /// The number that these digits are; `None` where it is none. Of one with very many digits it
    /// is the nearest that fits.
    #[inline]
    pub(super) fn parse(digits: &str) -> Option<Self> {
        let float = || Some(Self::Float(digits.parse().ok()?));
        digits.parse().ok().map(Self::Integer).or_else(float)
    }

    #[inline]
    #[allow(clippy::cast_precision_loss, reason = "the nearest will do")]
    fn float(self) -> f64 {
        match self {
            Self::Integer(number) => number as f64,
            Self::Float(number) => number,
        }
    }
}

impl PartialOrd for Bound {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(one), Self::Integer(other)) => one.partial_cmp(other),
            _ => self.float().partial_cmp(&other.float()),
        }
    }
}

impl fmt::Display for Bound {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => number.fmt(f),
            Self::Float(number) => number.fmt(f),
        }
    }
}
