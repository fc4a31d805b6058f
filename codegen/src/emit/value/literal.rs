//! Values of simple types.

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

/// The bytes of a blob.
pub(super) fn blob(bytes: &[u8]) -> TokenStream {
    let bytes = Literal::byte_string(bytes);
    quote!(aws_smithy_types::Blob::new(#bytes))
}

pub(super) fn integer(value: &Value) -> TokenStream {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "validated models have whole numbers"
    )]
    let number = value
        .as_i64()
        .or_else(|| value.as_f64().map(|number| number as i64));
    let literal = Literal::i64_unsuffixed(number.unwrap_or_default());
    quote!(#literal)
}

pub(super) fn float(value: &Value, type_: &TokenStream) -> TokenStream {
    match value {
        Value::String(text) => match text.as_str() {
            "Infinity" => quote!(#type_::INFINITY),
            "-Infinity" => quote!(#type_::NEG_INFINITY),
            _ => quote!(#type_::NAN),
        },
        _ => {
            let literal = Literal::f64_unsuffixed(value.as_f64().unwrap_or_default());
            quote!(#literal)
        }
    }
}

/// A big number, whose text has been checked: were it none, zero stands in for it.
pub(super) fn big_number(type_: &TokenStream, value: &Value) -> TokenStream {
    let text = match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    quote!(#text.parse::<#type_>().unwrap_or_default())
}

/// Models write moments as seconds since 1970 or as RFC 3339.
pub(super) fn timestamp(value: &Value) -> TokenStream {
    let moment = match value {
        Value::String(text) => DateTime::from_str(text, Format::DateTimeWithOffset).ok(),
        value => seconds(&value.to_string()),
    };
    let moment = moment.unwrap_or(DateTime::from_secs(0));
    let seconds = Literal::i64_unsuffixed(moment.secs());
    match moment.subsec_nanos() {
        0 => quote!(aws_smithy_types::DateTime::from_secs(#seconds)),
        nanos => {
            let nanos = Literal::u32_unsuffixed(nanos);
            quote!(aws_smithy_types::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
    }
}

/// Seconds with at most nine digits behind the point. They are read as text: a float would be off
/// by some nanoseconds.
fn seconds(text: &str) -> Option<DateTime> {
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    let shift = exponent.parse::<i64>().ok()? + 9 - i64::try_from(fraction.len()).ok()?;
    let power = 10_i128.checked_pow(u32::try_from(shift.unsigned_abs()).ok()?)?;
    let nanos = if shift < 0 {
        digits / power
    } else {
        digits.checked_mul(power)?
    };
    DateTime::from_nanos(nanos).ok()
}

pub(super) fn document(value: &Value) -> TokenStream {
    let document = quote!(aws_smithy_types::Document);
    match value {
        Value::Null => quote!(#document::Null),
        Value::Bool(value) => quote!(#document::Bool(#value)),
        Value::String(text) => quote!(#document::String(#text.to_owned())),
        Value::Number(number) => {
            let number = if let Some(number) = number.as_u64() {
                let literal = Literal::u64_unsuffixed(number);
                quote!(PosInt(#literal))
            } else if let Some(number) = number.as_i64() {
                let literal = Literal::i64_unsuffixed(number);
                quote!(NegInt(#literal))
            } else {
                let literal = Literal::f64_unsuffixed(number.as_f64().unwrap_or_default());
                quote!(Float(#literal))
            };
            quote!(#document::Number(aws_smithy_types::Number::#number))
        }
        Value::Array(values) => {
            let values = values.iter().map(self::document);
            quote!(#document::Array(vec![#(#values),*]))
        }
        Value::Object(entries) => {
            let entries = entries.iter().map(|(name, value)| {
                let value = self::document(value);
                quote!((#name.to_owned(), #value))
            });
            quote!(#document::Object(std::collections::HashMap::from([#(#entries),*])))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_of_seconds_are_exact() {
        let nanos = |text| seconds(text).map(|moment| moment.as_nanos());
        assert_eq!(nanos("946845296.123"), Some(946_845_296_123_000_000));
        assert_eq!(nanos("-1.5"), Some(-1_500_000_000));
        assert_eq!(nanos("-0.5"), Some(-500_000_000));
        assert_eq!(nanos("7"), Some(7_000_000_000));
        assert_eq!(nanos("1e3"), Some(1_000_000_000_000));
        assert_eq!(nanos("9.46845296123E8"), Some(946_845_296_123_000_000));
        assert_eq!(nanos("15e-1"), Some(1_500_000_000));
        assert_eq!(nanos("1e99"), None);
        assert_eq!(nanos("null"), None);
    }
}
