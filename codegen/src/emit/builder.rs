//! Builders. A required member is a type parameter of the builder, which its setter turns from
//! `Unset` to `Set`; `build` and `send` exist only where all of them are `Set`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{docs, setter};
use crate::ir::{Structure, StructureKind};
use crate::rust::Ident;

/// The parts of a builder's type that its emitters share.
pub(super) struct Generics<'a> {
    /// `Caller`, where the builder can send.
    caller: Option<TokenStream>,
    /// The markers of required members.
    markers: Vec<&'a Ident>,
}

impl<'a> Generics<'a> {
    pub(super) fn of(structure: &'a Structure) -> Self {
        Self {
            caller: (structure.kind == StructureKind::Input).then(|| quote!(Caller)),
            markers: structure.required().map(|(_, required)| &required.marker).collect(),
        }
    }

    /// `<Caller, LicenseArn, ClientToken>`, with this marker replaced by `Set`.
    pub(super) fn with_set(&self, set: Option<&Ident>) -> TokenStream {
        let markers = self.markers.iter().map(|marker| match set {
            Some(set) if set == *marker => quote!(required::Set),
            _ => quote!(#marker),
        });
        angle(self.caller.iter().cloned().chain(markers))
    }

    /// `<&Client, LicenseArn, ClientToken>`
    fn with_caller(&self, caller: &TokenStream) -> TokenStream {
        let markers = self.markers.iter().map(|marker| quote!(#marker));
        angle(std::iter::once(caller.clone()).chain(markers))
    }

    /// `<LicenseArn, ClientToken>`
    fn markers(&self) -> TokenStream {
        angle(self.markers.iter().map(|marker| quote!(#marker)))
    }

    /// `where LicenseArn: required::LicenseArn, ClientToken: required::ClientToken`
    fn all_set(&self) -> TokenStream {
        let markers = &self.markers;
        if markers.is_empty() {
            return TokenStream::new();
        }
        quote!(where #(#markers: required::#markers,)*)
    }

    /// Whether the builder has any parameter.
    fn are_any(&self) -> bool {
        self.caller.is_some() || self.has_markers()
    }

    fn has_markers(&self) -> bool {
        !self.markers.is_empty()
    }
}

fn angle(parameters: impl Iterator<Item = TokenStream>) -> TokenStream {
    let parameters: Vec<TokenStream> = parameters.collect();
    if parameters.is_empty() { TokenStream::new() } else { quote!(<#(#parameters),*>) }
}

/// The builder of a structure, and what can be done with it.
pub(super) fn items(structure: &Structure) -> Vec<TokenStream> {
    let generics = Generics::of(structure);
    let mut items = vec![definition(structure, &generics)];
    if generics.are_any() {
        items.push(new(structure, &generics));
    }
    items.push(methods(structure, &generics));
    if structure.kind == StructureKind::Nested {
        items.push(into_value(structure, &generics));
    }
    items
}

/// ```ignore
/// /// Builds a [`CreateTokenInput`].
/// #[derive(Clone, Debug)]
/// #[must_use = "a builder does nothing until it builds or sends"]
/// pub struct CreateTokenBuilder<Caller = (), LicenseArn = required::Unset> {
///     caller: Caller,
///     value: CreateTokenInput,
///     set: PhantomData<(LicenseArn,)>,
/// }
/// ```
fn definition(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let (name, builder, markers) = (&structure.name, &structure.builder, &generics.markers);
    let docs = docs::lines(&format!("Builds a [`{name}`]."));
    let deprecated = structure.deprecated.as_ref().map(|_| quote!(#[allow(deprecated)]));
    let parameters = angle(
        generics
            .caller
            .iter()
            .map(|caller| quote!(#caller = ()))
            .chain(markers.iter().map(|marker| quote!(#marker = required::Unset))),
    );
    let unread = (!generics.has_markers()).then(|| {
        let reason = "only a client's builder sends";
        quote!(#[cfg_attr(not(feature = "client"), allow(dead_code, reason = #reason))])
    });
    let caller = generics.caller.iter().map(|caller| quote!(#unread caller: #caller,));
    let set = generics.has_markers().then(|| quote!(set: PhantomData<(#(#markers,)*)>,));
    let what = if generics.caller.is_some() { "builds or sends" } else { "builds" };
    let must_use = format!("a builder does nothing until it {what}");
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug)]
        #[must_use = #must_use]
        pub struct #builder #parameters {
            #(#caller)*
            value: #name,
            #set
        }
    }
}

/// ```ignore
/// impl<Caller> CreateTokenBuilder<Caller> {
///     pub(super) fn new(caller: Caller) -> Self {
///         Self { caller, value: CreateTokenInput::initial(), set: PhantomData }
///     }
/// }
/// ```
fn new(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let (name, builder) = (&structure.name, &structure.builder);
    let initial = if structure.has_default() { quote!(default) } else { quote!(initial) };
    let set = generics.has_markers().then(|| quote!(set: PhantomData,));
    match &generics.caller {
        Some(caller) => quote! {
            impl<#caller> #builder<#caller> {
                pub(super) fn new(caller: #caller) -> Self {
                    Self { caller, value: #name::#initial(), #set }
                }
            }
        },
        None => {
            let new = new_without_caller(structure, generics);
            quote!(impl #builder { #new })
        }
    }
}

fn new_without_caller(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let name = &structure.name;
    let initial = if structure.has_default() { quote!(default) } else { quote!(initial) };
    let set = generics.has_markers().then(|| quote!(set: PhantomData,));
    quote! {
        fn new() -> Self {
            Self { value: #name::#initial(), #set }
        }
    }
}

/// ```ignore
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
    let setters = structure.members.iter().map(|member| setter::setter(structure, member, generics));
    let all_set = generics.all_set();
    let build = build(structure);
    let typed = generics.has_markers().then(|| typed(structure, generics));
    let new = (!generics.are_any()).then(|| new_without_caller(structure, generics));
    quote! {
        impl #parameters #builder #parameters {
            #new

            #(#setters)*

            /// The value that has been built.
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

/// ```ignore
/// fn typed<S1, S2>(self) -> CreateTokenBuilder<Caller, S1, S2> {
///     CreateTokenBuilder { caller: self.caller, value: self.value, set: PhantomData }
/// }
/// ```
fn typed(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let builder = &structure.builder;
    let states: Vec<_> = (1..=generics.markers.len()).map(|n| format_ident!("S{n}")).collect();
    let all = angle(
        generics.caller.iter().cloned().chain(states.iter().map(|state| quote!(#state))),
    );
    let caller = generics.caller.iter().map(|_| quote!(caller: self.caller,));
    quote! {
        fn typed<#(#states),*>(self) -> #builder #all {
            #builder { #(#caller)* value: self.value, set: PhantomData }
        }
    }
}

/// ```ignore
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
            fn from(builder: #builder #parameters) -> Self {
                builder.build()
            }
        }
    }
}

/// ```ignore
/// #[cfg(feature = "client")]
/// impl<LicenseArn> CreateTokenBuilder<&super::Client, LicenseArn> {
///     /// Sends the request and waits for the answer.
///     pub async fn send(self) -> Result<CreateTokenOutput, client::CallError<CreateTokenError>>
///     where
///         LicenseArn: required::LicenseArn,
///     {
///         self.caller.call(self.build()).await
///     }
/// }
/// ```
pub(super) fn send(input: &Structure, output: &Ident, error: &Ident) -> TokenStream {
    let generics = Generics::of(input);
    let builder = &input.builder;
    let markers = generics.markers();
    let parameters = generics.with_caller(&quote!(&super::Client));
    let all_set = generics.all_set();
    quote! {
        #[cfg(feature = "client")]
        impl #markers #builder #parameters {
            /// Sends the request and waits for the answer.
            ///
            /// # Errors
            /// What the service answers with, or why there is no answer.
            pub async fn send(self) -> Result<#output, client::CallError<#error>> #all_set {
                self.caller.call(self.build()).await
            }

            /// Like `send`, with other settings for this call alone.
            ///
            /// # Errors
            /// What the service answers with, or why there is no answer.
            pub async fn send_with(
                self,
                settings: &client::Settings,
            ) -> Result<#output, client::CallError<#error>> #all_set {
                self.caller.call_with(self.build(), settings).await
            }
        }
    }
}
