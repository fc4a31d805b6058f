//! Builders. A required member is a type parameter of the builder, which its setter turns from
//! `Unset` to `Set`; `build` and `send` exist only where all of them are `Set`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::generics::{Generics, angle};
use super::{docs, pagination, setter};
use crate::ir::{Pagination, Structure, StructureKind};
use crate::rust::Ident;

/// The builder of a structure, and what can be done with it.
pub(super) fn items(structure: &Structure) -> Vec<TokenStream> {
    let generics = Generics::of(structure);
    let mut items = vec![definition(structure, &generics)];
    items.extend(new(structure, &generics));
    items.push(methods(structure, &generics));
    if structure.kind == StructureKind::Nested {
        items.push(into_value(structure, &generics));
    }
    items
}

/// ```text
/// /// Builds [`CreateTokenInput`].
/// #[must_use = "a builder does nothing until it builds or sends"]
/// pub struct CreateTokenBuilder<Caller = (), LicenseArn = required::Unset> {
///     caller: Caller,
///     value: CreateTokenInput,
///     set: PhantomData<(LicenseArn,)>,
/// }
/// ```
fn definition(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let (name, builder, markers) = (&structure.name, &structure.builder, &generics.markers);
    let docs = docs::lines(&format!("Builds [`{name}`]."));
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
    let unread = (!generics.has_markers()).then(|| {
        let reason = "only a client's builder sends";
        quote!(#[cfg_attr(not(feature = "client"), allow(dead_code, reason = #reason))])
    });
    let caller = generics
        .caller
        .iter()
        .map(|caller| quote!(#unread caller: #caller,));
    let set = generics
        .has_markers()
        .then(|| quote!(set: PhantomData<(#(#markers,)*)>,));
    let what = if generics.caller.is_some() {
        "builds or sends"
    } else {
        "builds"
    };
    let must_use = format!("a builder does nothing until it {what}");
    quote! {
        #docs
        #[must_use = #must_use]
        pub struct #builder #parameters {
            #(#caller)*
            value: #name,
            #set
        }
    }
}

/// ```text
/// impl<Caller> CreateTokenBuilder<Caller> {
///     #[inline]
///     pub(super) fn new(caller: Caller) -> Self {
///         Self { caller, value: CreateTokenInput::initial(), set: PhantomData }
///     }
/// }
/// ```
fn new(structure: &Structure, generics: &Generics<'_>) -> Option<TokenStream> {
    let caller = generics.caller.as_ref()?;
    let builder = &structure.builder;
    let value = initial(structure, generics);
    Some(quote! {
        impl<#caller> #builder<#caller> {
            #[inline]
            pub(super) fn new(caller: #caller) -> Self {
                Self { caller, #value }
            }
        }
    })
}

/// ```text
/// /// Builds one, member by member.
/// #[inline]
/// pub fn builder() -> TokenDataBuilder {
///     TokenDataBuilder { value: Self::default() }
/// }
/// ```
pub(super) fn constructor(structure: &Structure) -> TokenStream {
    let generics = Generics::of(structure);
    let builder = &structure.builder;
    let body = if generics.caller.is_some() {
        quote!(#builder::new(()))
    } else {
        let value = initial(structure, &generics);
        quote!(#builder { #value })
    };
    quote! {
        /// Builds one, member by member.
        #[inline]
        pub fn builder() -> #builder {
            #body
        }
    }
}

/// The fields of a builder for which nothing has been set.
fn initial(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let (name, initial) = (&structure.name, structure.initial());
    let set = generics.has_markers().then(|| quote!(set: PhantomData,));
    quote!(value: #name::#initial(), #set)
}

/// ```text
/// impl<Caller, LicenseArn> CreateTokenBuilder<Caller, LicenseArn> {
///     /// Sets `LicenseArn`, which is required.
///     pub fn license_arn(mut self, value: impl Into<String>) -> CreateTokenBuilder<Caller, required::Set> { .. }
///
///     /// The value that has been built.
///     pub fn build(self) -> CreateTokenInput
///     where
///         LicenseArn: required::LicenseArn,
///     {
///         self.value
///     }
/// }
/// ```
fn methods(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let (name, builder) = (&structure.name, &structure.builder);
    let parameters = generics.with_set(None);
    let setters = structure
        .members
        .iter()
        .map(|member| setter::setter(structure, member, generics));
    let all_set = generics.all_set();
    let build = build(structure);
    let typed = generics.has_markers().then(|| typed(structure, generics));
    quote! {
        impl #parameters #builder #parameters {
            #(#setters)*

            /// The value that has been built.
            #[inline]
            pub fn build(self) -> #name #all_set {
                #build
            }

            #typed
        }
    }
}

fn build(structure: &Structure) -> TokenStream {
    let tokens: Vec<&Ident> = structure
        .members
        .iter()
        .filter(|member| member.idempotency_token)
        .map(|member| &member.name)
        .collect();
    let mut statements: Vec<TokenStream> = tokens
        .iter()
        .map(|name| quote!(value.#name.get_or_insert_with(idempotency::token);))
        .collect();
    if let Some(error) = &structure.error {
        let code = &error.code;
        let message = match &error.message {
            Some(message) if error.message_optional => quote!(value.#message.as_deref()),
            Some(message) => quote!(Some(&value.#message)),
            None => quote!(None),
        };
        statements.push(quote!(value.meta = error::Metadata::new(#code, #message);));
    }
    if statements.is_empty() {
        return quote!(self.value);
    }
    quote! {
        let mut value = self.value;
        #(#statements)*
        value
    }
}

/// ```text
/// fn typed<S1, S2>(self) -> CreateTokenBuilder<Caller, S1, S2> {
///     CreateTokenBuilder { caller: self.caller, value: self.value, set: PhantomData }
/// }
/// ```
fn typed(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let builder = &structure.builder;
    let states: Vec<_> = (1..=generics.markers.len())
        .map(|n| format_ident!("S{n}"))
        .collect();
    let all = angle(
        generics
            .caller
            .iter()
            .cloned()
            .chain(states.iter().map(|state| quote!(#state))),
    );
    let caller = generics.caller.iter().map(|_| quote!(caller: self.caller,));
    quote! {
        fn typed<#(#states),*>(self) -> #builder #all {
            #builder { #(#caller)* value: self.value, set: PhantomData }
        }
    }
}

/// ```text
/// impl<Name: required::Name> From<FilterBuilder<Name>> for Filter {
///     fn from(builder: FilterBuilder<Name>) -> Self {
///         builder.build()
///     }
/// }
/// ```
fn into_value(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let (name, builder) = (&structure.name, &structure.builder);
    let (parameters, all_set) = (generics.markers(), generics.all_set());
    quote! {
        impl #parameters From<#builder #parameters> for #name #all_set {
            #[inline]
            fn from(builder: #builder #parameters) -> Self {
                builder.build()
            }
        }
    }
}

/// ```text
/// #[cfg(feature = "client")]
/// impl<'c, LicenseArn> CreateTokenBuilder<&'c super::Client, LicenseArn> {
///     /// Sends the request and waits for the answer.
///     pub fn send(self) -> client::Calling<'c, CreateTokenInput>
///     where
///         LicenseArn: required::LicenseArn,
///     {
///         self.caller.call(self.build())
///     }
/// }
/// ```
///
/// Where answers come in pages, the method that gets all of them is there too.
pub(super) fn send(input: &Structure, pages: Option<&Pagination>) -> TokenStream {
    let generics = Generics::of(input);
    let (name, builder) = (&input.name, &input.builder);
    let client = quote!(&'c super::Client);
    let declared = generics.with_caller(&quote!('c));
    let parameters = generics.with_caller(&client);
    let all_set = generics.all_set();
    let paginate = pages.map(|pages| pagination::method(input, pages));
    quote! {
        #[cfg(feature = "client")]
        impl #declared #builder #parameters {
            /// Sends the request and waits for the answer.
            ///
            /// # Errors
            /// What the service answers with, or why there is no answer.
            #[inline]
            pub fn send(self) -> client::Calling<'c, #name> #all_set {
                self.caller.call(self.build())
            }

            /// Like `send`, with other settings for this call alone.
            ///
            /// # Errors
            /// What the service answers with, or why there is no answer.
            #[inline]
            pub fn send_with(self, settings: &'c client::Settings) -> client::Calling<'c, #name>
            #all_set
            {
                self.caller.call_with(self.build(), settings)
            }

            #paginate
        }
    }
}
