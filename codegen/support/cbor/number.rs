//! Numbers in a message, and the moments that they are.

use aws_smithy_types::DateTime;

use super::head::{DOUBLE, HALF, Head, NATURAL, NEGATIVE, OTHER, SINGLE};

/// A number, of whatever width it was.
pub(super) enum Number {
    Integer(i128),
    Float(f64),
}

impl Head {
    /// The number that this is all of; `None` where it is of something else.
    #[inline]
    pub(super) fn number(&self) -> Option<Number> {
        Some(match (self.major(), self.info()) {
            (NATURAL, _) => Number::Integer(self.argument.into()),
            (NEGATIVE, _) => Number::Integer(-1 - i128::from(self.argument)),
            (OTHER, HALF) => Number::Float(half(self.argument as u16)),
            (OTHER, SINGLE) => Number::Float(f32::from_bits(self.argument as u32).into()),
            (OTHER, DOUBLE) => Number::Float(f64::from_bits(self.argument)),
            _ => return None,
        })
    }
}

/// The float that these 16 bits are.
#[inline]
fn half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1F), f64::from(bits & 0x3FF));
    let size = match exponent {
        0 => fraction * 2_f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (fraction + 1024.0) * 2_f64.powi(exponent - 25),
    };
    if bits >> 15 == 0 { size } else { -size }
}

/// The integer that a float without a fraction is; `None` where that is too large.
#[inline]
pub(super) fn whole(float: f64) -> Option<i64> {
    // Both limits are floats; the upper one is beyond the largest integer.
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    (-LIMIT..LIMIT).contains(&float).then_some(float as i64)
}

/// The moment of a number of seconds since 1970; `None` where it is none that a `DateTime` can be.
///
/// A float has the fraction that it was made of: of milliseconds, microseconds and nanoseconds the
/// coarsest that give the same float.
#[inline]
pub(super) fn moment(number: Number) -> Option<DateTime> {
    let float = match number {
        Number::Integer(seconds) => return Some(DateTime::from_secs(seconds.try_into().ok()?)),
        Number::Float(float) => float,
    };
    let floor = float.floor();
    let seconds = whole(floor)?;
    let (mut count, mut length) = (0.0, 1);
    for in_a_second in [1_000, 1_000_000, 1_000_000_000] {
        length = 1_000_000_000 / in_a_second;
        let in_a_second = f64::from(in_a_second);
        count = ((float - floor) * in_a_second).round();
        if floor + count / in_a_second == float {
            break;
        }
    }
    let nanoseconds = (count as u32 * length).min(999_999_999);
    Some(DateTime::from_secs_and_nanos(seconds, nanoseconds))
}
