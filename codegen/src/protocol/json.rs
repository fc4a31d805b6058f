//! Code that writes and reads shapes as JSON, for every protocol whose bodies are JSON: one
//! line a member.

mod in_place;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{
    Direction, Enum, EnumKind, Member, Structure, TimestampFormat, Type, Union, UnionVariant,
};
use crate::rust::Ident;

/// ```text
/// impl json::EncodeMembers for CreateTokenInput {
///     #[inline]
///     fn encode_members(&self, object: &mut json::ObjectWriter<'_>) {
///         object.value("LicenseArn", &self.license_arn);
///         object.field("RoleArns", &self.role_arns);
///     }
/// }
/// ```
fn encode_structure(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let members = structure.members.iter();
    let members = members.filter(|member| member.direction.written);
    let mut members = members.map(encode_member).peekable();
    if members.peek().is_none() {
        return quote!(impl json::EncodeMembers for #name {});
    }
    encode_members(name, &quote!(#(#members)*))
}

fn encode_members(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl json::EncodeMembers for #name {
            #[inline]
            fn encode_members(&self, object: &mut json::ObjectWriter<'_>) {
                #body
            }
        }
    }
}

fn encode_member(member: &Member) -> TokenStream {
    let (name, wire_name) = (&member.name, &member.wire_name);
    match (member.optional, format(&member.type_)) {
        (false, None) => quote!(object.value(#wire_name, &self.#name);),
        (true, None) => quote!(object.field(#wire_name, &self.#name);),
        (false, Some(format)) => quote!(object.value_as::<#format>(#wire_name, &self.#name);),
        (true, Some(format)) => quote!(object.field_as::<#format>(#wire_name, &self.#name);),
    }
}

/// The marker of a timestamp format that is not the one of the codec, seconds since 1970.
fn format(type_: &Type) -> Option<TokenStream> {
    match type_.timestamp_format()? {
        TimestampFormat::EpochSeconds => None,
        TimestampFormat::DateTime => Some(quote!(json::DateTimeFormat)),
        TimestampFormat::HttpDate => Some(quote!(json::HttpDate)),
    }
}

/// ```text
/// impl json::DecodeMember for CreateTokenOutput {
///     #[inline]
///     fn decode_member(
///         &mut self,
///         name: &str,
///         r: &mut json::Reader<'_>,
///     ) -> Result<(), json::Error> {
///         match name {
///             "TokenId" => r.member(&mut self.token_id),
///             _ => r.skip(),
///         }
///     }
/// }
/// ```
///
/// What has no `Default` says where it starts, too:
///
/// ```text
/// impl json::Decode for Filter {
///     #[inline]
///     fn decode(r: &mut json::Reader<'_>) -> Result<Self, json::Error> {
///         r.structure(Self::initial())
///     }
/// }
/// ```
fn decode_structure(structure: &Structure) -> TokenStream {
    if structure.is_recursive() {
        return in_place::structure(structure);
    }
    let name = &structure.name;
    let begin = (!structure.has_default()).then(|| {
        let initial = structure.initial();
        decode(name, &quote!(r.structure(Self::#initial())))
    });
    let members = structure.members.iter();
    let members = members.filter(|member| member.direction.read);
    let mut members = members.map(decode_member).peekable();
    if members.peek().is_none() {
        return quote! {
            #begin

            impl json::DecodeMember for #name {}
        };
    }
    let by_name = decode_by_name(name, members);
    quote!(#begin #by_name)
}

fn decode_by_name(name: &Ident, members: impl Iterator<Item = TokenStream>) -> TokenStream {
    quote! {
        impl json::DecodeMember for #name {
            #[inline]
            fn decode_member(
                &mut self,
                name: &str,
                r: &mut json::Reader<'_>,
            ) -> Result<(), json::Error> {
                match name {
                    #(#members)*
                    _ => r.skip(),
                }
            }
        }
    }
}

fn decode(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl json::Decode for #name {
            #[inline]
            fn decode(r: &mut json::Reader<'_>) -> Result<Self, json::Error> {
                #body
            }
        }
    }
}

/// How a member is read.
fn decode_member(member: &Member) -> TokenStream {
    let (name, read) = (&member.name, read_member(member));
    arm(member, &quote!(#read(&mut self.#name)))
}

/// The function that reads a member.
fn read_member(member: &Member) -> TokenStream {
    match format(&member.type_) {
        Some(format) => quote!(r.member_as::<#format, _>),
        None if member.recursive => quote!(r.within),
        None => quote!(r.member),
    }
}

fn arm(member: &Member, read: &TokenStream) -> TokenStream {
    let wire_name = &member.wire_name;
    quote!(#wire_name => #read,)
}

/// The code that writes and reads a structure, as far as it travels.
pub(super) fn structure(structure: &Structure) -> Vec<TokenStream> {
    let Direction { written, read } = structure.direction;
    let write = written.then(|| encode_structure(structure));
    let read = read.then(|| decode_structure(structure));
    write.into_iter().chain(read).collect()
}

/// The code that writes and reads a union, as far as it travels.
pub(super) fn union(union: &Union) -> Vec<TokenStream> {
    let write = union.direction.written.then(|| encode_union(union));
    let read = union.direction.read.then(|| decode_union(union));
    write.into_iter().chain(read).collect()
}

/// ```text
/// impl json::EncodeMembers for Value {
///     #[inline]
///     fn encode_members(&self, object: &mut json::ObjectWriter<'_>) {
///         match self {
///             Self::Text(value) => object.value("text", value),
///             Self::Unknown => object.fail("`Value::Unknown` cannot be sent"),
///         }
///     }
/// }
/// ```
fn encode_union(union: &Union) -> TokenStream {
    let name = &union.name;
    let variants = union.variants.iter().map(encode_variant);
    let reason = format!("`{name}::Unknown` cannot be sent");
    let body = quote! {
        match self {
            #(#variants)*
            Self::Unknown => object.fail(#reason),
        }
    };
    encode_members(name, &body)
}

fn encode_variant(variant: &UnionVariant) -> TokenStream {
    let (name, wire_name) = (&variant.name, &variant.wire_name);
    match variant.type_.as_ref().map(format) {
        None => quote!(Self::#name => object.value(#wire_name, &json::Unit),),
        Some(None) => quote!(Self::#name(value) => object.value(#wire_name, value),),
        Some(Some(format)) => {
            quote!(Self::#name(value) => object.value_as::<#format>(#wire_name, value),)
        }
    }
}

/// ```text
/// impl json::Decode for Value {
///     #[inline]
///     fn decode(r: &mut json::Reader<'_>) -> Result<Self, json::Error> {
///         r.union(Self::Unknown, |this, name, r| match name {
///             "text" => r.variant(this, Self::Text),
///             _ => r.unknown_variant(this, name),
///         })
///     }
/// }
/// ```
fn decode_union(union: &Union) -> TokenStream {
    if union.is_recursive() {
        return in_place::union(union);
    }
    let variants = union.variants.iter().map(decode_variant);
    let body = quote! {
        r.union(Self::Unknown, |this, name, r| match name {
            #(#variants)*
            _ => r.unknown_variant(this, name),
        })
    };
    decode(&union.name, &body)
}

fn decode_variant(variant: &UnionVariant) -> TokenStream {
    let (name, wire_name) = (&variant.name, &variant.wire_name);
    match variant.type_.as_ref().map(format) {
        None => quote!(#wire_name => r.variant(this, |json::Unit| Self::#name),),
        Some(None) => quote!(#wire_name => r.variant(this, Self::#name),),
        Some(Some(format)) => {
            quote!(#wire_name => r.variant_as::<#format, _, _>(this, Self::#name),)
        }
    }
}

/// The code that writes and reads an enum, as far as it travels.
pub(super) fn enum_(enum_: &Enum) -> Vec<TokenStream> {
    let write = enum_.direction.written.then(|| encode_enum(enum_));
    let read = enum_.direction.read.then(|| decode_enum(enum_));
    write.into_iter().chain(read).collect()
}

/// ```text
/// impl json::Encode for TokenType {
///     #[inline]
///     fn encode(&self, w: &mut json::Writer) {
///         w.string(self.as_str());
///     }
/// }
/// ```
fn encode_enum(enum_: &Enum) -> TokenStream {
    let name = &enum_.name;
    let body = match enum_.kind {
        EnumKind::String => quote!(w.string(self.as_str());),
        EnumKind::Integer => quote!(w.integer(self.value().into());),
    };
    quote! {
        impl json::Encode for #name {
            #[inline]
            fn encode(&self, w: &mut json::Writer) {
                #body
            }
        }
    }
}

/// ```text
/// impl json::Decode for TokenType {
///     #[inline]
///     fn decode(r: &mut json::Reader<'_>) -> Result<Self, json::Error> {
///         r.enum_value()
///     }
/// }
/// ```
fn decode_enum(enum_: &Enum) -> TokenStream {
    let name = &enum_.name;
    let body = match enum_.kind {
        EnumKind::String => quote!(r.enum_value()),
        EnumKind::Integer => quote!(<i32 as json::Decode>::decode(r).map(Self::from)),
    };
    decode(name, &body)
}
