//! Functions and literals.

use serde_json::Value;

use super::{Resolved, boxed, several, truth, types};
use crate::ir::Type;
use crate::ir::jmespath::{Literal, Node, Parts, TypedExpression, ValueType};

/// What a function gives.
pub(super) fn call<'m>(
    name: &str,
    mut arguments: Vec<TypedExpression>,
) -> Result<Resolved<'m>, String> {
    let second = (arguments.len() == 2).then(|| arguments.pop()).flatten();
    let first = arguments.pop().filter(|_| arguments.is_empty());
    let of_texts = |a: &TypedExpression, b: &TypedExpression| a.is_text() && b.is_text();
    let expression = match (name, first, second) {
        ("length", Some(of), None) => types::length(of)?,
        ("keys", Some(of), None) => match &of.value_type {
            ValueType::Value(Type::Map(..)) => several(
                Node::Parts(boxed(of), Parts::Keys),
                Box::new(ValueType::Text),
            ),
            _ => return Err("`keys` takes a map".to_owned()),
        },
        ("contains", Some(of), Some(part)) => types::contains(of, part)?,
        ("starts_with", Some(of), Some(part)) if of_texts(&of, &part) => {
            truth(Node::StartsWith(boxed(of), boxed(part)))
        }
        ("ends_with", Some(of), Some(part)) if of_texts(&of, &part) => {
            truth(Node::EndsWith(boxed(of), boxed(part)))
        }
        _ => return Err(format!("the function `{name}` has no meaning here")),
    };
    Ok(expression.into())
}

/// A fixed value.
pub(super) fn literal(value: &Value) -> Result<TypedExpression, String> {
    let (literal, value_type) = match value {
        Value::Null => (Literal::Null, ValueType::Nothing),
        Value::Bool(value) => (Literal::Boolean(*value), ValueType::Boolean),
        Value::String(text) => (Literal::Text(text.clone()), ValueType::Text),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(number), _) => (Literal::Integer(number), ValueType::Integer),
            (None, Some(number)) => (Literal::Float(number), ValueType::Float),
            (None, None) => return Err(format!("`{number}` is too large")),
        },
        Value::Array(_) | Value::Object(_) => {
            return Err("a literal is a string, a number, a boolean or `null` here".to_owned());
        }
    };
    let optional = literal == Literal::Null;
    Ok(TypedExpression {
        node: Node::Literal(literal),
        value_type,
        optional,
    })
}
