//! Code that reads shapes that may be within themselves. How deep their values are, the text
//! says: they are read in their place, so that no level takes much of the stack.

use proc_macro2::TokenStream;
use quote::quote;

use super::{arm, decode, decode_by_name, decode_variant, format, read_member};
use crate::ir::{Member, Structure, StructureKind, Union, UnionVariant};
use crate::rust::Ident;

/// ```text
/// impl json::Decode for Filter {
///     #[inline]
///     fn decode(r: &mut json::Reader<'_>) -> Result<Self, json::Error> {
///         r.outermost()
///     }
/// }
///
/// impl json::DecodeInPlace for Filter {
///     #[inline]
///     fn unread() -> Self {
///         Self::default()
///     }
///
///     #[inline]
///     fn decode_in_place(&mut self, r: &mut json::Reader<'_>) -> Result<(), json::Error> {
///         r.structure_in_place(self, |this, name, r| match name {
///             "Name" => r.member(&mut this.name),
///             "Values" => r.apart(&mut this.values),
///             "And" => r.within(&mut this.and),
///             _ => r.skip(),
///         })
///     }
/// }
/// ```
pub(super) fn structure(structure: &Structure) -> TokenStream {
    let members = structure.members.iter();
    let members = members.filter(|member| member.direction.read);
    let (name, initial) = (&structure.name, structure.initial());
    let unread = quote!(Self::#initial());
    // An error is a message too, which is read member by member.
    if structure.kind == StructureKind::Error {
        let by_name = decode_by_name(name, members.map(|one| member(one, &quote!(self))));
        let body = quote!(r.structure_in_place(self, json::DecodeMember::decode_member));
        let in_place = decode_in_place(name, &unread, &body);
        return quote!(#by_name #in_place);
    }
    let members = members.map(|one| member(one, &quote!(this)));
    let body = quote! {
        r.structure_in_place(self, |this, name, r| match name {
            #(#members)*
            _ => r.skip(),
        })
    };
    let outermost = decode(name, &quote!(r.outermost()));
    let in_place = decode_in_place(name, &unread, &body);
    quote!(#outermost #in_place)
}

fn member(member: &Member, this: &TokenStream) -> TokenStream {
    let is_plain = member.recursive || member.type_.is_simple() || format(&member.type_).is_some();
    let read = match is_plain {
        true => read_member(member),
        false => quote!(r.apart),
    };
    let name = &member.name;
    arm(member, &quote!(#read(&mut #this.#name)))
}

/// The same of a union:
///
/// ```text
/// r.union_in_place(self, |this, name, r| match name {
///     "name" => r.variant(this, Self::Name),
///     "values" => r.variant_apart(this, Self::Values),
///     "not" => json::variant_within!(r, this, Self::Not),
///     _ => r.unknown_variant(this, name),
/// })
/// ```
pub(super) fn union(union: &Union) -> TokenStream {
    let name = &union.name;
    let variants = union.variants.iter().map(variant);
    let body = quote! {
        r.union_in_place(self, |this, name, r| match name {
            #(#variants)*
            _ => r.unknown_variant(this, name),
        })
    };
    let outermost = decode(name, &quote!(r.outermost()));
    let in_place = decode_in_place(name, &quote!(Self::Unknown), &body);
    quote!(#outermost #in_place)
}

fn variant(variant: &UnionVariant) -> TokenStream {
    let (name, wire_name) = (&variant.name, &variant.wire_name);
    match &variant.type_ {
        Some(_) if variant.recursive => {
            quote!(#wire_name => json::variant_within!(r, this, Self::#name),)
        }
        Some(type_) if !type_.is_simple() && format(type_).is_none() => {
            quote!(#wire_name => r.variant_apart(this, Self::#name),)
        }
        _ => decode_variant(variant),
    }
}

fn decode_in_place(name: &Ident, unread: &TokenStream, body: &TokenStream) -> TokenStream {
    quote! {
        impl json::DecodeInPlace for #name {
            #[inline]
            fn unread() -> Self {
                #unread
            }

            #[inline]
            fn decode_in_place(&mut self, r: &mut json::Reader<'_>) -> Result<(), json::Error> {
                #body
            }
        }
    }
}
