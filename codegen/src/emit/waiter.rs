//! Waiters: a type for each, and a method of the client.

mod acceptors;

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Context, File, ModulePath, docs, imports};
use crate::ir::{Matcher, Operation, Waiter};
use crate::rust::Ident;

/// The module `waiters`.
pub(super) fn module(cx: &Context<'_>) -> File {
    let here = ModulePath::Module("waiters");
    let operations = cx.service.operations.iter();
    let operations = operations.filter(|operation| !operation.waiters.is_empty());
    let own = operations.clone().map(|operation| {
        let (module, input) = (&operation.name, &operation.input.name);
        let error = operation.waiters.iter().any(names_error);
        let error = error.then_some(&operation.error.name);
        match error {
            Some(error) => quote!(use super::#module::{#error, #input};),
            None => quote!(use super::#module::#input;),
        }
    });
    let own = quote!(#(#own)*);
    let mut items = vec![imports::names_from(cx, unions(cx), here), own];
    for (operation, waiter) in cx.service.waiters() {
        items.push(definition(operation, waiter));
        items.push(implementation(operation, waiter));
    }
    items.push(methods(cx));
    let docs = format!(
        "What {} can be asked about again and again until it has come about.",
        cx.service.title
    );
    File::in_service(cx, here, &docs, items)
}

fn names_error(waiter: &Waiter) -> bool {
    let mut acceptors = waiter.acceptors.iter();
    acceptors.any(|acceptor| matches!(acceptor.matcher, Matcher::Error(_)))
}

/// The unions that waiters look into.
fn unions<'a>(cx: &Context<'a>) -> BTreeSet<&'a Ident> {
    let conditions = cx
        .service
        .waiters()
        .flat_map(|(_, waiter)| waiter.conditions());
    conditions
        .flat_map(|condition| condition.expression().unions())
        .collect()
}

/// ```text
/// /// `TableExists`, as the answers of `DescribeTable` tell it.
/// #[derive(Clone, Copy, Debug)]
/// pub struct TableExists;
/// ```
fn definition(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let (name, called) = (&waiter.name, &operation.wire_name);
    let text = match waiter.docs.text.as_str() {
        "" => format!(
            "`{}`, as the answers of `{called}` tell it.",
            waiter.wire_name
        ),
        text => format!(
            "`{}`, as the answers of `{called}` tell it.\n\n{text}",
            waiter.wire_name
        ),
    };
    let docs = docs::lines(&text);
    let deprecated = docs::deprecated(waiter.deprecated.as_ref());
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Copy, Debug)]
        pub struct #name;
    }
}

/// ```text
/// impl waiter::Waiter for TableExists {
///     type Operation = DescribeTableInput;
///
///     const NAME: &'static str = "TableExists";
///     const MIN_DELAY: std::time::Duration = std::time::Duration::from_secs(20);
///     const MAX_DELAY: std::time::Duration = std::time::Duration::from_secs(120);
///
///     fn judge(
///         _: &DescribeTableInput,
///         answer: waiter::Answer<'_, DescribeTableInput>,
///     ) -> waiter::Verdict {
///         match answer {
///             Ok(output) => { .. }
///             Err(DescribeTableError::ResourceNotFoundException(_)) => waiter::Verdict::Retry,
///             Err(_) => waiter::Verdict::Unexpected,
///         }
///     }
/// }
/// ```
fn implementation(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let (name, wire_name) = (&waiter.name, &waiter.wire_name);
    let (input, error) = (&operation.input.name, &operation.error.name);
    let min_delay = Literal::u32_unsuffixed(waiter.min_delay);
    let max_delay = Literal::u32_unsuffixed(waiter.max_delay);
    let of_output = acceptors::of_output(waiter);
    let of_errors = waiter
        .acceptors
        .iter()
        .filter_map(|one| acceptors::of_error(error, one));
    let reads_input = waiter
        .conditions()
        .any(|one| one.expression().reads_input());
    let argument = if reads_input {
        quote!(input)
    } else {
        quote!(_)
    };
    quote! {
        impl waiter::Waiter for #name {
            type Operation = #input;

            const NAME: &'static str = #wire_name;
            const MIN_DELAY: std::time::Duration = std::time::Duration::from_secs(#min_delay);
            const MAX_DELAY: std::time::Duration = std::time::Duration::from_secs(#max_delay);

            #[inline]
            fn judge(
                #argument: &#input,
                answer: waiter::Answer<'_, #input>,
            ) -> waiter::Verdict {
                match answer {
                    #of_output
                    #(#of_errors)*
                }
            }
        }
    }
}

/// ```text
/// #[cfg(feature = "client")]
/// impl super::Client {
///     /// Waits for [`TableExists`] with calls of `DescribeTable`; ..
///     pub fn wait_until_table_exists(
///         &self,
///         input: DescribeTableInput,
///     ) -> waiter::Waiting<TableExists> {
///         self.wait_until(input)
///     }
/// }
/// ```
fn methods(cx: &Context<'_>) -> TokenStream {
    let methods = cx.service.waiters().map(|(operation, waiter)| {
        let (name, method, input) = (&waiter.name, &waiter.method, &operation.input.name);
        let docs = docs::lines(&format!(
            "Waits for [`{name}`] with calls of `{}`; `.within(..)` says how long.",
            operation.wire_name
        ));
        let deprecated = docs::deprecated(waiter.deprecated.as_ref());
        quote! {
            #docs
            #deprecated
            #[inline]
            pub fn #method(&self, input: #input) -> waiter::Waiting<#name> {
                self.wait_until(input)
            }
        }
    });
    quote! {
        #[cfg(feature = "client")]
        impl super::Client {
            #(#methods)*
        }
    }
}
