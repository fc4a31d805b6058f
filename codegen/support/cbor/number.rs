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
/// The fraction of a float is the one that it was made of: as few milliseconds, microseconds or
/// nanoseconds as give the same float. What is finer than that is cut off.
#[inline]
pub(super) fn moment(number: Number) -> Option<DateTime> {
    let float = match number {
        Number::Integer(seconds) => return Some(DateTime::from_secs(seconds.try_into().ok()?)),
        Number::Float(float) => float,
    };
    if let Some(seconds) = whole(float)
        && seconds as f64 == float
    {
        return Some(DateTime::from_secs(seconds));
    }
    let floor = float.floor();
    let fraction = float - floor;
    let units = [1e3, 1e6, 1e9].into_iter().find_map(|in_a_second| {
        let count = (fraction * in_a_second).round();
        (floor + count / in_a_second == float).then_some(count * (1e9 / in_a_second))
    });
    let nanoseconds = (units.unwrap_or(fraction * 1e9) as u32).min(999_999_999);
    Some(DateTime::from_secs_and_nanos(whole(floor)?, nanoseconds))
}

/// The float that is read as a moment, or as one with fewer digits: what a float has no room for is
/// cut off. `None` where that is the whole fraction.
#[inline]
pub(super) fn seconds(moment: &DateTime) -> Option<f64> {
    let (seconds, nanoseconds) = (moment.secs(), moment.subsec_nanos());
    [1, 1_000, 1_000_000].into_iter().find_map(|unit| {
        let cut = DateTime::from_secs_and_nanos(seconds, nanoseconds / unit * unit);
        let float = cut.as_secs_f64();
        let is_read = cut.has_subsec_nanos() && self::moment(Number::Float(float)) == Some(cut);
        is_read.then_some(float)
    })
}
