//! Whether something is so.

use proc_macro2::TokenStream;
use quote::quote;

use super::lists::plain;
use super::{float, iterator, option, place, value};
use crate::ir::Type;
use crate::ir::jmespath::{Comparator, Literal, Node, TypedExpression, ValueType};

/// A condition that holds where a value is true, or where it is not: what is absent is not, and
/// neither is an empty text or list.
pub(super) fn truth(expression: &TypedExpression, wanted: bool) -> TokenStream {
    match &expression.node {
        Node::Not(of) => truth(of, !wanted),
        Node::And(left, right) => both(left, right, wanted, wanted),
        Node::Or(left, right) => both(left, right, wanted, !wanted),
        Node::Compare(how, left, right) if !expression.optional => {
            let how = if wanted { *how } else { how.negated() };
            compared(how, left, right)
        }
        Node::Compare(how, left, right) if wanted => found(&quote!(is_some_and), *how, left, right),
        Node::Compare(how, left, right) => found(&quote!(is_none_or), how.negated(), left, right),
        Node::Contains(of, part) => negated(contains(of, part), wanted),
        Node::StartsWith(of, part) => negated(part_of(of, part, &quote!(starts_with)), wanted),
        Node::EndsWith(of, part) => negated(part_of(of, part, &quote!(ends_with)), wanted),
        _ => of_value(expression, wanted),
    }
}

fn negated(condition: TokenStream, wanted: bool) -> TokenStream {
    if wanted {
        condition
    } else {
        quote!(!#condition)
    }
}

/// Whether both are as wanted, or one of them.
fn both(left: &TypedExpression, right: &TypedExpression, wanted: bool, all: bool) -> TokenStream {
    let side = |side| {
        let condition = truth(side, wanted);
        if is_of_both(side, wanted) == Some(!all) {
            quote!((#condition))
        } else {
            condition
        }
    };
    let (left, right) = (side(left), side(right));
    if all {
        quote!(#left && #right)
    } else {
        quote!(#left || #right)
    }
}

/// Whether a condition is one that both of two hold, or that one of them does.
fn is_of_both(expression: &TypedExpression, wanted: bool) -> Option<bool> {
    match &expression.node {
        Node::And(..) => Some(wanted),
        Node::Or(..) => Some(!wanted),
        Node::Not(of) => is_of_both(of, !wanted),
        _ => None,
    }
}

/// Whether a value counts as true.
fn of_value(expression: &TypedExpression, wanted: bool) -> TokenStream {
    let expression = plain(expression);
    let there = value(expression);
    match &expression.value_type {
        ValueType::Boolean if expression.optional && wanted => quote!(#there == Some(true)),
        ValueType::Boolean if expression.optional => quote!(#there != Some(true)),
        ValueType::Boolean => negated(there, wanted),
        ValueType::Several { .. } => {
            let several = iterator(expression);
            let is = if wanted {
                quote!(is_some)
            } else {
                quote!(is_none)
            };
            quote!(#several.next().#is())
        }
        ValueType::Text | ValueType::Value(Type::List(_) | Type::Map(..)) => {
            if !expression.optional {
                let there = place(expression);
                return negated(quote!(#there.is_empty()), !wanted);
            }
            if wanted {
                quote!(#there.is_some_and(|value| !value.is_empty()))
            } else {
                quote!(#there.is_none_or(|value| value.is_empty()))
            }
        }
        ValueType::Nothing => absent(expression, !wanted),
        _ if expression.optional && wanted => quote!(#there.is_some()),
        _ if expression.optional => quote!(#there.is_none()),
        _ => quote!(#wanted),
    }
}

/// How two values compare, where that is known in any case.
fn compared(how: Comparator, left: &TypedExpression, right: &TypedExpression) -> TokenStream {
    let equal = how == Comparator::Equal;
    for (nothing, other) in [(left, right), (right, left)] {
        if nothing.value_type == ValueType::Nothing {
            return absent(other, equal);
        }
    }
    if let (false, Node::Literal(Literal::Boolean(wanted))) = (left.optional, &right.node) {
        return truth(left, *wanted == equal);
    }
    if let (false, Node::Literal(Literal::Boolean(wanted))) = (right.optional, &left.node) {
        return truth(right, *wanted == equal);
    }
    let operator = operator(how);
    let (left_value, right_value) = if left.optional || right.optional {
        if mixed(left, right) {
            (as_option(left, float(left)), as_option(right, float(right)))
        } else {
            (option(left), option(right))
        }
    } else {
        sides(left, right)
    };
    quote!(#left_value #operator #right_value)
}

/// Both sides of a comparison, as numbers of one type.
fn sides(left: &TypedExpression, right: &TypedExpression) -> (TokenStream, TokenStream) {
    if mixed(left, right) {
        (float(left), float(right))
    } else {
        (value(left), value(right))
    }
}

fn as_option(expression: &TypedExpression, value: TokenStream) -> TokenStream {
    if expression.optional {
        value
    } else {
        quote!(Some(#value))
    }
}

/// Whether one is a whole number and the other is not.
fn mixed(left: &TypedExpression, right: &TypedExpression) -> bool {
    let numbers = [&left.value_type, &right.value_type];
    numbers.contains(&&ValueType::Integer) && numbers.contains(&&ValueType::Float)
}

/// Whether a value is not there.
fn absent(expression: &TypedExpression, wanted: bool) -> TokenStream {
    if expression.value_type == ValueType::Nothing {
        return quote!(#wanted);
    }
    if !expression.optional {
        let never = !wanted;
        return quote!(#never);
    }
    let value = value(expression);
    if wanted {
        quote!(#value.is_none())
    } else {
        quote!(#value.is_some())
    }
}

/// How two values compare, of which one may be absent: so is the answer then.
pub(super) fn optional(expression: &TypedExpression) -> TokenStream {
    match &expression.node {
        Node::Compare(how, left, right) => found(&quote!(map), *how, left, right),
        _ => value(expression),
    }
}

/// What a method makes of how two values compare, of which one may be absent.
fn found(
    method: &TokenStream,
    how: Comparator,
    left: &TypedExpression,
    right: &TypedExpression,
) -> TokenStream {
    let operator = operator(how);
    let (left_value, right_value) = sides(left, right);
    match (left.optional, right.optional) {
        (true, true) => {
            quote!(#left_value.zip(#right_value).#method(|(left, right)| left #operator right))
        }
        (true, false) => quote!(#left_value.#method(|left| left #operator #right_value)),
        _ => quote!(#right_value.#method(|right| #left_value #operator right)),
    }
}

fn operator(how: Comparator) -> TokenStream {
    match how {
        Comparator::Equal => quote!(==),
        Comparator::Unequal => quote!(!=),
        Comparator::Less => quote!(<),
        Comparator::LessOrEqual => quote!(<=),
        Comparator::Greater => quote!(>),
        Comparator::GreaterOrEqual => quote!(>=),
    }
}

/// Whether a list or a text has a part.
fn contains(of: &TypedExpression, part: &TypedExpression) -> TokenStream {
    if of.value_type == ValueType::Text {
        return part_of(of, part, &quote!(contains));
    }
    let several = iterator(of);
    let gaps = match &of.value_type {
        ValueType::Several { gaps, .. } => *gaps,
        ValueType::Value(Type::List(element)) => element.sparse,
        _ => false,
    };
    let is_it = match (&part.node, gaps || part.optional) {
        (Node::Literal(Literal::Boolean(true)), false) => quote!(item),
        (Node::Literal(Literal::Boolean(false)), false) => quote!(!item),
        (_, false) => {
            let part = value(part);
            quote!(item == #part)
        }
        (_, true) => {
            let part = option(part);
            let item = if gaps {
                quote!(item)
            } else {
                quote!(Some(item))
            };
            quote!(#item == #part)
        }
    };
    quote!(#several.any(|item| #is_it))
}

/// Whether a text has another in it, at its start or at its end.
fn part_of(of: &TypedExpression, part: &TypedExpression, method: &TokenStream) -> TokenStream {
    let (text, part_value) = (value(of), value(part));
    match (of.optional, part.optional) {
        (false, false) => quote!(#text.#method(#part_value)),
        (true, false) => quote!(#text.is_some_and(|text| text.#method(#part_value))),
        (false, true) => quote!(#part_value.is_some_and(|part| #text.#method(part))),
        (true, true) => {
            quote!(#text.zip(#part_value).is_some_and(|(text, part)| text.#method(part)))
        }
    }
}
