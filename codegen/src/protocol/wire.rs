//! Code that writes and reads shapes, whatever the format: one line a member.

mod in_place;

use proc_macro2::TokenStream;
use quote::quote;

use super::sent::sent;
use crate::ir::{
    Direction, Enum, EnumKind, Member, Structure, TimestampFormat, Type, Union, UnionVariant,
};
use crate::rust::Ident;

/// ```text
/// impl wire::EncodeMembers for CreateTokenInput {
///     #[inline]
///     fn encode_members(&self, w: &mut impl wire::Writer) {
///         w.value("LicenseArn", &self.license_arn);
///         w.field("RoleArns", &self.role_arns);
///     }
/// }
/// ```
fn encode_structure(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let members = structure.members.iter();
    let members = members.filter(|member| member.direction.written);
    let mut members = members.map(encode_member).peekable();
    if members.peek().is_none() {
        return quote!(impl wire::EncodeMembers for #name {});
    }
    encode_members(name, &quote!(#(#members)*))
}

fn encode_members(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl wire::EncodeMembers for #name {
            #[inline]
            fn encode_members(&self, w: &mut impl wire::Writer) {
                #body
            }
        }
    }
}

fn encode_member(member: &Member) -> TokenStream {
    let (value, wire_name) = (sent(member), &member.wire_name);
    match (member.optional, format(&member.type_)) {
        (false, None) => quote!(w.value(#wire_name, &#value);),
        (true, None) => quote!(w.field(#wire_name, &#value);),
        (false, Some(format)) => quote!(wire::value_as::<#format>(w, #wire_name, &#value);),
        (true, Some(format)) => quote!(wire::field_as::<#format>(w, #wire_name, &#value);),
    }
}

/// The marker of a timestamp format that is not the one of the codec, seconds since 1970.
fn format(type_: &Type) -> Option<TokenStream> {
    match type_.timestamp_format()? {
        TimestampFormat::EpochSeconds => None,
        TimestampFormat::DateTime => Some(quote!(wire::DateTimeFormat)),
        TimestampFormat::HttpDate => Some(quote!(wire::HttpDate)),
    }
}

/// ```text
/// impl wire::DecodeMember for CreateTokenOutput {
///     #[inline]
///     fn decode_member(
///         &mut self,
///         name: &str,
///         r: &mut impl wire::Reader,
///     ) -> Result<(), wire::Error> {
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
/// impl wire::Decode for Filter {
///     #[inline]
///     fn decode(r: &mut impl wire::Reader) -> Result<Self, wire::Error> {
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

            impl wire::DecodeMember for #name {}
        };
    }
    let by_name = decode_by_name(name, members);
    quote!(#begin #by_name)
}

fn decode_by_name(name: &Ident, members: impl Iterator<Item = TokenStream>) -> TokenStream {
    quote! {
        impl wire::DecodeMember for #name {
            #[inline]
            fn decode_member(
                &mut self,
                name: &str,
                r: &mut impl wire::Reader,
            ) -> Result<(), wire::Error> {
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
        impl wire::Decode for #name {
            #[inline]
            fn decode(r: &mut impl wire::Reader) -> Result<Self, wire::Error> {
                #body
            }
        }
    }
}

/// How a member is read.
fn decode_member(member: &Member) -> TokenStream {
    let name = &member.name;
    arm(member, &read_member(member, &quote!(&mut self.#name)))
}

/// The call that reads a member into its place.
fn read_member(member: &Member, slot: &TokenStream) -> TokenStream {
    match format(&member.type_) {
        Some(format) => quote!(wire::member_as::<#format, _>(r, #slot)),
        None if member.recursive => quote!(wire::within(r, #slot)),
        None => quote!(r.member(#slot)),
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
/// impl wire::EncodeMembers for Value {
///     #[inline]
///     fn encode_members(&self, w: &mut impl wire::Writer) {
///         match self {
///             Self::Text(value) => w.value("text", value),
///             Self::Unknown => w.fail("`Value::Unknown` cannot be sent"),
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
            Self::Unknown => w.fail(#reason),
        }
    };
    encode_members(name, &body)
}

fn encode_variant(variant: &UnionVariant) -> TokenStream {
    let (name, wire_name) = (&variant.name, &variant.wire_name);
    match variant.type_.as_ref().map(format) {
        None => quote!(Self::#name => w.value(#wire_name, &wire::Unit),),
        Some(None) => quote!(Self::#name(value) => w.value(#wire_name, value),),
        Some(Some(format)) => {
            quote!(Self::#name(value) => wire::value_as::<#format>(w, #wire_name, value),)
        }
    }
}

/// ```text
/// impl wire::Decode for Value {
///     #[inline]
///     fn decode(r: &mut impl wire::Reader) -> Result<Self, wire::Error> {
///         wire::union(r, Self::Unknown, |this, name, r| match name {
///             "text" => this.read(r, Self::Text),
///             _ => this.skip(r, name),
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
        wire::union(r, Self::Unknown, |this, name, r| match name {
            #(#variants)*
            _ => this.skip(r, name),
        })
    };
    decode(&union.name, &body)
}

fn decode_variant(variant: &UnionVariant) -> TokenStream {
    let (name, wire_name) = (&variant.name, &variant.wire_name);
    match variant.type_.as_ref().map(format) {
        None => quote!(#wire_name => this.read(r, |wire::Unit| Self::#name),),
        Some(None) => quote!(#wire_name => this.read(r, Self::#name),),
        Some(Some(format)) => {
            quote!(#wire_name => this.read_as::<#format, _>(r, Self::#name),)
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
/// impl wire::Encode for TokenType {
///     #[inline]
///     fn encode(&self, w: &mut impl wire::Writer) {
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
        impl wire::Encode for #name {
            #[inline]
            fn encode(&self, w: &mut impl wire::Writer) {
                #body
            }
        }
    }
}

/// ```text
/// impl wire::Decode for TokenType {
///     #[inline]
///     fn decode(r: &mut impl wire::Reader) -> Result<Self, wire::Error> {
///         r.enum_value()
///     }
/// }
/// ```
fn decode_enum(enum_: &Enum) -> TokenStream {
    let name = &enum_.name;
    let body = match enum_.kind {
        EnumKind::String => quote!(r.enum_value()),
        EnumKind::Integer => quote!(<i32 as wire::Decode>::decode(r).map(Self::from)),
    };
    decode(name, &body)
}
