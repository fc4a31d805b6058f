//! Values: what the model writes as JSON, as an expression of Rust.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::Context;
use crate::ir::{Element, Initial, Member, NamedKind, Shape, Structure, Type};

/// What a member holds before it is set.
pub(super) fn initial(cx: &Context<'_>, member: &Member) -> TokenStream {
    let value = match &member.initial {
        Initial::Absent => return quote!(None),
        Initial::Empty => empty(&member.type_),
        Initial::Default(value) => Values { cx, path: None }.exact(&member.type_, value),
    };
    if member.boxed { quote!(Box::new(#value)) } else { value }
}

/// The empty value of a type.
fn empty(type_: &Type) -> TokenStream {
    match type_ {
        Type::Boolean => quote!(false),
        Type::Byte | Type::Short | Type::Integer | Type::Long => quote!(0),
        Type::Float | Type::Double => quote!(0.0),
        Type::BigInteger => quote!(aws_smithy_types::BigInteger::default()),
        Type::BigDecimal => quote!(aws_smithy_types::BigDecimal::default()),
        Type::String => quote!(String::new()),
        Type::Blob => quote!(aws_smithy_types::Blob::new([])),
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

/// Writes values of the service's types, which it finds under `path`, e.g. `types`; they are
/// in scope where there is none.
pub(super) struct Values<'a> {
    pub cx: &'a Context<'a>,
    pub path: Option<TokenStream>,
}

impl Values<'_> {
    /// The setters of a builder for the members that an object of JSON has.
    pub fn setters(&self, structure: &Structure, object: &Value) -> TokenStream {
        let setters = structure.members.iter().filter_map(|member| {
            let value = object.get(member.id.member().unwrap_or(&member.wire_name))?;
            let (name, value) = (&member.name, self.argument(&member.type_, value));
            Some(quote!(.#name(#value)))
        });
        quote!(#(#setters)*)
    }

    /// A value where anything that turns into its type will do.
    fn argument(&self, type_: &Type, value: &Value) -> TokenStream {
        match (type_, value) {
            (Type::String | Type::Named(NamedKind::Enum, _), Value::String(text)) => quote!(#text),
            (Type::Named(NamedKind::IntEnum, _), Value::Number(_)) => {
                integer(value)
            }
            (Type::List(element), Value::Array(values)) if !values.is_empty() => {
                let values = values.iter().map(|value| self.item(element, value));
                quote!([#(#values),*])
            }
            (Type::Map(key, element), Value::Object(entries)) if !entries.is_empty() => {
                let entries = entries.iter().map(|(name, value)| {
                    let name = self.argument(key, &Value::String(name.clone()));
                    let value = self.item(element, value);
                    quote!((#name, #value))
                });
                quote!([#(#entries),*])
            }
            _ => self.exact(type_, value),
        }
    }

    fn item(&self, element: &Element, value: &Value) -> TokenStream {
        if element.sparse || matches!(element.type_, Type::List(_) | Type::Map(..)) {
            self.element(element, value)
        } else {
            self.argument(&element.type_, value)
        }
    }

    /// A value of exactly its type.
    pub fn exact(&self, type_: &Type, value: &Value) -> TokenStream {
        match type_ {
            Type::Boolean => {
                let value = value.as_bool().unwrap_or_default();
                quote!(#value)
            }
            Type::Byte | Type::Short | Type::Integer | Type::Long => integer(value),
            Type::Float => float(value, &quote!(f32)),
            Type::Double => float(value, &quote!(f64)),
            Type::BigInteger => number(&quote!(aws_smithy_types::BigInteger), value),
            Type::BigDecimal => number(&quote!(aws_smithy_types::BigDecimal), value),
            Type::String => match value.as_str() {
                None | Some("") => quote!(String::new()),
                Some(text) => quote!(#text.to_owned()),
            },
            Type::Blob => {
                let bytes = Literal::byte_string(value.as_str().unwrap_or_default().as_bytes());
                quote!(aws_smithy_types::Blob::new(#bytes))
            }
            Type::Timestamp(_) => timestamp(value),
            Type::Document => document(value),
            Type::List(element) => {
                let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
                if values.is_empty() {
                    return quote!(Vec::new());
                }
                let values = values.iter().map(|value| self.element(element, value));
                quote!(vec![#(#values),*])
            }
            Type::Map(key, element) => {
                let entries = value.as_object().into_iter().flatten().map(|(name, value)| {
                    let name = self.exact(key, &Value::String(name.clone()));
                    let value = self.element(element, value);
                    quote!((#name, #value))
                });
                quote!(std::collections::HashMap::from([#(#entries),*]))
            }
            Type::Named(kind, name) => self.named(*kind, name, value),
        }
    }

    fn element(&self, element: &Element, value: &Value) -> TokenStream {
        match (element.sparse, value) {
            (true, Value::Null) => quote!(None),
            (true, value) => {
                let value = self.exact(&element.type_, value);
                quote!(Some(#value))
            }
            (false, value) => self.exact(&element.type_, value),
        }
    }

    fn named(&self, kind: NamedKind, name: &crate::rust::Ident, value: &Value) -> TokenStream {
        let path = match &self.path {
            Some(path) => quote!(#path::#name),
            None => quote!(#name),
        };
        match kind {
            NamedKind::Enum => {
                let value = value.as_str().unwrap_or_default();
                quote!(#path::from(#value))
            }
            NamedKind::IntEnum => {
                let value = integer(value);
                quote!(#path::from(#value))
            }
            NamedKind::Structure { .. } => match self.cx.type_(name) {
                Some(Shape::Structure(structure)) => {
                    let setters = self.setters(structure, value);
                    quote!(#path::builder() #setters .build())
                }
                _ => quote!(#path::builder().build()),
            },
            NamedKind::Union => self.union(name, &path, value),
        }
    }

    fn union(
        &self,
        name: &crate::rust::Ident,
        path: &TokenStream,
        value: &Value,
    ) -> TokenStream {
        let (Some(Shape::Union(union)), Some(object)) = (self.cx.type_(name), value.as_object())
        else {
            return quote!(#path::Unknown);
        };
        let variant = union
            .variants
            .iter()
            .find_map(|variant| Some((variant, object.get(&variant.wire_name)?)));
        match variant {
            None => quote!(#path::Unknown),
            Some((variant, value)) => {
                let name = &variant.name;
                match &variant.type_ {
                    None => quote!(#path::#name),
                    Some(type_) => {
                        let value = self.exact(type_, value);
                        let value = if variant.boxed { quote!(Box::new(#value)) } else { value };
                        quote!(#path::#name(#value))
                    }
                }
            }
        }
    }
}

fn integer(value: &Value) -> TokenStream {
    #[expect(clippy::cast_possible_truncation, reason = "validated models have whole numbers")]
    let number = value.as_i64().or_else(|| value.as_f64().map(|number| number as i64));
    let literal = Literal::i64_unsuffixed(number.unwrap_or_default());
    quote!(#literal)
}

fn float(value: &Value, type_: &TokenStream) -> TokenStream {
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
fn number(type_: &TokenStream, value: &Value) -> TokenStream {
    let text = match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    quote!(#text.parse::<#type_>().unwrap_or_default())
}

/// Models write moments as seconds since 1970 or as RFC 3339.
fn timestamp(value: &Value) -> TokenStream {
    if let Some(text) = value.as_str() {
        let parsed = aws_smithy_types::DateTime::from_str(
            text,
            aws_smithy_types::date_time::Format::DateTimeWithOffset,
        );
        if let Ok(moment) = parsed {
            let (seconds, nanos) = (moment.secs(), moment.subsec_nanos());
            let seconds = Literal::i64_unsuffixed(seconds);
            let nanos = Literal::u32_unsuffixed(nanos);
            return quote!(aws_smithy_types::DateTime::from_secs_and_nanos(#seconds, #nanos));
        }
    }
    match (value.as_i64(), value.as_f64()) {
        (None, Some(seconds)) => {
            let seconds = Literal::f64_unsuffixed(seconds);
            quote!(aws_smithy_types::DateTime::from_secs_f64(#seconds))
        }
        (seconds, _) => {
            let seconds = Literal::i64_unsuffixed(seconds.unwrap_or_default());
            quote!(aws_smithy_types::DateTime::from_secs(#seconds))
        }
    }
}

fn document(value: &Value) -> TokenStream {
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
