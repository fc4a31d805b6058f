//! Enums, of strings and of integers. They are open: a value that the model does not know is
//! kept as it came.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs;
use crate::ir::{Enum, EnumKind, EnumValue, EnumVariant};

/// ```text
/// #[derive(Clone)]
/// #[non_exhaustive]
/// pub enum TokenType {
///     /// `REFRESH_TOKEN`
///     RefreshToken,
///     /// A value that this version of the model does not know.
///     Unknown(String),
/// }
/// ```
///
/// Enums of strings compare and print as their values on the wire do, which is also less to compile
/// than what is derived.
pub(super) fn items(enum_: &Enum) -> Vec<TokenStream> {
    let mut items = vec![definition(enum_)];
    items.extend(match enum_.kind {
        EnumKind::String => string_conversions(enum_),
        EnumKind::Integer => integer_conversions(enum_),
    });
    if enum_.sensitive {
        items.push(debug(enum_));
    }
    items
}

fn definition(enum_: &Enum) -> TokenStream {
    let name = &enum_.name;
    let docs = docs::or(&enum_.docs.text, &format!("`{}`.", enum_.id.name()));
    let deprecated = docs::deprecated(enum_.deprecated.as_ref());
    let variants = enum_.variants.iter().map(variant);
    let (unknown, derived) = match enum_.kind {
        EnumKind::String => (quote!(String), quote!()),
        EnumKind::Integer => {
            let debug = (!enum_.sensitive).then(|| quote!(Debug,));
            (
                quote!(i32),
                quote!(, #debug PartialEq, Eq, PartialOrd, Ord, Hash),
            )
        }
    };
    quote! {
        #docs
        #deprecated
        #[derive(Clone #derived)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that this version of the model does not know.
            Unknown(#unknown),
        }
    }
}

fn variant(variant: &EnumVariant) -> TokenStream {
    let name = &variant.name;
    let value = match &variant.value {
        EnumValue::String(value) => docs::code(value),
        EnumValue::Integer(value) => format!("`{value}`"),
    };
    let docs = docs::or(&variant.docs.text, &value);
    let deprecated = docs::deprecated(variant.deprecated.as_ref());
    quote! {
        #docs
        #deprecated
        #name,
    }
}

/// ```text
/// impl TokenType {
///     /// The value on the wire.
///     pub fn as_str(&self) -> &str {
///         match self {
///             Self::RefreshToken => "REFRESH_TOKEN",
///             Self::Unknown(value) => value,
///         }
///     }
/// }
///
/// impl From<&str> for TokenType {
///     fn from(value: &str) -> Self {
///         match value {
///             "REFRESH_TOKEN" => Self::RefreshToken,
///             _ => Self::Unknown(value.to_owned()),
///         }
///     }
/// }
///
/// enumeration::open_enum!(TokenType);
/// ```
fn string_conversions(enum_: &Enum) -> Vec<TokenStream> {
    let name = &enum_.name;
    let pairs: Vec<_> = enum_
        .variants
        .iter()
        .filter_map(|variant| match &variant.value {
            EnumValue::String(value) => Some((&variant.name, value)),
            EnumValue::Integer(_) => None,
        })
        .collect();
    let to_str = pairs
        .iter()
        .map(|(name, value)| quote!(Self::#name => #value,));
    let from_str = pairs
        .iter()
        .map(|(name, value)| quote!(#value => Self::#name,));
    let sensitive = enum_.sensitive.then(|| quote!(, sensitive));
    vec![
        quote! {
            impl #name {
                /// The value on the wire.
                #[inline]
                pub fn as_str(&self) -> &str {
                    match self {
                        #(#to_str)*
                        Self::Unknown(value) => value,
                    }
                }
            }
        },
        quote! {
            impl From<&str> for #name {
                #[inline]
                fn from(value: &str) -> Self {
                    match value {
                        #(#from_str)*
                        _ => Self::Unknown(value.to_owned()),
                    }
                }
            }
        },
        quote!(enumeration::open_enum!(#name #sensitive);),
    ]
}

/// ```text
/// impl Level {
///     /// The value on the wire.
///     pub fn value(&self) -> i32 {
///         match self {
///             Self::Low => 1,
///             Self::Unknown(value) => *value,
///         }
///     }
/// }
///
/// impl From<i32> for Level {
///     fn from(value: i32) -> Self {
///         match value {
///             1 => Self::Low,
///             _ => Self::Unknown(value),
///         }
///     }
/// }
/// ```
fn integer_conversions(enum_: &Enum) -> Vec<TokenStream> {
    let name = &enum_.name;
    let pairs: Vec<_> = enum_
        .variants
        .iter()
        .filter_map(|variant| match variant.value {
            EnumValue::Integer(value) => Some((&variant.name, Literal::i32_unsuffixed(value))),
            EnumValue::String(_) => None,
        })
        .collect();
    let to_value = pairs
        .iter()
        .map(|(name, value)| quote!(Self::#name => #value,));
    let from_value = pairs
        .iter()
        .map(|(name, value)| quote!(#value => Self::#name,));
    vec![
        quote! {
            impl #name {
                /// The value on the wire.
                #[inline]
                pub fn value(&self) -> i32 {
                    match self {
                        #(#to_value)*
                        Self::Unknown(value) => *value,
                    }
                }
            }
        },
        quote! {
            impl From<i32> for #name {
                #[inline]
                fn from(value: i32) -> Self {
                    match value {
                        #(#from_value)*
                        _ => Self::Unknown(value),
                    }
                }
            }
        },
    ]
}

/// ```text
/// impl fmt::Debug for Secret {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         redacted::Redacted.fmt(f)
///     }
/// }
/// ```
fn debug(enum_: &Enum) -> TokenStream {
    let name = &enum_.name;
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                redacted::Redacted.fmt(f)
            }
        }
    }
}
