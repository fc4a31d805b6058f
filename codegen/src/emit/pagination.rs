//! Operations that answer page by page: how one page leads to the next, and what is in it.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::Generics;
use super::{docs, rust_type};
use crate::ir::{Operation, Pagination, PathField, Structure};
use crate::rust::Ident;

/// ```text
/// impl pagination::Paginated for ListTokensInput {
///     type Token = String;
///     type TokenField = Option<String>;
///
///     #[inline]
///     fn tokens<'t>(
///         &'t mut self,
///         output: &'t ListTokensOutput,
///     ) -> (&'t mut Option<String>, Option<&'t String>) {
///         (&mut self.next_token, output.next_token.as_ref())
///     }
/// }
/// ```
pub(super) fn implementations(operation: &Operation) -> Option<TokenStream> {
    let pagination = operation.pagination.as_ref()?;
    let (input, output) = (&operation.input.name, &operation.output.name);
    let next = match lead(&pagination.output_token, |path, optional| {
        if optional {
            quote!(#path.as_ref())
        } else {
            quote!(&#path)
        }
    }) {
        (next, true) => next,
        (next, false) => quote!(Some(#next)),
    };
    let token = rust_type::bare(&pagination.token);
    let PathField { name, optional } = &pagination.input_token;
    let field = if *optional {
        quote!(Option<#token>)
    } else {
        token.clone()
    };
    let items = items(operation, pagination);
    let is_last = pagination.more.as_ref().map(|more| is_last(output, more));
    Some(quote! {
        impl pagination::Paginated for #input {
            type Token = #token;
            type TokenField = #field;

            #[inline]
            fn tokens<'t>(
                &'t mut self,
                output: &'t #output,
            ) -> (&'t mut #field, Option<&'t #token>) {
                (&mut self.#name, #next)
            }

            #is_last
        }
        #items
    })
}

/// ```text
/// fn is_last(output: &ListPartsOutput) -> bool {
///     output.is_truncated != Some(true)
/// }
/// ```
fn is_last(output: &Ident, more: &PathField) -> TokenStream {
    let PathField { name, optional } = more;
    let is_last = match optional {
        true => quote!(output.#name != Some(true)),
        false => quote!(!output.#name),
    };
    quote! {
        #[inline]
        fn is_last(output: &#output) -> bool {
            #is_last
        }
    }
}

/// ```text
/// impl pagination::WithItems for ListTokensInput {
///     type Items = Vec<TokenData>;
///
///     #[inline]
///     fn items(output: ListTokensOutput) -> Vec<TokenData> {
///         output.tokens.unwrap_or_default()
///     }
/// }
/// ```
fn items(operation: &Operation, pagination: &Pagination) -> Option<TokenStream> {
    let items = pagination.items.as_ref()?;
    let (input, output) = (&operation.input.name, &operation.output.name);
    let type_ = rust_type::bare(&items.type_);
    let items = match lead(&items.path, |path, _| path) {
        (items, true) => quote!(#items.unwrap_or_default()),
        (items, false) => items,
    };
    Some(quote! {
        impl pagination::WithItems for #input {
            type Items = #type_;

            #[inline]
            fn items(output: #output) -> #type_ {
                #items
            }
        }
    })
}

/// Follows a path from `output`: `output.list.and_then(|value| value.items)`. `take` says how a
/// field becomes a value, which is an `Option` where its flag is set; and so is the whole, where
/// the flag that comes with it is.
fn lead(
    path: &[PathField],
    take: impl Fn(TokenStream, bool) -> TokenStream,
) -> (TokenStream, bool) {
    let mut found: Option<TokenStream> = None;
    for fields in path.split_inclusive(|field| field.optional) {
        let optional = fields.last().is_some_and(|field| field.optional);
        let names = fields.iter().map(|field| &field.name);
        found = Some(match found {
            None => take(quote!(output #(.#names)*), optional),
            Some(found) => {
                let value = take(quote!(value #(.#names)*), optional);
                let then = if optional {
                    quote!(and_then)
                } else {
                    quote!(map)
                };
                quote!(#found.#then(|value| #value))
            }
        });
    }
    let optional = path.iter().any(|field| field.optional);
    (found.unwrap_or_default(), optional)
}

/// ```text
/// #[cfg(feature = "client")]
/// impl<LicenseArn> ListTokensBuilder<super::Client, LicenseArn> {
///     /// Calls page by page.
///     pub fn paginate(self) -> pagination::Paginator<ListTokensInput>
///     where
///         LicenseArn: required::LicenseArn,
///     {
///         self.caller.paginate(self.value)
///     }
/// }
/// ```
///
/// `client` is who calls, `value` the input that has been built.
pub(super) fn method(
    input: &Structure,
    pagination: &Pagination,
    client: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let generics = Generics::of(input);
    let name = &input.name;
    let all_set = generics.all_set();
    let docs = docs(input, pagination);
    quote! {
        #docs
        #[inline]
        pub fn paginate(self) -> pagination::Paginator<#name> #all_set {
            #client.paginate(#value)
        }
    }
}

fn docs(input: &Structure, pagination: &Pagination) -> TokenStream {
    let mut text = String::from("The answers page by page");
    if pagination.items.is_some() {
        text += "; `items` goes through what is in them";
    }
    text.push('.');
    if let Some(field) = &pagination.page_size {
        text += &format!("\n{} is for each page.", docs::link(input, field));
    }
    docs::lines(&text)
}
