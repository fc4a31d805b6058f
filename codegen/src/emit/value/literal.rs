//! Values of simple types.

use aws_smithy_types::DateTime;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::support::timestamp::{DateTimeFormat, EpochSeconds, TimestampFormat};

/// The bytes of a blob.
pub(super) fn blob(bytes: &[u8]) -> TokenStream {
    let bytes = Literal::byte_string(bytes);
    quote!(aws_smithy_types::Blob::new(#bytes))
}

pub(in crate::emit) fn integer(value: &Value) -> TokenStream {
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

/// Models write moments as seconds since 1970 or as RFC 3339. Numbers are read as text: a float would
/// be off by some nanoseconds.
pub(in crate::emit) fn timestamp(value: &Value) -> TokenStream {
    let moment = match value {
        Value::String(text) => DateTimeFormat::read(text),
        value => EpochSeconds::read(&value.to_string()),
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
    use serde_json::json;

    use super::*;

    #[test]
    fn moments_are_exact_whether_they_are_numbers_or_texts() {
        let moment = quote!(aws_smithy_types::DateTime::from_secs_and_nanos(
            946845296, 123000000
        ));
        for value in [
            json!(946_845_296.123),
            json!("2000-01-02T20:34:56.123Z"),
            json!("2000-01-02T21:34:56.123+01:00"),
        ] {
            assert_eq!(timestamp(&value).to_string(), moment.to_string(), "{value}");
        }
    }
}
