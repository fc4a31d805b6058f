//! Structures: the type, its `Debug` where something must not be printed, and what its members
//! hold before they are set.

mod large;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, builder, clone, docs, request_id, rust_type, streamed, value};
use crate::ir::{Initial, Member, Structure, Type};

/// ```text
/// /// What `CreateToken` takes.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub struct CreateTokenInput {
///     /// The license's ARN.
///     pub license_arn: String,
/// }
/// ```
pub(super) fn definition(structure: &Structure, docs_text: &str) -> TokenStream {
    let name = &structure.name;
    let docs = docs::lines(docs_text);
    let deprecated = docs::deprecated(structure.deprecated.as_ref());
    let debug = (!structure.hides_something()).then(|| quote!(Debug,));
    let equality = (!large::is_large(structure)).then(|| quote!(PartialEq));
    let clone = (!structure.is_recursive()).then(|| quote!(Clone,));
    let default = derives_default(structure).then(|| quote!(Default,));
    let parameters = streamed::parameters(structure);
    let fields = structure
        .members
        .iter()
        .map(|member| field(structure, member));
    let meta = structure
        .error
        .is_some()
        .then(|| quote!(pub(crate) meta: error::Metadata,));
    let request_ids = request_id::fields(structure);
    quote! {
        #docs
        #deprecated
        #[derive(#clone #debug #default #equality)]
        #[non_exhaustive]
        pub struct #name #parameters {
            #(#fields)*
            #meta
            #(#request_ids)*
        }
    }
}

fn field(structure: &Structure, member: &Member) -> TokenStream {
    let name = &member.name;
    let docs = docs::or(
        &member.docs.text,
        &format!("{}.", docs::code(&member.wire_name)),
    );
    let deprecated = docs::deprecated(member.deprecated.as_ref());
    let type_ = match structure.streamed() {
        Some((streamed, body)) if streamed.name == member.name => quote!(#body),
        _ => rust_type::field(member),
    };
    quote! {
        #docs
        #deprecated
        pub #name: #type_,
    }
}

/// Whether every member starts as its type's own default, so that `Default` can be derived.
fn derives_default(structure: &Structure) -> bool {
    let is_default = |member: &Member| match member.initial {
        Initial::Absent => true,
        Initial::Empty => !matches!(
            member.type_,
            Type::Blob
                | Type::Stream
                | Type::Events(_)
                | Type::Outgoing(_)
                | Type::Timestamp(_)
                | Type::Document
                | Type::Named(..)
        ),
        Initial::Default(_) => false,
    };
    structure.has_default() && structure.members.iter().all(is_default)
}

/// The rest of what a structure of any kind has.
pub(super) fn implementations(cx: &Context<'_>, structure: &Structure) -> Vec<TokenStream> {
    let mut items = Vec::new();
    items.extend(inherent(cx, structure));
    if !derives_default(structure) && structure.has_default() {
        items.push(default(cx, structure));
    }
    if structure.is_recursive() {
        items.extend(clone::structure(cx, structure));
    }
    if structure.hides_something() {
        items.push(debug(structure));
    }
    if large::is_large(structure) {
        items.push(large::equality(structure));
    }
    items.extend(streamed::with_body(structure));
    items
}

/// ```text
/// impl CreateTokenInput {
///     /// Builds one.
///     pub fn builder() -> CreateTokenBuilder {
///         CreateTokenBuilder { caller: (), value: Self::initial(), set: PhantomData }
///     }
///
///     pub(crate) fn initial() -> Self {
///         Self { license_arn: String::new(), role_arns: None }
///     }
/// }
/// ```
///
/// What services answer has its builder elsewhere.
fn inherent(cx: &Context<'_>, structure: &Structure) -> Option<TokenStream> {
    let name = &structure.name;
    let builder = (!structure.is_output_only()).then(|| builder::constructor(structure));
    let initial = (!structure.has_default()).then(|| {
        let value = initial_value(cx, structure);
        quote! {
            #[inline]
            pub(crate) fn initial() -> Self {
                #value
            }
        }
    });
    (builder.is_some() || initial.is_some()).then(|| {
        quote! {
            impl #name {
                #builder

                #initial
            }
        }
    })
}

/// ```text
/// impl Default for Retention {
///     fn default() -> Self {
///         Self { days: 30 }
///     }
/// }
/// ```
fn default(cx: &Context<'_>, structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let value = initial_value(cx, structure);
    quote! {
        impl Default for #name {
            #[inline]
            fn default() -> Self {
                #value
            }
        }
    }
}

fn initial_value(cx: &Context<'_>, structure: &Structure) -> TokenStream {
    let members = structure.members.iter().map(|member| {
        let (name, value) = (&member.name, value::initial(cx, member));
        quote!(#name: #value,)
    });
    let meta = structure
        .error
        .is_some()
        .then(|| quote!(meta: error::Metadata::default(),));
    let request_ids = request_id::initial(structure);
    quote!(Self { #(#members)* #meta #(#request_ids)* })
}

/// ```text
/// impl fmt::Debug for CreateTokenOutput {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         f.debug_struct("CreateTokenOutput")
///             .field("token_id", &self.token_id)
///             .field("token", &redacted::Redacted)
///             .finish()
///     }
/// }
/// ```
fn debug(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let label = name.as_str();
    let mut fields: Vec<TokenStream> = structure
        .members
        .iter()
        .map(|member| {
            let (name, label) = (&member.name, member.name.as_str());
            if structure.sensitive || member.sensitive {
                quote!(.field(#label, &redacted::Redacted))
            } else {
                quote!(.field(#label, &self.#name))
            }
        })
        .collect();
    fields.extend(
        structure
            .error
            .is_some()
            .then(|| quote!(.field("meta", &self.meta))),
    );
    fields.extend(request_id::debug(structure));
    let (declared, parameter) = streamed::debug_parameters(structure);
    let body = if large::is_large(structure) {
        large::statements(label, &fields)
    } else {
        quote!(f.debug_struct(#label) #(#fields)* .finish())
    };
    quote! {
        impl #declared fmt::Debug for #name #parameter {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                #body
            }
        }
    }
}
