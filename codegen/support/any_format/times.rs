//! Timestamps: written as RFC 3339 has them, and read in all formats that members have.

use std::fmt;

use aws_smithy_types::DateTime;
use serde::Deserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};

use super::super::timestamp::{DateTimeFormat, EpochSeconds, HttpDate, TimestampFormat};
use super::numbers::DIGITS;

/// The name under which `toml` gives a date, as the one value of a map.
const TOML: &str = "$__toml_private_datetime";

/// The text of a moment, with as many digits of a fraction as it takes; `None` where RFC 3339 has none.
#[inline]
pub(super) fn text(moment: &DateTime) -> Option<String> {
    let text = DateTimeFormat::write(&DateTime::from_secs(moment.secs()))?;
    if !moment.has_subsec_nanos() {
        return Some(text);
    }
    let fraction = format!("{:09}", moment.subsec_nanos());
    let seconds = text.trim_end_matches('Z');
    Some(format!("{seconds}.{}Z", fraction.trim_end_matches('0')))
}

/// Reads a moment: RFC 3339, or where a format says what its values are any format that members have.
pub(super) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<DateTime, D::Error> {
    match from.is_human_readable() {
        true => from.deserialize_any(MomentVisitor),
        false => from.deserialize_str(MomentVisitor),
    }
}

struct MomentVisitor;

impl<'de> Visitor<'de> for MomentVisitor {
    type Value = DateTime;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date and time (RFC 3339), or seconds since 1970")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<DateTime, E> {
        let moment = DateTimeFormat::read(text).or_else(|| HttpDate::read(text));
        let moment = moment.or_else(|| EpochSeconds::read(text));
        moment.ok_or_else(|| E::custom("expected a date and time (RFC 3339)"))
    }

    #[inline]
    fn visit_i64<E: Error>(self, seconds: i64) -> Result<DateTime, E> {
        Ok(DateTime::from_secs(seconds))
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<DateTime, E> {
        match i64::try_from(seconds) {
            Ok(seconds) => Ok(DateTime::from_secs(seconds)),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(seconds), &self)),
        }
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<DateTime, E> {
        // By its digits: those of the float that it is nearest to are not what was meant.
        let moment = EpochSeconds::read(&format!("{seconds:?}"));
        moment.ok_or_else(|| E::invalid_value(Unexpected::Float(seconds), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<DateTime, A::Error> {
        match map.next_entry::<String, String>()? {
            Some((name, text)) if [TOML, DIGITS].contains(&name.as_str()) => self.visit_str(&text),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}
