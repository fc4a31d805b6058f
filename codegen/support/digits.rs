//! Numbers written as texts, the same in every format that has nothing but texts.

// needed by: floats
use std::fmt;
// needed by: floats
use std::io::Write as _;

/// Adds an integer to a text.
#[inline]
pub fn write_integer(text: &mut Vec<u8>, value: i64) {
    if value < 0 {
        text.push(b'-');
    }
    write_natural(text, value.unsigned_abs());
}

/// Adds an integer that is not negative to a text.
#[inline]
pub fn write_natural(text: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    text.extend_from_slice(&digits[start..]);
}

// needed by: floats
/// Adds to a text as few digits as give the same float again. It has no [`word`].
#[inline]
pub fn write_float(text: &mut Vec<u8>, value: &dyn fmt::Debug) {
    // Unlike `Display`, `Debug` does not write out a hundred zeros. A vector takes whatever it is
    // given.
    let _ = write!(text, "{value:?}");
}

// needed by: floats
/// What Smithy calls a float that no digits are: `NaN` and the infinities.
#[inline]
pub fn word(value: f64) -> Option<&'static str> {
    if value.is_finite() {
        None
    } else if value.is_nan() {
        Some("NaN")
    } else if value > 0.0 {
        Some("Infinity")
    } else {
        Some("-Infinity")
    }
}
