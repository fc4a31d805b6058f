//! Code that writes shapes, whatever the format: one line a member.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::sent::sent;
use super::member::Line;
use super::members_of;
use super::side::{Inputs, Side};
use crate::ir::{Enum, EnumKind, Member, Structure, Union, UnionVariant};
use crate::rust::Ident;

/// ```text
/// impl wire::EncodeMembers for CreateTokenInput {
///     fn encode_members(&self, w: &mut impl wire::Members) {
///         w.value("LicenseArn", &self.license_arn);
///         w.field("RoleArns", &self.role_arns);
///     }
/// }
/// ```
///
/// Where that is not all, or names are not those of the model, there is what other formats have, too:
///
/// ```text
///     #[cfg(feature = "serde")]
///     fn encode_all(&self, w: &mut impl wire::Members) {
///         w.value("functionName", &self.function_name);
///     }
/// ```
///
/// Where a service has other names for what it writes than its client, there are those, too:
///
/// ```text
///     #[cfg(feature = "test-util")]
///     fn encode_answered(&self, w: &mut impl wire::Members) {
///         w.field("key", &self.key);
///     }
/// ```
pub(super) fn structure(structure: &Structure, side: Side, inputs: Inputs) -> TokenStream {
    let is_by_model = |member: &Member| {
        let is_bare_id = side == Side::Client && !member.collections.is_empty();
        side.writes(member) && Line::of(member, side).is_written_by_model() && !is_bare_id
    };
    let all = (!members_of(structure).all(is_by_model)).then(|| lines(structure, Side::Model));
    let differs = |member: &Member| Line::from(member).differs_by_side(inputs);
    let differs =
        side == Side::Client && structure.direction.read && members_of(structure).any(differs);
    let answered = differs.then(|| lines(structure, Side::Service(inputs)));
    let body = lines(structure, side);
    implementation(&structure.name, &body, answered.as_ref(), all.as_ref())
}

fn lines(structure: &Structure, side: Side) -> TokenStream {
    let members = structure.members.iter();
    let written = members.filter(|member| side.writes(member));
    // Attributes stand in the tag with which an element begins.
    let is_attribute =
        |member: &&Member| matches!(&member.layout, Some(layout) if layout.attribute);
    let (attributes, elements): (Vec<&Member>, Vec<&Member>) = written.partition(is_attribute);
    let members = attributes.into_iter().chain(elements);
    let members = members.map(|member| line(member, side));
    quote!(#(#members)*)
}

fn implementation(
    name: &Ident,
    body: &TokenStream,
    answered: Option<&TokenStream>,
    all: Option<&TokenStream>,
) -> TokenStream {
    let method = |name: TokenStream, body: &TokenStream| {
        quote! {
            fn #name(&self, w: &mut impl wire::Members) {
                #body
            }
        }
    };
    let members = (!body.is_empty()).then(|| method(quote!(encode_members), body));
    let all = all.map(|all| {
        let method = method(quote!(encode_all), all);
        quote!(#[cfg(feature = "serde")] #method)
    });
    let answered = answered.map(|lines| {
        let method = method(quote!(encode_answered), lines);
        quote!(#[cfg(feature = "test-util")] #method)
    });
    quote! {
        impl wire::EncodeMembers for #name {
            #members

            #answered

            #all
        }
    }
}

fn line(member: &Member, side: Side) -> TokenStream {
    let name = &member.name;
    let line = Line::of(member, side);
    let value = match side {
        Side::Client => sent(member),
        Side::Service(_) | Side::Model => quote!(self.#name),
    };
    let value = quote!(&#value);
    let write = match member.optional {
        false => line.write(&value),
        true => line.write_field(&value),
    };
    quote!(#write;)
}

/// ```text
/// impl wire::EncodeMembers for Value {
///     fn encode_members(&self, w: &mut impl wire::Members) {
///         match self {
///             Self::Text(value) => w.value("text", value),
///             Self::Unknown => w.fail("`Value::Unknown` cannot be sent"),
///         }
///     }
/// }
/// ```
pub(super) fn union(union: &Union, side: Side, inputs: Inputs) -> TokenStream {
    let name = &union.name;
    let is_by_model = |variant: &UnionVariant| Line::of(variant, side).is_written_by_model();
    let all = (!union.values().all(is_by_model)).then(|| arms(union, Side::Model));
    let differs = |variant: &UnionVariant| Line::from(variant).differs_by_side(inputs);
    let differs = side == Side::Client && union.direction.read && union.values().any(differs);
    let answered = differs.then(|| arms(union, Side::Service(inputs)));
    let body = arms(union, side);
    implementation(name, &body, answered.as_ref(), all.as_ref())
}

fn arms(union: &Union, side: Side) -> TokenStream {
    let variants = union.values();
    let variants = variants.map(|variant| arm(variant, side));
    let reason = format!("`{}::Unknown` cannot be sent", union.name);
    quote! {
        match self {
            #(#variants)*
            Self::Unknown => w.fail(#reason),
        }
    }
}

fn arm(variant: &UnionVariant, side: Side) -> TokenStream {
    let (name, line) = (&variant.name, Line::of(variant, side));
    if variant.type_.is_none() {
        let write = line.write(&quote!(&wire::Unit));
        return quote!(Self::#name => #write,);
    }
    let write = line.write(&quote!(value));
    quote!(Self::#name(value) => #write,)
}

/// ```text
/// impl wire::Encode for TokenType {
///     fn encode(&self, w: &mut impl wire::Writer) {
///         w.string(self.as_str());
///     }
/// }
/// ```
pub(super) fn enum_(enum_: &Enum) -> TokenStream {
    let name = &enum_.name;
    let body = match enum_.kind {
        EnumKind::String => quote!(w.string(self.as_str());),
        EnumKind::Integer => quote!(w.integer(self.value().into());),
    };
    quote! {
        impl wire::Encode for #name {
            fn encode(&self, w: &mut impl wire::Writer) {
                #body
            }
        }
    }
}
