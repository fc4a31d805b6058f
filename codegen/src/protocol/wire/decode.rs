//! What reads shapes.

mod in_place;

use proc_macro2::TokenStream;
use quote::quote;

use super::member::Line;
use super::{Inputs, Side, members_of};
use crate::ir::{Enum, EnumKind, Member, Structure, Union, UnionVariant};
use crate::rust::Ident;

/// ```text
/// impl wire::DecodeMember for CreateTokenOutput {
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
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
///         r.structure(Self::initial())
///     }
/// }
/// ```
///
/// Where a service has other names for what it reads than its client, there are those, too:
///
/// ```text
///     #[cfg(feature = "test-util")]
///     fn decode_sent(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result { .. }
/// ```
pub(super) fn structure(structure: &Structure, side: Side, inputs: Inputs) -> Vec<TokenStream> {
    let name = &structure.name;
    let begin = (!structure.has_default()).then(|| {
        let initial = structure.initial();
        decode(name, &quote!(r.structure(Self::#initial())))
    });
    let is_by_model =
        |member: &Member| side.reads(member) && Line::of(member, side).is_read_by_model();
    let all =
        (!members_of(structure).all(is_by_model)).then(|| decode_arms(structure, Side::Model));
    let differs = |member: &Member| Line::from(member).differs_by_side(inputs);
    let differs =
        side == Side::Client && structure.direction.written && members_of(structure).any(differs);
    let arms = Arms {
        client: decode_arms(structure, side),
        sent: differs.then(|| decode_arms(structure, Side::Service(inputs))),
        all,
    };
    let by_name = decode_members(&quote!(#name), &quote!(r.skip()), &arms);
    let in_place = structure
        .is_recursive()
        .then(|| in_place::structure(structure));
    begin.into_iter().chain([by_name]).chain(in_place).collect()
}

fn decode_arms(structure: &Structure, side: Side) -> Vec<TokenStream> {
    let members = structure.members.iter();
    let members = members.filter(|member| side.reads(member));
    let arms = members.map(|member| match structure.is_recursive() {
        true => in_place::member(member, side),
        false => decode_member(member, side),
    });
    arms.collect()
}

/// What reads the members of a structure, or the variants of a union.
struct Arms {
    /// By the names of a side.
    client: Vec<TokenStream>,
    /// By those of the other one, where that has others.
    sent: Option<Vec<TokenStream>>,
    /// By those of the model, where these are others.
    all: Option<Vec<TokenStream>>,
}

fn decode_members(of: &TokenStream, skip: &TokenStream, arms: &Arms) -> TokenStream {
    let method = |name: TokenStream, arms: &[TokenStream]| {
        quote! {
            fn #name(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result {
                match name {
                    #(#arms)*
                    _ => #skip,
                }
            }
        }
    };
    let Arms { client, sent, all } = arms;
    let member = (!client.is_empty()).then(|| method(quote!(decode_member), client));
    let sent = sent.as_ref().map(|arms| {
        let method = method(quote!(decode_sent), arms);
        quote!(#[cfg(feature = "test-util")] #method)
    });
    let all = all.as_ref().map(|arms| {
        let method = method(quote!(decode_any), arms);
        quote!(#[cfg(feature = "serde")] #method)
    });
    quote! {
        impl wire::DecodeMember for #of {
            #member

            #sent

            #all
        }
    }
}

fn decode(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl wire::Decode for #name {
            fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
                #body
            }
        }
    }
}

/// How a member is read.
fn decode_member(member: &Member, side: Side) -> TokenStream {
    arm(member, side, &read_member(member, side))
}

/// The call that reads a member into the place that it has.
///
/// ```text
/// r.member(&mut self.tags)
/// wire::append(r.layout(wire::layout!(PLAIN.flat())), self.tags.get_or_insert_default())
/// ```
fn read_member(member: &Member, side: Side) -> TokenStream {
    let name = &member.name;
    let place = quote!(self.#name);
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

/// ```text
/// impl wire::Decode for Value {
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
///         wire::union(r, Self::Unknown)
///     }
/// }
///
/// impl wire::DecodeMember for wire::Variant<'_, Value> {
///     fn decode_member(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result {
///         match name {
///             "text" => self.read(r, Value::Text),
///             _ => self.skip(r, name),
///         }
///     }
/// }
/// ```
pub(super) fn union(union: &Union, side: Side, inputs: Inputs) -> Vec<TokenStream> {
    if union.is_recursive() {
        return in_place::union(union, side, inputs);
    }
    let name = &union.name;
    let decode = decode(name, &quote!(wire::union(r, Self::Unknown)));
    vec![
        decode,
        decode_variants(union, side, inputs, |variant, side| {
            decode_variant(name, variant, side)
        }),
    ]
}

fn decode_variants(
    union: &Union,
    side: Side,
    inputs: Inputs,
    decode: impl Fn(&UnionVariant, Side) -> TokenStream,
) -> TokenStream {
    let arms = |side| -> Vec<TokenStream> {
        let variants = union.values();
        variants.map(|variant| decode(variant, side)).collect()
    };
    let is_by_model = |variant: &UnionVariant| Line::of(variant, side).is_read_by_model();
    let all = (!union.values().all(is_by_model)).then(|| arms(Side::Model));
    let differs = |variant: &UnionVariant| Line::from(variant).differs_by_side(inputs);
    let differs = side == Side::Client && union.direction.written && union.values().any(differs);
    let arms = Arms {
        client: arms(side),
        sent: differs.then(|| arms(Side::Service(inputs))),
        all,
    };
    let (name, skip) = (&union.name, quote!(self.skip(r, name)));
    decode_members(&quote!(wire::Variant<'_, #name>), &skip, &arms)
}

fn decode_variant(union: &Ident, variant: &UnionVariant, side: Side) -> TokenStream {
    let (name, line) = (&variant.name, Line::of(variant, side));
    let (wire_name, r) = (line.read_name(), line.reader());
    let read = match (&variant.type_, line.format()) {
        (None, _) => quote!(self.read(#r, |wire::Unit| #union::#name)),
        (Some(_), None) => quote!(self.read(#r, #union::#name)),
        (Some(_), Some(format)) => quote!(self.read_as::<#format, _>(#r, #union::#name)),
    };
    if !line.is_flat() {
        return quote!(#wire_name => #read,);
    }
    let read_part = line.read_part();
    quote! {
        #wire_name => match self.so_far() {
            #union::#name(value) => #read_part(#r, value),
            _ => #read,
        },
    }
}

/// ```text
/// impl wire::Decode for TokenType {
///     fn decode(r: &mut impl wire::Reader) -> wire::Result<Self> {
///         r.enum_value()
///     }
/// }
/// ```
pub(super) fn enum_(enum_: &Enum) -> TokenStream {
    let name = &enum_.name;
    let body = match enum_.kind {
        EnumKind::String => quote!(r.enum_value()),
        EnumKind::Integer => quote!(<i32 as wire::Decode>::decode(r).map(Self::from)),
    };
    decode(name, &body)
}
