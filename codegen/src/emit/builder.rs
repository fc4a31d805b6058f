//! Builders. A required member is a type parameter of the builder, which its setter turns from
//! `Unset` to `Set`; `build` and `send` exist only where all of them are `Set`.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{Generics, angle};
use super::{docs, pagination, request_id, setter};
use crate::ir::{Pagination, Structure, StructureKind};
use crate::rust::Ident;

/// The builder of a structure, and what can be done with it.
pub(super) fn items(structure: &Structure) -> Vec<TokenStream> {
    let docs = format!("Builds [`{}`].", structure.name);
    items_of(structure, &docs, true)
}

/// The same for test doubles, which may have thousands: what their setters do is said once.
pub(super) fn for_doubles(structure: &Structure) -> Vec<TokenStream> {
    let name = &structure.name;
    let docs = format!("Builds [`{name}`]: each method sets the field of its name.");
    items_of(structure, &docs, false)
}

fn items_of(structure: &Structure, docs: &str, setters_have_docs: bool) -> Vec<TokenStream> {
    let generics = Generics::of(structure);
    let mut items = vec![definition(structure, &generics, docs)];
    items.push(methods(structure, &generics, setters_have_docs));
    if structure.kind == StructureKind::Nested {
        items.push(into_value(structure, &generics));
    }
    items
}

/// ```text
/// /// Builds [`CreateTokenInput`].
/// #[must_use = "a builder does nothing until it builds or sends"]
/// pub struct CreateTokenBuilder<Caller = (), LicenseArn = required::Unset> {
///     pub(super) caller: Caller,
///     pub(super) value: CreateTokenInput,
///     pub(super) set: PhantomData<(LicenseArn,)>,
/// }
/// ```
fn definition(structure: &Structure, generics: &Generics<'_>, docs: &str) -> TokenStream {
    let (name, builder, markers) = (&structure.name, &structure.builder, &generics.markers);
    let docs = docs::lines(docs);
    let parameters = angle(
        generics
            .caller
            .iter()
            .map(|caller| quote!(#caller = ()))
            .chain(
                markers
                    .iter()
                    .map(|marker| quote!(#marker = required::Unset)),
            ),
    );
    let caller = generics
        .caller
        .iter()
        .map(|caller| quote!(pub(super) caller: #caller,));
    // A client makes builders, too.
    let visible = generics.caller.as_ref().map(|_| quote!(pub(super)));
    let set = generics
        .has_markers()
        .then(|| quote!(#visible set: PhantomData<(#(#markers,)*)>,));
    // Only what could send is forgotten in earnest.
    let must_use = if generics.caller.is_some() {
        quote!(#[must_use = "a builder does nothing until it builds or sends"])
    } else {
        quote!(#[must_use])
    };
    quote! {
        #docs
        #must_use
        pub struct #builder #parameters {
            #(#caller)*
            #visible value: #name,
            #set
        }
    }
}

/// ```text
/// /// Builds one.
/// #[inline]
/// pub fn builder() -> TokenDataBuilder {
///     TokenDataBuilder { value: Self::default() }
/// }
/// ```
pub(super) fn constructor(structure: &Structure) -> TokenStream {
    let builder = &structure.builder;
    let body = unset(structure, &quote!(()));
    quote! {
        /// Builds one.
        #[inline]
        pub fn builder() -> #builder {
            #body
        }
    }
}

/// A builder for which nothing has been set, with this caller, where it has one.
///
/// ```text
/// CreateTokenBuilder { caller: (), value: CreateTokenInput::initial(), set: PhantomData }
/// ```
pub(super) fn unset(structure: &Structure, caller: &TokenStream) -> TokenStream {
    let generics = Generics::of(structure);
    let (name, builder, initial) = (&structure.name, &structure.builder, structure.initial());
    let caller = generics.caller.iter().map(|_| quote!(caller: #caller,));
    let set = generics.has_markers().then(|| quote!(set: PhantomData,));
    quote!(#builder { #(#caller)* value: #name::#initial(), #set })
}

/// ```text
/// impl<Caller, LicenseArn> CreateTokenBuilder<Caller, LicenseArn> {
///     /// Sets [`CreateTokenInput::license_arn`], which is required.
///     pub fn license_arn(mut self, value: impl Into<String>) -> CreateTokenBuilder<Caller, required::Set> { .. }
///
///     /// The built value.
///     pub fn build(self) -> CreateTokenInput
///     where
///         LicenseArn: required::LicenseArn,
///     {
///         self.value
///     }
/// }
/// ```
fn methods(structure: &Structure, generics: &Generics<'_>, setters_have_docs: bool) -> TokenStream {
    let (name, builder) = (&structure.name, &structure.builder);
    let parameters = generics.with_set(None);
    let setters = structure
        .members
        .iter()
        .map(|member| setter::setter(structure, member, generics, setters_have_docs));
    let request_ids = request_id::setters(structure);
    let all_set = generics.all_set();
    let build = build(structure);
    quote! {
        impl #parameters #builder #parameters {
            #(#setters)*

            #(#request_ids)*

            /// The built value.
            pub fn build(self) -> #name #all_set {
                #build
            }
        }
    }
}

/// The members that are made up where nobody sets them.
fn idempotency_tokens(structure: &Structure) -> impl Iterator<Item = &Ident> {
    structure
        .members
        .iter()
        .filter(|member| member.idempotency_token)
        .map(|member| &member.name)
}

/// Whether a builder has nothing to add to the value once everything required has been set.
fn is_complete(structure: &Structure) -> bool {
    structure.error.is_none() && idempotency_tokens(structure).next().is_none()
}

/// The value that a builder has built.
fn built(structure: &Structure, builder: &TokenStream) -> TokenStream {
    if is_complete(structure) {
        quote!(#builder.value)
    } else {
        quote!(#builder.build())
    }
}

fn build(structure: &Structure) -> TokenStream {
    if is_complete(structure) {
        return quote!(self.value);
    }
    if structure.error.is_some() {
        return quote!(self.value.with_own_metadata());
    }
    let tokens = idempotency_tokens(structure);
    quote! {
        let mut value = self.value;
        #(value.#tokens.get_or_insert_with(idempotency::token);)*
        value
    }
}

/// ```text
/// impl<Name: required::Name> From<FilterBuilder<Name>> for Filter {
///     fn from(builder: FilterBuilder<Name>) -> Self {
///         builder.value
///     }
/// }
/// ```
fn into_value(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let (name, builder) = (&structure.name, &structure.builder);
    let (parameters, all_set) = (generics.markers(), generics.all_set());
    let value = built(structure, &quote!(builder));
    quote! {
        impl #parameters From<#builder #parameters> for #name #all_set {
            fn from(builder: #builder #parameters) -> Self {
                #value
            }
        }
    }
}

/// ```text
/// #[cfg(feature = "client")]
/// impl<LicenseArn> CreateTokenBuilder<super::Client, LicenseArn> {
///     /// Sends the request.
///     pub fn send(self) -> client::Calling<CreateTokenInput>
///     where
///         LicenseArn: required::LicenseArn,
///     {
///         self.caller.call(self.value)
///     }
/// }
/// ```
///
/// Where answers come in pages, the method that gets all of them is there too.
pub(super) fn send(input: &Structure, pages: Option<&Pagination>) -> TokenStream {
    let generics = Generics::of(input);
    let (name, builder) = (&input.name, &input.builder);
    let declared = generics.markers();
    let parameters = generics.with_caller(&quote!(super::Client));
    let all_set = generics.all_set();
    let value = built(input, &quote!(self));
    // What makes an input up takes the whole builder.
    let client = if is_complete(input) {
        quote!(self.caller)
    } else {
        quote!(self.caller.clone())
    };
    let paginate = pages.map(|pages| pagination::method(input, pages, &client, &value));
    quote! {
        #[cfg(feature = "client")]
        impl #declared #builder #parameters {
            /// Sends the request.
            #[inline]
            pub fn send(self) -> client::Calling<#name> #all_set {
                #client.call(#value)
            }

            #paginate
        }
    }
}
