//! Functions and literals.

use serde_json::Value;

use super::{Found, boxed, several, truth, types};
use crate::ir::Type;
use crate::ir::jmespath::{Gives, Literal, Parts, Query, Step};

/// What a function gives.
pub(super) fn call<'m>(name: &str, mut arguments: Vec<Query>) -> Result<Found<'m>, String> {
    let second = (arguments.len() == 2).then(|| arguments.pop()).flatten();
    let first = arguments.pop().filter(|_| arguments.is_empty());
    let of_texts = |a: &Query, b: &Query| a.is_text() && b.is_text();
    let query = match (name, first, second) {
        ("length", Some(of), None) => types::length(of)?,
        ("keys", Some(of), None) => match &of.gives {
            Gives::Value(Type::Map(..)) => {
                several(Step::Parts(boxed(of), Parts::Keys), Box::new(Gives::Text))
            }
            _ => return Err("`keys` takes a map".to_owned()),
        },
        ("contains", Some(of), Some(part)) => types::contains(of, part)?,
        ("starts_with", Some(of), Some(part)) if of_texts(&of, &part) => {
            truth(Step::StartsWith(boxed(of), boxed(part)))
        }
        ("ends_with", Some(of), Some(part)) if of_texts(&of, &part) => {
            truth(Step::EndsWith(boxed(of), boxed(part)))
        }
        _ => return Err(format!("the function `{name}` has no meaning here")),
    };
    Ok(query.into())
}

/// A fixed value.
pub(super) fn literal(value: &Value) -> Result<Query, String> {
    let (literal, gives) = match value {
        Value::Null => (Literal::Null, Gives::Nothing),
        Value::Bool(value) => (Literal::Boolean(*value), Gives::Boolean),
        Value::String(text) => (Literal::Text(text.clone()), Gives::Text),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(number), _) => (Literal::Integer(number), Gives::Integer),
            (None, Some(number)) => (Literal::Float(number), Gives::Float),
            (None, None) => return Err(format!("`{number}` is too large")),
        },
        Value::Array(_) | Value::Object(_) => {
            return Err("a literal is a string, a number, a boolean or `null` here".to_owned());
        }
    };
    let optional = literal == Literal::Null;
    Ok(Query {
        step: Step::Literal(literal),
        gives,
        optional,
    })
}
