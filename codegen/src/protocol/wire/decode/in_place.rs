//! Code that reads shapes that may be within themselves. How deep their values are, the text
//! says: they are read in their place, so that no level takes much of the stack.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Inputs, Line, Side, arm, decode, decode_variant, decode_variants, read_member};
use crate::ir::{Member, Structure, Union, UnionVariant};
use crate::rust::Ident;

/// ```text
/// impl wire::DecodeInPlace for Filter {
///     #[inline]
///     fn unread() -> Self {
///         Self::default()
///     }
///
///     fn decode_in_place(&mut self, r: &mut impl wire::Reader) -> wire::Result {
///         wire::structure_in_place(r, self)
///     }
/// }
/// ```
pub(super) fn structure(structure: &Structure) -> TokenStream {
    let (name, initial) = (&structure.name, structure.initial());
    let body = quote!(wire::structure_in_place(r, self));
    decode_in_place(name, &quote!(Self::#initial()), &body)
}

/// How a member of one of these structures is read:
///
/// ```text
/// "Name" => r.member(&mut self.name),
/// "Values" => wire::apart(r, &mut self.values),
/// "And" => wire::within(r, &mut self.and),
/// ```
pub(super) fn member(member: &Member, side: Side) -> TokenStream {
    let line = Line::of(member, side);
    let is_plain =
        member.recursive || member.type_.is_simple() || line.format().is_some() || line.is_flat();
    let (name, r) = (&member.name, line.reader());
    let read = match is_plain {
        true => read_member(member, side),
        false => quote!(wire::apart(#r, &mut self.#name)),
    };
    arm(member, side, &read)
}

/// ```text
/// impl wire::Decode for Expression {
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
///         wire::outermost(r)
///     }
/// }
///
/// impl wire::DecodeMember for wire::Variant<'_, Expression> {
///     fn decode_member(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result {
///         match name {
///             "name" => self.read(r, Expression::Name),
///             "values" => self.read_apart(r, Expression::Values),
///             "not" => wire::variant_within!(self, r, Expression::Not),
///             _ => self.skip(r, name),
///         }
///     }
/// }
///
/// impl wire::DecodeInPlace for Expression {
///     #[inline]
///     fn unread() -> Self {
///         Self::Unknown
///     }
///
///     fn decode_in_place(&mut self, r: &mut impl wire::Reader) -> wire::Result {
///         wire::union_in_place(r, self)
///     }
/// }
/// ```
pub(super) fn union(union: &Union, side: Side, inputs: Inputs) -> Vec<TokenStream> {
    let name = &union.name;
    let body = quote!(wire::union_in_place(r, self));
    vec![
        decode(name, &quote!(wire::outermost(r))),
        decode_variants(union, side, inputs, |one, side| variant(name, one, side)),
        decode_in_place(name, &quote!(Self::Unknown), &body),
    ]
}

fn variant(union: &Ident, variant: &UnionVariant, side: Side) -> TokenStream {
    let (name, line) = (&variant.name, Line::of(variant, side));
    let (wire_name, r) = (line.read_name(), line.reader());
    match &variant.type_ {
        Some(_) if line.is_flat() => decode_variant(union, variant, side),
        Some(_) if variant.recursive => {
            quote!(#wire_name => wire::variant_within!(self, #r, #union::#name),)
        }
        Some(type_) if !type_.is_simple() && line.format().is_none() => {
            quote!(#wire_name => self.read_apart(#r, #union::#name),)
        }
        _ => decode_variant(union, variant, side),
    }
}

fn decode_in_place(name: &Ident, unread: &TokenStream, body: &TokenStream) -> TokenStream {
    quote! {
        impl wire::DecodeInPlace for #name {
            #[inline]
            fn unread() -> Self {
                #unread
            }

            fn decode_in_place(&mut self, r: &mut impl wire::Reader) -> wire::Result {
                #body
            }
        }
    }
}
