//! The tables of constraints: rules, and the patterns that these have.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::MODULE;
use crate::emit::{Context, File, FileSource, ModulePath};
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
                    let patterns = constraints.patterns.iter().map(pattern);
                    let import = quote!(
                        use crate::support::validation::Pattern;
                    );
                    ("What texts look like.", vec![import, quote!(#(#patterns)*)])
                }
                _ => {
                    let patterns = !constraints.patterns.is_empty();
                    let patterns = patterns.then(|| {
                        quote!(
                            use super::patterns;
                        )
                    });
                    let import = quote!(use crate::support::validation::Rules; #patterns);
                    let rules = constraints.rules.iter().map(rules);
                    let docs = "What is asked of values, by the shape or member that asks it.";
                    (docs, vec![import, quote!(#(#rules)*)])
                }
            };
            let file = [module.clone()];
            File::in_service(cx, ModulePath::One(MODULE, &module, &file), docs, items)
        }) as FileSource<'a>
    })
}

/// ```text
/// pub(super) static ARN: Pattern = Pattern::translated("^arn:\\d+", "^arn:[0-9]+");
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
        pub(super) static #name: Pattern = Pattern::#value;
    }
}

/// ```text
/// pub(super) static ARN: Rules = Rules::NONE.max_length(2048).pattern(&patterns::ARN);
/// ```
fn rules(rules: &Rules) -> TokenStream {
    let name = &rules.name;
    let mut calls = Vec::new();
    let [min, max] = rules.length.map(|end| end.map(Literal::u64_unsuffixed));
    calls.extend(min.map(|min| quote!(.min_length(#min))));
    calls.extend(max.map(|max| quote!(.max_length(#max))));
    let [min, max] = rules.range;
    calls.extend(min.map(|bound| end("min", bound)));
    calls.extend(max.map(|bound| end("max", bound)));
    let pattern = rules.pattern.iter();
    calls.extend(pattern.map(|pattern| quote!(.pattern(&patterns::#pattern))));
    calls.extend(rules.unique_items.then(|| quote!(.unique_items())));
    calls.extend(rules.sensitive.then(|| quote!(.sensitive())));
    calls.extend(rules.keys.iter().map(|keys| quote!(.keys(&#keys))));
    calls.extend(rules.items.iter().map(|items| quote!(.items(&#items))));
    quote! {
        pub(super) static #name: Rules = Rules::NONE #(#calls)*;
    }
}

/// `.max(100)`
fn end(which: &str, bound: Bound) -> TokenStream {
    let (method, number) = match bound {
        Bound::Integer(number) => (which.to_owned(), Literal::i128_unsuffixed(number)),
        Bound::Float(number) => (format!("{which}_float"), Literal::f64_unsuffixed(number)),
    };
    let method = Ident::new(&method);
    quote!(.#method(#number))
}
