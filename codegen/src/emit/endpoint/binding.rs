//! What an operation says to the rules of the endpoint.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::endpoint::{BoundValue, ParameterBinding};
use crate::ir::{Found, Walk};

/// ```text
/// fn endpoint_parameters(&self) -> Result<endpoint::Parameters<'_>, operation::BuildError> {
///     let mut parameters = endpoint::Parameters::new();
///     if let Some(value) = &self.stream_arn {
///         parameters.put("StreamARN", value.as_str());
///     }
///     parameters.put("OperationType", "control");
///     Ok(parameters)
/// }
/// ```
pub(crate) fn method(bindings: &[ParameterBinding]) -> Option<TokenStream> {
    let puts = bindings.iter().map(put);
    (!bindings.is_empty()).then(|| {
        quote! {
            fn endpoint_parameters(
                &self,
            ) -> Result<endpoint::Parameters<'_>, operation::BuildError> {
                let mut parameters = endpoint::Parameters::new();
                #(#puts)*
                Ok(parameters)
            }
        }
    })
}

fn put(binding: &ParameterBinding) -> TokenStream {
    let name = &binding.parameter;
    let value = match &binding.value {
        BoundValue::Boolean(value) => quote!(#value),
        BoundValue::Text(value) => quote!(#value),
        BoundValue::Texts(values) => quote!(Vec::<&str>::from([#(#values),*])),
        BoundValue::OfInput { way, not_blank } => {
            return go(way, &InputValue::input(), &|way, from| {
                if way.leads_to_several() {
                    let pushes = collect(way, from);
                    return quote! {
                        let mut values = Vec::new();
                        #pushes
                        parameters.put(#name, values);
                    };
                }
                let value = from.value(way);
                let value = match not_blank {
                    Some(member) => quote!(operation::not_blank(#member, #value)?),
                    None => value,
                };
                quote!(parameters.put(#name, #value);)
            });
        }
    };
    quote!(parameters.put(#name, #value);)
}

/// A value of the input that code can name.
struct InputValue {
    path: TokenStream,
    /// Whether the name stands for a reference to it.
    is_reference: bool,
}

impl InputValue {
    fn input() -> Self {
        Self {
            path: quote!(self),
            is_reference: true,
        }
    }

    /// What a pattern has found.
    fn found() -> Self {
        Self {
            path: quote!(value),
            is_reference: true,
        }
    }

    fn reference(&self) -> TokenStream {
        let path = &self.path;
        if self.is_reference {
            quote!(#path)
        } else {
            quote!(&#path)
        }
    }

    /// The value at the end of a way.
    fn value(&self, way: &Walk) -> TokenStream {
        let path = &self.path;
        match way {
            Walk::Here(Found::Boolean) if self.is_reference => quote!(*#path),
            Walk::Here(Found::Boolean) => quote!(#path),
            _ => quote!(#path.as_str()),
        }
    }
}

/// Goes through fields, as far as the way is one of fields, and on with the rest from there.
fn go(
    way: &Walk,
    from: &InputValue,
    rest: &dyn Fn(&Walk, &InputValue) -> TokenStream,
) -> TokenStream {
    let mut way = way;
    let mut conditions = Vec::new();
    let mut value = InputValue {
        path: from.path.clone(),
        is_reference: from.is_reference,
    };
    while let Walk::Field {
        name,
        optional,
        then,
    } = way
    {
        let path = &value.path;
        if *optional {
            conditions.push(quote!(let Some(value) = &#path.#name));
            value = InputValue::found();
        } else {
            value = InputValue {
                path: quote!(#path.#name),
                is_reference: false,
            };
        }
        way = then;
    }
    let rest = rest(way, &value);
    if conditions.is_empty() {
        return rest;
    }
    quote!(if #(#conditions)&&* { #rest })
}

/// Pushes everything that a way leads to.
fn collect(way: &Walk, from: &InputValue) -> TokenStream {
    let (path, reference) = (&from.path, from.reference());
    let inner = |then: &Walk| collect(then, &InputValue::found());
    match way {
        Walk::Field { .. } => go(way, from, &collect),
        Walk::Items { sparse, then } => {
            let inner = inner(then);
            if *sparse {
                quote!(for value in #path.iter().flatten() { #inner })
            } else {
                quote!(for value in #reference { #inner })
            }
        }
        Walk::Values { sparse, then } => {
            let inner = inner(then);
            let flatten = sparse.then(|| quote!(.flatten()));
            quote!(for value in #path.values() #flatten { #inner })
        }
        Walk::Keys(then) => {
            let inner = inner(then);
            quote!(for value in #path.keys() { #inner })
        }
        Walk::Several(ways) => {
            let ways = ways.iter().map(|way| collect(way, from));
            quote!(#(#ways)*)
        }
        Walk::Here(_) => {
            let value = from.value(way);
            quote!(values.push(#value);)
        }
    }
}
