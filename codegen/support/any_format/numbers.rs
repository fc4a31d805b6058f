//! Numbers. What a format has for a number need not be what the model has: `1.0` is an integer too.

use std::fmt;

// needed by: big numbers
use aws_smithy_types::{BigDecimal, BigInteger};
// needed by: big numbers
use serde::Deserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};

/// Floats are integers up to here, each of them one.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The name under which `serde_json` gives the digits of a number, as the one value of a map, where it keeps
/// all of them (its feature `arbitrary_precision`, which any crate of a build may turn on).
pub(super) const DIGITS: &str = "$serde_json::private::Number";

/// The text that is the one value of such a map.
pub(super) fn digits<'de, A: MapAccess<'de>>(mut map: A) -> Result<String, A::Error> {
    match map.next_entry::<String, String>()? {
        Some((name, digits)) if name == DIGITS => Ok(digits),
        _ => Err(A::Error::invalid_type(Unexpected::Map, &"a number")),
    }
}

/// Reads an integer.
pub(super) struct IntegerVisitor;

impl<'de> Visitor<'de> for IntegerVisitor {
    type Value = i64;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<i64, E> {
        let out_of_range = |_| E::invalid_value(Unexpected::Unsigned(value), &self);
        i64::try_from(value).map_err(out_of_range)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<i64, E> {
        if value.fract() == 0.0 && value.abs() <= EXACT {
            return Ok(value as i64);
        }
        Err(E::invalid_value(Unexpected::Float(value), &self))
    }
}

// needed by: floats
/// What a text says that is no number in JSON.
#[inline]
pub(super) fn word(value: f64) -> Option<&'static str> {
    match value {
        f64::INFINITY => Some("Infinity"),
        f64::NEG_INFINITY => Some("-Infinity"),
        _ if value.is_nan() => Some("NaN"),
        _ => None,
    }
}

// needed by: floats
/// Reads a float of so many bits, and whether it has become infinite by that is told by the second.
#[derive(Clone, Copy)]
pub(super) struct FloatVisitor<T>(pub fn(f64) -> T, pub fn(T) -> bool);

// needed by: floats
impl<T: Copy> FloatVisitor<T> {
    fn rounded<E: Error>(self, value: f64) -> Result<T, E> {
        let rounded = (self.0)(value);
        if value.is_finite() && !(self.1)(rounded) {
            return Err(E::custom("expected a number within its type's range"));
        }
        Ok(rounded)
    }
}

// needed by: floats
impl<'de, T: Copy> Visitor<'de> for FloatVisitor<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
    }

    #[inline]
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        self.rounded(value)
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.rounded(value as f64)
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.rounded(value as f64)
    }

    /// Some formats have nothing but texts.
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let value = match text {
            "NaN" => f64::NAN,
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            text => match text.parse::<f64>() {
                Ok(value) if value.is_finite() => value,
                _ => return Err(E::custom("expected a number")),
            },
        };
        self.rounded(value)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        self.visit_str(&digits(map)?)
    }
}

// needed by: big numbers
/// Reads an integer of any size: a text, or a number as long as that has lost no digit.
pub(super) fn big_integer<'de, D: Deserializer<'de>>(from: D) -> Result<BigInteger, D::Error> {
    let text = big_number(from)?;
    let text = match text.parse::<f64>() {
        // A float without a fraction.
        Ok(value) if text.ends_with(".0") && value.abs() <= EXACT => text.trim_end_matches(".0"),
        _ => text.as_str(),
    };
    text.parse()
        .map_err(|_| D::Error::custom("expected an integer; a large one as a text"))
}

// needed by: big numbers
/// Reads a number of any size: a text, or a number, with the digits that the format keeps of it.
pub(super) fn big_decimal<'de, D: Deserializer<'de>>(from: D) -> Result<BigDecimal, D::Error> {
    big_number(from)?
        .parse()
        .map_err(|_| D::Error::custom("expected a number"))
}

// needed by: big numbers
fn big_number<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = match from.is_human_readable() {
        true => from.deserialize_any(DigitsVisitor)?,
        false => from.deserialize_str(DigitsVisitor)?,
    };
    let is_number = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    match is_number {
        true => Ok(text),
        false => Err(D::Error::custom("expected a number, or its text")),
    }
}

// needed by: big numbers
/// Reads the digits of a number.
struct DigitsVisitor;

// needed by: big numbers
impl<'de> Visitor<'de> for DigitsVisitor {
    type Value = String;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or its text")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    #[inline]
    fn visit_i128<E: Error>(self, value: i128) -> Result<String, E> {
        Ok(value.to_string())
    }

    #[inline]
    fn visit_u128<E: Error>(self, value: u128) -> Result<String, E> {
        Ok(value.to_string())
    }

    /// As few digits as the float takes.
    #[inline]
    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        Ok(format!("{value:?}"))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<String, A::Error> {
        digits(map)
    }
}
