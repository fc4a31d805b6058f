//! The tables of constraints: rules, and the patterns that these have.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::MODULE;
use crate::emit::{Context, File, FileSource, Place};
use crate::ir::{Bound, Pattern, Rules};
use crate::rust::Ident;

/// The modules that there are.
pub(super) fn modules(cx: &Context<'_>) -> BTreeSet<Ident> {
    let constraints = &cx.service.constraints;
    let modules = [
        ("patterns", !constraints.patterns.is_empty()),
        ("rules", !constraints.rules.is_empty()),
    ];
    let modules = modules.into_iter().filter(|(_, there)| *there);
    modules.map(|(name, _)| Ident::new(name)).collect()
}

/// Their files.
pub(super) fn files<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = FileSource<'a>> {
    modules(cx).into_iter().map(move |module| {
        Box::new(move || {
            let constraints = &cx.service.constraints;
            let (docs, items) = match module.as_str() {
                "patterns" => {
                    let patterns = constraints.patterns.iter();
                    ("What texts look like.", patterns.map(pattern).collect())
                }
                _ => {
                    let import = (!constraints.patterns.is_empty()).then(|| {
                        quote!(
                            use super::patterns;
                        )
                    });
                    let rules = constraints.rules.iter().map(rules);
                    let docs = "What is asked of values, by the shape or member that asks it.";
                    (docs, import.into_iter().chain(rules).collect())
                }
            };
            let file = [module.clone()];
            File::in_service(cx, Place::One(MODULE, &module, &file), docs, items)
        }) as FileSource<'a>
    })
}

/// ```text
/// pub(super) static ARN: validation::Pattern =
///     validation::Pattern::translated("^arn:\\d+", "^arn:[0-9]+");
/// ```
///
/// Where both are the same, it is there once.
fn pattern(pattern: &Pattern) -> TokenStream {
    let Pattern { name, model, regex } = pattern;
    let value = if model == regex {
        quote!(new(#model))
    } else {
        quote!(translated(#model, #regex))
    };
    quote! {
        pub(super) static #name: validation::Pattern = validation::Pattern::#value;
    }
}

/// ```text
/// pub(super) static ARN: validation::Rules = validation::Rules::NONE
///     .max_length(2048)
///     .pattern(&patterns::ARN);
/// ```
fn rules(rules: &Rules) -> TokenStream {
    let name = &rules.name;
    let mut calls = Vec::new();
    let [min, max] = rules.length.map(|end| end.map(Literal::u64_unsuffixed));
    calls.extend(min.map(|min| quote!(.min_length(#min))));
    calls.extend(max.map(|max| quote!(.max_length(#max))));
    let [min, max] = rules.range.map(|end| end.map(bound));
    calls.extend(min.map(|min| quote!(.min(#min))));
    calls.extend(max.map(|max| quote!(.max(#max))));
    let pattern = rules.pattern.iter();
    calls.extend(pattern.map(|pattern| quote!(.pattern(&patterns::#pattern))));
    calls.extend(rules.unique_items.then(|| quote!(.unique_items())));
    calls.extend(rules.sensitive.then(|| quote!(.sensitive())));
    calls.extend(rules.keys.iter().map(|keys| quote!(.keys(&#keys))));
    calls.extend(rules.items.iter().map(|items| quote!(.items(&#items))));
    quote! {
        pub(super) static #name: validation::Rules = validation::Rules::NONE #(#calls)*;
    }
}

/// `validation::Bound::Integer(100)`
fn bound(bound: Bound) -> TokenStream {
    match bound {
        Bound::Integer(number) => {
            let number = Literal::i128_unsuffixed(number);
            quote!(validation::Bound::Integer(#number))
        }
        Bound::Float(number) => {
            let number = Literal::f64_unsuffixed(number);
            quote!(validation::Bound::Float(#number))
        }
    }
}
