//! Waiters: a type for each, and a method of the client.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::query::{iterator, truth, value};
use super::{Context, File, Place, docs, imports};
use crate::ir::query::{Gives, Query};
use crate::ir::{Acceptor, Condition, Matcher, Operation, Type, Verdict, Waiter};
use crate::rust::Ident;

/// The module `waiters`.
pub(super) fn module(cx: &Context<'_>) -> File {
    let place = Place::Module("waiters");
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
    let mut items = vec![imports::names_from(cx, unions(cx), place), own];
    for (operation, waiter) in cx.service.waiters() {
        items.push(definition(operation, waiter));
        items.push(implementation(operation, waiter));
    }
    items.push(methods(cx));
    let docs = format!(
        "What {} can be asked about again and again until it has come about.",
        cx.service.title
    );
    File::in_service(cx, place, &docs, items)
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
        .flat_map(|condition| condition.query().unions())
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
    let of_output = of_output(waiter);
    let of_errors = waiter
        .acceptors
        .iter()
        .filter_map(|one| of_error(error, one));
    let asks_input = waiter.conditions().any(|one| one.query().asks_input());
    let argument = if asks_input { quote!(input) } else { quote!(_) };
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

/// What errors mean.
fn of_error(error: &Ident, acceptor: &Acceptor) -> Option<TokenStream> {
    let pattern = match &acceptor.matcher {
        Matcher::AnyError => quote!(Err(_)),
        Matcher::Error(variant) => quote!(Err(#error::#variant(_))),
        Matcher::Code(code) => quote!(Err(error) if waiter::has_code(error, #code)),
        Matcher::AnyOutput | Matcher::Output(_) => return None,
    };
    let verdict = verdict(&acceptor.verdict);
    Some(quote!(#pattern => #verdict,))
}

/// ```text
/// Ok(output) => {
///     match output.table.as_ref().and_then(|table| table.table_status.as_deref()) {
///         Some("ACTIVE") => return waiter::Verdict::Success(".."),
///         Some("DELETING") => return waiter::Verdict::Failure(".."),
///         _ => {}
///     }
///     if .. {
///         return waiter::Verdict::Failure("..");
///     }
///     waiter::Verdict::Retry
/// }
/// ```
fn of_output(waiter: &Waiter) -> TokenStream {
    let mut conditions = Vec::new();
    let mut any = None;
    for acceptor in &waiter.acceptors {
        match &acceptor.matcher {
            Matcher::Output(condition) => conditions.push((condition, verdict(&acceptor.verdict))),
            Matcher::AnyOutput => any = Some(verdict(&acceptor.verdict)),
            _ => {}
        }
    }
    let asks_output = waiter.conditions().any(|one| one.query().asks_output());
    let output = if asks_output {
        quote!(output)
    } else {
        quote!(_)
    };
    // Texts of the same value, one after the other, are alternatives.
    let groups = conditions.chunk_by(|(a, _), (b, _)| match (a, b) {
        (Condition::Text(a, _), Condition::Text(b, _)) => a == b,
        _ => false,
    });
    let groups = groups.map(|group| match group {
        [(condition, verdict)] => {
            let condition = self::condition(condition);
            quote!(if #condition { return #verdict; })
        }
        alternatives => alternatives_of(alternatives),
    });
    if conditions.is_empty() {
        quote!(Ok(_) => #any,)
    } else {
        quote!(Ok(#output) => { #(#groups)* #any })
    }
}

fn alternatives_of(alternatives: &[(&Condition, TokenStream)]) -> TokenStream {
    let of = alternatives.first().map(|(first, _)| value(first.query()));
    let arms = alternatives
        .iter()
        .map(|(condition, verdict)| match condition {
            Condition::Text(query, text) if query.optional => {
                quote!(Some(#text) => return #verdict,)
            }
            Condition::Text(_, text) => quote!(#text => return #verdict,),
            _ => TokenStream::new(),
        });
    quote! {
        match #of {
            #(#arms)*
            _ => {}
        }
    }
}

fn verdict(verdict: &Verdict) -> TokenStream {
    match verdict {
        Verdict::Success(reason) => quote!(waiter::Verdict::Success(#reason)),
        Verdict::Failure(reason) => quote!(waiter::Verdict::Failure(#reason)),
        Verdict::Retry => quote!(waiter::Verdict::Retry),
        Verdict::Unexpected => quote!(waiter::Verdict::Unexpected),
    }
}

fn condition(condition: &Condition) -> TokenStream {
    match condition {
        Condition::Boolean(query, wanted) if query.optional => {
            let value = value(query);
            quote!(#value == Some(#wanted))
        }
        Condition::Boolean(query, wanted) => truth(query, *wanted),
        Condition::Text(query, text) if query.optional => {
            let value = value(query);
            quote!(#value == Some(#text))
        }
        Condition::Text(query, text) => {
            let value = value(query);
            quote!(#value == #text)
        }
        Condition::All(query, text) => {
            let (several, is_it) = (iterator(query), is_text(query, text));
            quote!(waiter::all(#several, |item| #is_it))
        }
        Condition::Any(query, text) => {
            let (several, is_it) = (iterator(query), is_text(query, text));
            quote!(#several.any(|item| #is_it))
        }
    }
}

/// Whether one of several is this text.
fn is_text(several: &Query, text: &str) -> TokenStream {
    let gaps = match &several.gives {
        Gives::Several { gaps, .. } => *gaps,
        Gives::Value(Type::List(element)) => element.sparse,
        _ => false,
    };
    if gaps {
        quote!(item == Some(#text))
    } else {
        quote!(item == #text)
    }
}

/// ```text
/// #[cfg(feature = "client")]
/// impl super::Client {
///     /// Waits for [`TableExists`] with calls of `DescribeTable`; ..
///     pub fn wait_until_table_exists(
///         &self,
///         input: DescribeTableInput,
///     ) -> waiter::Waiting<'_, TableExists> {
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
            pub fn #method(&self, input: #input) -> waiter::Waiting<'_, #name> {
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
