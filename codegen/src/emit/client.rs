//! The client: one short method per operation.

mod made;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, ModulePath, builder, docs, example};
use crate::ir::Operation;

/// The module `client`.
pub(super) fn module(cx: &Context<'_>) -> File {
    let operations = operations_here(cx).map(|operation| {
        let (module, input) = (&operation.name, &operation.input);
        let mut names = [&input.name, &input.builder];
        names.sort();
        quote!(use super::#module::{#(#names),*};)
    });
    let service = &cx.service.name;
    let config = cx.has_aws.then(|| {
        quote!(
            use aws_types::SdkConfig;
        )
    });
    let items = vec![
        quote!(#config),
        quote!(#(#operations)* use super::#service;),
        definition(cx),
        methods(cx),
    ];
    let docs = format!("The client of {}.", cx.service.title);
    File::in_service(cx, ModulePath::Module("client"), &docs, items)
}

/// The operations whose methods are not with them.
fn operations_here<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a Operation> {
    let here = !cx.service.files.methods_with_operations;
    cx.service.operations.iter().filter(move |_| here)
}

/// ```text
/// #[cfg(feature = "client")]
/// impl super::Client {
///     /// Creates a long-lived token.
///     pub fn create_token(&self) -> CreateTokenBuilder<Self> { .. }
/// }
/// ```
pub(super) fn method_alone(cx: &Context<'_>, operation: &Operation) -> TokenStream {
    let method = method(cx, operation);
    quote! {
        #[cfg(feature = "client")]
        impl super::Client {
            #method
        }
    }
}

/// ```text
/// /// Calls License Manager.
/// #[derive(Clone, Debug)]
/// pub struct Client(client::Client<LicenseManager>);
/// ```
fn definition(cx: &Context<'_>) -> TokenStream {
    let service = &cx.service.name;
    let docs = docs::lines(&format!(
        "Calls {}. Cheap to clone; clones share connections and credentials.",
        cx.service.title
    ));
    let deprecated = docs::deprecated(cx.service.deprecated.as_ref());
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug)]
        pub struct Client(client::Client<#service>);
    }
}

fn methods(cx: &Context<'_>) -> TokenStream {
    let service = &cx.service.name;
    let completed = made::completed(cx);
    let constructors = made::constructors(cx, completed.is_some());
    let presign = cx.service.knows_aws().then(|| presign(cx));
    let paginate = cx.paginates().then(|| paginate(cx));
    let operations = operations_here(cx).map(|operation| method(cx, operation));
    let wait_until = wait_until(cx);
    quote! {
        impl Client {
            #constructors

            /// Calls an operation with an input that has been built.
            ///
            /// # Errors
            /// What the service answers with, or why there is no answer.
            pub fn call<O: operation::Operation<Service = #service>>(
                &self,
                input: O,
            ) -> client::Calling<O> {
                self.0.call(input)
            }

            #presign

            #paginate

            #wait_until

            #(#operations)*
        }
        #completed
    }
}

/// ```text
/// pub fn presign<O>(&self, input: O, expires_in: Duration) -> client::Presigning<O> { .. }
/// ```
fn presign(cx: &Context<'_>) -> TokenStream {
    let service = &cx.service.name;
    quote! {
        /// The request of a call, signed and not sent: whoever has it can send it until it
        /// expires, without any credentials of their own.
        ///
        /// # Errors
        /// Why the request cannot be made, or not be signed in this way.
        pub fn presign<O: operation::Operation<Service = #service>>(
            &self,
            input: O,
            expires_in: std::time::Duration,
        ) -> client::Presigning<O> {
            self.0.presign(input, expires_in)
        }
    }
}

/// ```text
/// /// Waits until ..
/// pub fn wait_until<W: waiter::Waiter<Operation: operation::Operation<Service = DynamoDb>>>(
///     &self,
///     input: W::Operation,
/// ) -> waiter::Waiting<W> {
///     waiter::Waiting::new(self.0.clone(), input)
/// }
/// ```
fn wait_until(cx: &Context<'_>) -> Option<TokenStream> {
    let service = &cx.service.name;
    cx.waits().then(|| {
        quote! {
            /// Waits for what a waiter knows of, one of [`waiters`](super::waiters) or one of your
            /// own: calls its operation with this input, again and again.
            #[inline]
            pub fn wait_until<W>(&self, input: W::Operation) -> waiter::Waiting<W>
            where
                W: waiter::Waiter<Operation: operation::Operation<Service = #service>>,
            {
                waiter::Waiting::new(self.0.clone(), input)
            }
        }
    })
}

/// ```text
/// /// The pages of an operation, beginning with the one that this input asks for.
/// pub fn paginate<O>(&self, input: O) -> pagination::Paginator<O> { .. }
/// ```
fn paginate(cx: &Context<'_>) -> TokenStream {
    let service = &cx.service.name;
    quote! {
        /// The pages of an operation, beginning with the one that this input asks for.
        #[inline]
        pub fn paginate<O: pagination::Paginated<Service = #service>>(
            &self,
            input: O,
        ) -> pagination::Paginator<O> {
            self.0.paginate(input)
        }
    }
}

/// ```text
/// /// Creates a long-lived token.
/// pub fn create_token(&self) -> CreateTokenBuilder<Self> {
///     CreateTokenBuilder { caller: self.clone(), value: CreateTokenInput::initial(), set: PhantomData }
/// }
/// ```
fn method(cx: &Context<'_>, operation: &Operation) -> TokenStream {
    let (name, builder) = (&operation.name, &operation.input.builder);
    let text = match operation.docs.text.as_str() {
        "" => format!("Calls `{}`.", operation.wire_name),
        text => text.to_owned(),
    };
    let pages = match &operation.pagination {
        Some(_) => {
            format!("\n\n[`paginate`]({builder}::paginate) in place of `send` gets all pages.")
        }
        None => String::new(),
    };
    let example = example::of_call(cx, operation);
    let docs = docs::lines(&format!("{text}{pages}\n\n# Examples\n{example}"));
    let deprecated = docs::deprecated(operation.deprecated.as_ref());
    let unset = builder::unset(&operation.input, &quote!(self.clone()));
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #name(&self) -> #builder<Self> {
            #unset
        }
    }
}
