//! What answers mean, as arms of a `match`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::jmespath::{is_true, iterator, value};
use crate::ir::jmespath::{TypedExpression, ValueType};
use crate::ir::{Acceptor, Condition, Matcher, Type, Verdict, Waiter};
use crate::rust::Ident;

/// What errors mean.
pub(super) fn of_error(error: &Ident, acceptor: &Acceptor) -> Option<TokenStream> {
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
pub(super) fn of_output(waiter: &Waiter) -> TokenStream {
    let mut conditions = Vec::new();
    let mut any = None;
    for acceptor in &waiter.acceptors {
        match &acceptor.matcher {
            Matcher::Output(condition) => conditions.push((condition, verdict(&acceptor.verdict))),
            Matcher::AnyOutput => any = Some(verdict(&acceptor.verdict)),
            _ => {}
        }
    }
    let reads_output = waiter
        .conditions()
        .any(|one| one.expression().reads_output());
    let output = if reads_output {
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
    let of = alternatives
        .first()
        .map(|(first, _)| value(first.expression()));
    let arms = alternatives
        .iter()
        .map(|(condition, verdict)| match condition {
            Condition::Text(expression, text) if expression.optional => {
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
        Condition::Boolean(expression, wanted) if expression.optional => {
            let value = value(expression);
            quote!(#value == Some(#wanted))
        }
        Condition::Boolean(expression, wanted) => is_true(expression, *wanted),
        Condition::Text(expression, text) if expression.optional => {
            let value = value(expression);
            quote!(#value == Some(#text))
        }
        Condition::Text(expression, text) => {
            let value = value(expression);
            quote!(#value == #text)
        }
        Condition::All(expression, text) => {
            let (several, is_it) = (iterator(expression), is_text(expression, text));
            quote!(waiter::all(#several, |item| #is_it))
        }
        Condition::Any(expression, text) => {
            let (several, is_it) = (iterator(expression), is_text(expression, text));
            quote!(#several.any(|item| #is_it))
        }
    }
}

/// Whether one of several is this text.
fn is_text(several: &TypedExpression, text: &str) -> TokenStream {
    let gaps = match &several.value_type {
        ValueType::Several { gaps, .. } => *gaps,
        ValueType::Value(Type::List(element)) => element.sparse,
        _ => false,
    };
    if gaps {
        quote!(item == Some(#text))
    } else {
        quote!(item == #text)
    }
}
