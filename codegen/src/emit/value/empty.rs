//! Values that have nothing in them.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::{Value, json};

use crate::ir::{NamedKind, Type};

/// The empty value of a type, in a box.
pub(in crate::emit) fn empty_in_box(type_: &Type) -> TokenStream {
    match type_ {
        Type::Named(NamedKind::Structure { default: true }, _) => quote!(Box::default()),
        _ => {
            let empty = empty(type_);
            quote!(Box::new(#empty))
        }
    }
}

/// The empty value of a type.
pub(super) fn empty(type_: &Type) -> TokenStream {
    match type_ {
        Type::Boolean => quote!(false),
        Type::Byte | Type::Short | Type::Integer | Type::Long => quote!(0),
        Type::Float | Type::Double => quote!(0.0),
        Type::BigInteger => quote!(aws_smithy_types::BigInteger::default()),
        Type::BigDecimal => quote!(aws_smithy_types::BigDecimal::default()),
        Type::String => quote!(String::new()),
        Type::Blob => quote!(aws_smithy_types::Blob::new([])),
        Type::Stream => quote!(aws_smithy_types::byte_stream::ByteStream::default()),
        Type::Events(_) => quote!(event_stream::Events::default()),
        Type::Outgoing(_) => quote!(event_stream::Outgoing::default()),
        Type::Timestamp(_) => quote!(aws_smithy_types::DateTime::from_secs(0)),
        Type::Document => quote!(aws_smithy_types::Document::Null),
        Type::List(_) => quote!(Vec::new()),
        Type::Map(..) => quote!(HashMap::new()),
        Type::Named(NamedKind::Structure { default: true }, name) => quote!(#name::default()),
        Type::Named(NamedKind::Structure { default: false }, name) => quote!(#name::initial()),
        Type::Named(NamedKind::Union, name) => quote!(#name::Unknown),
        Type::Named(NamedKind::Enum, name) => quote!(#name::Unknown(String::new())),
        Type::Named(NamedKind::IntEnum, name) => quote!(#name::Unknown(0)),
    }
}

/// What the model would write for the empty value of a type.
pub(super) fn empty_json(type_: &Type) -> Value {
    match type_ {
        Type::Boolean => json!(false),
        Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::BigInteger
        | Type::BigDecimal
        | Type::Timestamp(_)
        | Type::Named(NamedKind::IntEnum, _) => json!(0),
        Type::String
        | Type::Blob
        | Type::Stream
        | Type::Events(_)
        | Type::Outgoing(_)
        | Type::Named(NamedKind::Enum, _) => json!(""),
        Type::Document => Value::Null,
        Type::List(_) => json!([]),
        Type::Map(..) | Type::Named(NamedKind::Structure { .. } | NamedKind::Union, _) => json!({}),
    }
}
