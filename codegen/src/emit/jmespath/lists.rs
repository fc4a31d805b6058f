//! Lists and what is in them, as iterators.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{inside, item, option, place, taken, value};
use crate::ir::Type;
use crate::ir::jmespath::{Node, Parts, TypedExpression, ValueType};

/// Several values, one after the other. Those of a list with gaps are `Option`s.
///
/// ```text
/// output.services.iter().flatten().filter_map(|item| item.status.as_deref())
/// ```
pub(in crate::emit) fn iterator(expression: &TypedExpression) -> TokenStream {
    match &expression.node {
        Node::Parts(of, Parts::Items) => items(of),
        Node::Parts(of, Parts::ItemsOfItems) => items_of_items(of),
        Node::Parts(of, Parts::Values) => entries(of, &quote!(values)),
        Node::Parts(of, Parts::Keys) => entries(of, &quote!(keys)),
        Node::Where(of, condition) => {
            let of = iterator(of);
            let condition = super::is_true(condition, true);
            quote!(#of.filter(|&item| #condition))
        }
        Node::Each(of, each) => {
            let of = iterator(of);
            let part = value(each);
            if each.optional {
                quote!(#of.filter_map(|item| #part))
            } else {
                quote!(#of.map(|item| #part))
            }
        }
        Node::List(list) => {
            let gaps = matches!(expression.value_type, ValueType::Several { gaps: true, .. });
            let values = list.iter().map(if gaps { option } else { value });
            quote!([#(#values),*].into_iter())
        }
        // A list that is a value, with its gaps.
        _ => raw_items(expression, &|reference, type_, sparse| {
            if sparse {
                taken(reference, type_, true)
            } else {
                item(reference, type_)
            }
        }),
    }
}

/// The items of a list, without gaps.
fn items(of: &TypedExpression) -> TokenStream {
    if let ValueType::Several { .. } = of.value_type {
        let of = iterator(of);
        return quote!(#of.flatten());
    }
    let ValueType::Value(Type::List(element)) = &of.value_type else {
        return value(of);
    };
    let references = references(of);
    let references = if element.sparse {
        quote!(#references.flatten())
    } else {
        references
    };
    converted(&references, &element.type_)
}

/// The list itself in place of an iterator over its items.
pub(super) fn plain(expression: &TypedExpression) -> &TypedExpression {
    match &expression.node {
        Node::Parts(of, Parts::Items) => match &of.value_type {
            ValueType::Value(Type::List(element)) if !element.sparse => of,
            _ => expression,
        },
        _ => expression,
    }
}

/// References to the items of a list that is a value, an absent one being empty.
fn references(of: &TypedExpression) -> TokenStream {
    match &of.node {
        Node::Field {
            of: whole,
            name,
            optional: true,
            ..
        } if !whole.optional => {
            let whole = place(whole);
            quote!(#whole.#name.iter().flatten())
        }
        _ if of.optional => {
            let of = value(of);
            quote!(#of.into_iter().flatten())
        }
        _ => {
            let of = place(of);
            quote!(#of.iter())
        }
    }
}

/// What references to values of a type lead to.
fn converted(references: &TokenStream, type_: &Type) -> TokenStream {
    let item_ = quote!(item);
    let converted = item(&item_, type_);
    if converted.to_string() == "item" {
        return references.clone();
    }
    quote!(#references.map(|item| #converted))
}

/// The items of a list that is a value, each made of a reference to it.
fn raw_items(
    of: &TypedExpression,
    make: &dyn Fn(&TokenStream, &Type, bool) -> TokenStream,
) -> TokenStream {
    let references = references(of);
    let ValueType::Value(Type::List(element)) = &of.value_type else {
        return references;
    };
    let made = make(&quote!(item), &element.type_, element.sparse);
    if made.to_string() == "item" {
        return references;
    }
    quote!(#references.map(|item| #made))
}

/// The items of the lists in a list.
fn items_of_items(of: &TypedExpression) -> TokenStream {
    // What is a list for each of several is gone through where it is found.
    if let Node::Each(several, each) = &of.node {
        let several = iterator(several);
        let each = match each.value_type {
            ValueType::Several { gaps: false, .. } => iterator(each),
            _ => items(each),
        };
        return quote!(#several.flat_map(|item| #each));
    }
    let ValueType::Several { of: each, .. } = &of.value_type else {
        return iterator(of);
    };
    let several = iterator(of);
    match &**each {
        ValueType::Value(Type::List(element)) => {
            let gaps = element.sparse.then(|| quote!(.flatten()));
            converted(&quote!(#several.flatten() #gaps), &element.type_)
        }
        _ => quote!(#several.flatten()),
    }
}

/// The values or the keys of a map, an absent one being empty.
fn entries(of: &TypedExpression, which: &TokenStream) -> TokenStream {
    let ValueType::Value(Type::Map(key, element)) = &of.value_type else {
        return value(of);
    };
    let keys = which.to_string() == "keys";
    let type_ = if keys { key } else { &element.type_ };
    let gaps = (element.sparse && !keys).then(|| quote!(.flatten()));
    let references = if of.optional {
        let of = value(of);
        quote!(#of.into_iter().flat_map(|map| map.#which()))
    } else {
        let of = place(of);
        quote!(#of.#which())
    };
    converted(&quote!(#references #gaps), type_)
}

/// The item at a place of a list; a negative place counts from the end.
pub(super) fn index(of: &TypedExpression, at: i64) -> TokenStream {
    let of = plain(of);
    if let ValueType::Several { gaps, .. } = of.value_type {
        let of = iterator(of);
        let gaps = gaps.then(|| quote!(.flatten()));
        return match at {
            0 => quote!(#of.next() #gaps),
            at => {
                let at = Literal::i64_unsuffixed(at);
                quote!(#of.nth(#at) #gaps)
            }
        };
    }
    let ValueType::Value(Type::List(element)) = &of.value_type else {
        return value(of);
    };
    inside(of, true, &|list| {
        let found = match at {
            0 => quote!(#list.first()),
            -1 => quote!(#list.last()),
            at if at < 0 => {
                let from_end = Literal::i64_unsuffixed(-1 - at);
                quote!(#list.iter().nth_back(#from_end))
            }
            at => {
                let at = Literal::i64_unsuffixed(at);
                quote!(#list.get(#at))
            }
        };
        let reference = quote!(item);
        if element.sparse {
            let item = taken(&reference, &element.type_, true);
            return quote!(#found.and_then(|item| #item));
        }
        let item = item(&reference, &element.type_);
        if item.to_string() == "item" {
            found
        } else {
            quote!(#found.map(|item| #item))
        }
    })
}

/// How many parts or characters something has.
pub(super) fn length(of: &TypedExpression) -> TokenStream {
    let of = plain(of);
    match &of.value_type {
        ValueType::Text if of.optional => {
            let of = value(of);
            quote!(#of.map(|text| text.chars().count() as i64))
        }
        ValueType::Text => {
            let of = value(of);
            quote!((#of.chars().count() as i64))
        }
        ValueType::Several { .. } => {
            let of = iterator(of);
            quote!((#of.count() as i64))
        }
        _ if of.optional => {
            let of = value(of);
            quote!(#of.map_or(0, |parts| parts.len() as i64))
        }
        _ => {
            let of = place(of);
            quote!((#of.len() as i64))
        }
    }
}
