//! Code that writes and reads shapes, whatever the format: one line a member.

mod in_place;
mod member;
mod side;

use proc_macro2::TokenStream;
use quote::quote;

use super::sent::sent;
use crate::ir::{Enum, EnumKind, Member, Structure, Union, UnionVariant};
use crate::rust::Ident;

use member::Line;
pub(super) use member::constant as layout;
use side::Side;
pub(super) use side::WITH_BOTH as WITH_BOTH_SIDES;

/// ```text
/// impl wire::EncodeMembers for CreateTokenInput {
///     #[inline]
///     fn encode_members(&self, w: &mut impl wire::Writer) {
///         w.value("LicenseArn", &self.license_arn);
///         w.field("RoleArns", &self.role_arns);
///     }
/// }
/// ```
fn encode_structure(structure: &Structure, side: Side) -> TokenStream {
    let name = &structure.name;
    let members = structure.members.iter();
    let written = members.filter(|member| side.writes(member.direction));
    // Attributes stand in the tag with which an element begins.
    let is_attribute =
        |member: &&Member| matches!(&member.layout, Some(layout) if layout.attribute);
    let (attributes, elements): (Vec<&Member>, Vec<&Member>) = written.partition(is_attribute);
    let mut members = attributes
        .into_iter()
        .chain(elements)
        .map(|member| encode_member(member, side))
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

fn encode_member(member: &Member, side: Side) -> TokenStream {
    let name = &member.name;
    let line = Line::of(member, side);
    let value = match side {
        Side::Client => sent(member),
        Side::Service => quote!(self.#name),
    };
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
fn decode_structure(structure: &Structure, side: Side) -> Vec<TokenStream> {
    if structure.is_recursive() {
        return in_place::structure(structure, side);
    }
    let name = &structure.name;
    let begin = (!structure.has_default()).then(|| {
        let initial = structure.initial();
        decode(name, &quote!(r.structure(Self::#initial())))
    });
    let members = structure.members.iter();
    let members = members.filter(|member| side.reads(member.direction));
    let members = members.map(|member| decode_member(member, side));
    let mut members = members.peekable();
    let by_name = match members.peek() {
        None => quote!(impl wire::DecodeMember for #name {}),
        Some(_) => decode_by_name(name, members),
    };
    begin.into_iter().chain([by_name]).collect()
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
fn decode_member(member: &Member, side: Side) -> TokenStream {
    let name = &member.name;
    let read = read_member(member, side, &quote!(self.#name));
    arm(member, side, &read)
}

/// The call that reads a member into the place that it has.
///
/// ```text
/// r.member(&mut self.tags)
/// wire::append(r.layout(wire::layout!(PLAIN.flat())), self.tags.get_or_insert_default())
/// ```
fn read_member(member: &Member, side: Side, place: &TokenStream) -> TokenStream {
    let line = Line::of(member, side);
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

fn arm(member: &Member, side: Side, read: &TokenStream) -> TokenStream {
    let name = Line::of(member, side).read_name();
    let other = member.other_wire_name.iter();
    quote!(#name #(| #other)* => #read,)
}

/// The code that writes and reads a structure, each on one side at least.
pub(super) fn structure(structure: &Structure) -> Vec<TokenStream> {
    // What holds a stream is nothing but the messages that it is.
    if structure.streamed().is_some() && !structure.direction.is_any() {
        return Vec::new();
    }
    side::codecs(
        structure.direction,
        |side| vec![encode_structure(structure, side)],
        |side| decode_structure(structure, side),
    )
}

/// The code that writes and reads a union, each on one side at least.
pub(super) fn union(union: &Union) -> Vec<TokenStream> {
    side::codecs(
        union.direction,
        |side| vec![encode_union(union, side)],
        |side| decode_union(union, side),
    )
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
fn encode_union(union: &Union, side: Side) -> TokenStream {
    let name = &union.name;
    let variants = union.values().map(|variant| encode_variant(variant, side));
    let reason = format!("`{name}::Unknown` cannot be sent");
    let body = quote! {
        match self {
            #(#variants)*
            Self::Unknown => w.fail(#reason),
        }
    };
    encode_members(name, &body)
}

fn encode_variant(variant: &UnionVariant, side: Side) -> TokenStream {
    let (name, line) = (&variant.name, Line::of(variant, side));
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
fn decode_union(union: &Union, side: Side) -> Vec<TokenStream> {
    if union.is_recursive() {
        return in_place::union(union, side);
    }
    let variants = union.values().map(|variant| decode_variant(variant, side));
    let body = quote! {
        wire::union(r, Self::Unknown, |this, name, r| match name {
            #(#variants)*
            _ => this.skip(r, name),
        })
    };
    vec![decode(&union.name, &body)]
}

fn decode_variant(variant: &UnionVariant, side: Side) -> TokenStream {
    let (name, line) = (&variant.name, Line::of(variant, side));
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

/// The code that writes and reads an enum, each on one side at least.
pub(super) fn enum_(enum_: &Enum) -> Vec<TokenStream> {
    side::codecs(
        enum_.direction,
        |_| vec![encode_enum(enum_)],
        |_| vec![decode_enum(enum_)],
    )
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
