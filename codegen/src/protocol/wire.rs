//! Code that writes and reads shapes, whatever the format: one line a member.

mod in_place;
mod member;

use proc_macro2::TokenStream;
use quote::quote;

use super::sent::sent;
use crate::ir::{Direction, Enum, EnumKind, Member, Structure, Union, UnionVariant};
use crate::rust::Ident;

use member::Line;
pub(super) use member::constant as layout;

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
    let written = members.filter(|member| member.direction.written);
    // Attributes stand in the tag with which an element begins.
    let is_attribute =
        |member: &&Member| matches!(&member.layout, Some(layout) if layout.attribute);
    let (attributes, elements): (Vec<&Member>, Vec<&Member>) = written.partition(is_attribute);
    let mut members = attributes
        .into_iter()
        .chain(elements)
        .map(encode_member)
        .peekable();
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
    let (line, value) = (Line::from(member), sent(member));
    let value = quote!(&#value);
    let write = match member.optional {
        false => line.write(&value),
        true => line.write_field(&value),
    };
    quote!(#write;)
}

/// ```text
/// impl wire::DecodeMember for CreateTokenOutput {
///     #[inline]
///     fn decode_member(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result {
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
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
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
            fn decode_member(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result {
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
            fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
                #body
            }
        }
    }
}

/// How a member is read.
fn decode_member(member: &Member) -> TokenStream {
    let name = &member.name;
    arm(member, &read_member(member, &quote!(self.#name)))
}

/// The call that reads a member into the place that it has.
///
/// ```text
/// r.member(&mut self.tags)
/// wire::append(r.layout(wire::layout!(PLAIN.flat())), self.tags.get_or_insert_default())
/// ```
fn read_member(member: &Member, place: &TokenStream) -> TokenStream {
    let line = Line::from(member);
    let (r, format) = (line.reader(), line.format());
    if line.is_flat() {
        let part_of = match member.optional {
            true => quote!(#place.get_or_insert_default()),
            false => quote!(&mut #place),
        };
        if member.recursive {
            return quote!(wire::DecodeInPlace::decode_in_place(#part_of, #r));
        }
        let read_part = line.read_part();
        return quote!(#read_part(#r, #part_of));
    }
    match format {
        Some(format) => quote!(wire::member_as::<#format, _>(#r, &mut #place)),
        None if member.recursive => quote!(wire::within(#r, &mut #place)),
        None => quote!(#r.member(&mut #place)),
    }
}

fn arm(member: &Member, read: &TokenStream) -> TokenStream {
    let name = Line::from(member).read_name();
    let other = member.other_wire_name.iter();
    quote!(#name #(| #other)* => #read,)
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
    let (name, line) = (&variant.name, Line::from(variant));
    if variant.type_.is_none() {
        let write = line.write(&quote!(&wire::Unit));
        return quote!(Self::#name => #write,);
    }
    let write = line.write(&quote!(value));
    quote!(Self::#name(value) => #write,)
}

/// ```text
/// impl wire::Decode for Value {
///     #[inline]
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
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
    let (name, line) = (&variant.name, Line::from(variant));
    let (wire_name, r) = (line.read_name(), line.reader());
    let read = match (&variant.type_, line.format()) {
        (None, _) => quote!(this.read(#r, |wire::Unit| Self::#name)),
        (Some(_), None) => quote!(this.read(#r, Self::#name)),
        (Some(_), Some(format)) => quote!(this.read_as::<#format, _>(#r, Self::#name)),
    };
    if !line.is_flat() {
        return quote!(#wire_name => #read,);
    }
    let read_part = line.read_part();
    quote! {
        #wire_name => match this.so_far() {
            Self::#name(value) => #read_part(#r, value),
            _ => #read,
        },
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
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
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
