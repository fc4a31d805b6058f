//! Code that reads shapes that may be within themselves. How deep their values are, the text
//! says: they are read in their place, so that no level takes much of the stack.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Line, Side, arm, decode, decode_by_name, decode_variant, read_member};
use crate::ir::{Member, Structure, StructureKind, Union, UnionVariant};
use crate::rust::Ident;

/// ```text
/// impl wire::Decode for Filter {
///     #[inline]
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
///         wire::outermost(r)
///     }
/// }
///
/// impl wire::DecodeInPlace for Filter {
///     #[inline]
///     fn unread() -> Self {
///         Self::default()
///     }
///
///     #[inline]
///     fn decode_in_place(&mut self, r: &mut impl wire::Reader) -> wire::Result {
///         wire::structure_in_place(r, self, |this, name, r| match name {
///             "Name" => r.member(&mut this.name),
///             "Values" => wire::apart(r, &mut this.values),
///             "And" => wire::within(r, &mut this.and),
///             _ => r.skip(),
///         })
///     }
/// }
/// ```
pub(super) fn structure(structure: &Structure, side: Side) -> Vec<TokenStream> {
    let members = structure.members.iter();
    let members = members.filter(|member| side.reads(member.direction));
    let (name, initial) = (&structure.name, structure.initial());
    let unread = quote!(Self::#initial());
    // An error is a message too, which is read member by member.
    if structure.kind == StructureKind::Error {
        let by_name = decode_by_name(name, members.map(|one| member(one, side, &quote!(self))));
        let body = quote!(wire::structure_in_place(
            r,
            self,
            wire::DecodeMember::decode_member
        ));
        let in_place = decode_in_place(name, &unread, &body);
        return vec![by_name, in_place];
    }
    let members = members.map(|one| member(one, side, &quote!(this)));
    let body = quote! {
        wire::structure_in_place(r, self, |this, name, r| match name {
            #(#members)*
            _ => r.skip(),
        })
    };
    let outermost = decode(name, &quote!(wire::outermost(r)));
    let in_place = decode_in_place(name, &unread, &body);
    vec![outermost, in_place]
}

fn member(member: &Member, side: Side, this: &TokenStream) -> TokenStream {
    let line = Line::of(member, side);
    let is_plain =
        member.recursive || member.type_.is_simple() || line.format().is_some() || line.is_flat();
    let (name, r) = (&member.name, line.reader());
    let slot = quote!(#this.#name);
    let read = match is_plain {
        true => read_member(member, side, &slot),
        false => quote!(wire::apart(#r, &mut #slot)),
    };
    arm(member, side, &read)
}

/// The same of a union:
///
/// ```text
/// wire::union_in_place(r, self, |this, name, r| match name {
///     "name" => this.read(r, Self::Name),
///     "values" => this.read_apart(r, Self::Values),
///     "not" => wire::variant_within!(this, r, Self::Not),
///     _ => this.skip(r, name),
/// })
/// ```
pub(super) fn union(union: &Union, side: Side) -> Vec<TokenStream> {
    let name = &union.name;
    let variants = union.values().map(|one| variant(one, side));
    let body = quote! {
        wire::union_in_place(r, self, |this, name, r| match name {
            #(#variants)*
            _ => this.skip(r, name),
        })
    };
    let outermost = decode(name, &quote!(wire::outermost(r)));
    let in_place = decode_in_place(name, &quote!(Self::Unknown), &body);
    vec![outermost, in_place]
}

fn variant(variant: &UnionVariant, side: Side) -> TokenStream {
    let (name, line) = (&variant.name, Line::of(variant, side));
    let (wire_name, r) = (line.read_name(), line.reader());
    match &variant.type_ {
        Some(_) if line.is_flat() => decode_variant(variant, side),
        Some(_) if variant.recursive => {
            quote!(#wire_name => wire::variant_within!(this, #r, Self::#name),)
        }
        Some(type_) if !type_.is_simple() && line.format().is_none() => {
            quote!(#wire_name => this.read_apart(#r, Self::#name),)
        }
        _ => decode_variant(variant, side),
    }
}

fn decode_in_place(name: &Ident, unread: &TokenStream, body: &TokenStream) -> TokenStream {
    quote! {
        impl wire::DecodeInPlace for #name {
            #[inline]
            fn unread() -> Self {
                #unread
            }

            #[inline]
            fn decode_in_place(&mut self, r: &mut impl wire::Reader) -> wire::Result {
                #body
            }
        }
    }
}
