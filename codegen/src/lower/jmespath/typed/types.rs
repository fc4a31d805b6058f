//! Which types fit where, in expressions over messages.
//!
//! <https://smithy.io/2.0/additional-specs/waiters.html#waiter-jmespath-data-model>

use crate::ir::jmespath::{Comparator, Node, TypedExpression, ValueType};
use crate::ir::{NamedKind, Type};

impl TypedExpression {
    /// Whether it is a string, as far as it is there.
    pub(in crate::lower) fn is_text(&self) -> bool {
        self.value_type == ValueType::Text
    }

    /// Whether it is a boolean, as far as it is there.
    pub(in crate::lower) fn is_boolean(&self) -> bool {
        self.value_type == ValueType::Boolean
    }

    /// Whether it is a list of strings.
    pub(in crate::lower) fn is_texts(&self) -> bool {
        each(&self.value_type).is_some_and(|each| each == ValueType::Text)
    }
}

/// What a value of a type is in expressions.
pub(super) fn of(type_: &Type) -> ValueType {
    match type_ {
        Type::Boolean => ValueType::Boolean,
        Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Named(NamedKind::IntEnum, _) => ValueType::Integer,
        Type::Float | Type::Double | Type::Timestamp(_) => ValueType::Float,
        Type::String | Type::Named(NamedKind::Enum, _) => ValueType::Text,
        type_ => ValueType::Value(type_.clone()),
    }
}

/// What the items of a list are.
fn each(list: &ValueType) -> Option<ValueType> {
    match list {
        ValueType::Value(Type::List(element)) => Some(of(&element.type_)),
        ValueType::Several { of, .. } => Some((**of).clone()),
        _ => None,
    }
}

/// `length(of)`
pub(super) fn length(of: TypedExpression) -> Result<TypedExpression, String> {
    let optional = match &of.value_type {
        ValueType::Text => of.optional,
        ValueType::Value(Type::List(_) | Type::Map(..)) | ValueType::Several { .. } => false,
        _ => return Err("`length` takes a list, a map or a string".to_owned()),
    };
    let node = Node::Length(Box::new(of));
    Ok(TypedExpression {
        node,
        value_type: ValueType::Integer,
        optional,
    })
}

/// `contains(of, part)`
pub(super) fn contains(
    of: TypedExpression,
    part: TypedExpression,
) -> Result<TypedExpression, String> {
    let fits = match each(&of.value_type) {
        Some(each) => is_simple(&each) && each == part.value_type,
        None => of.is_text() && part.is_text(),
    };
    if !fits {
        return Err("`contains` takes a list and what may be in it, or two strings".to_owned());
    }
    let node = Node::Contains(Box::new(of), Box::new(part));
    Ok(TypedExpression {
        node,
        value_type: ValueType::Boolean,
        optional: false,
    })
}

fn is_simple(value_type: &ValueType) -> bool {
    !matches!(value_type, ValueType::Value(_) | ValueType::Several { .. })
}

fn is_number(value_type: &ValueType) -> bool {
    matches!(value_type, ValueType::Integer | ValueType::Float)
}

/// How two values compare.
pub(super) fn comparison(
    how: Comparator,
    left: TypedExpression,
    right: TypedExpression,
) -> Result<TypedExpression, String> {
    let is_equality = matches!(how, Comparator::Equal | Comparator::Unequal);
    let numbers = is_number(&left.value_type) && is_number(&right.value_type);
    let with_nothing =
        left.value_type == ValueType::Nothing || right.value_type == ValueType::Nothing;
    let fits = numbers
        || (is_equality
            && (with_nothing
                || (is_simple(&left.value_type) && left.value_type == right.value_type)));
    if !fits {
        return Err(
            "what is compared are two values of one simple type, or one and `null`; only \
                    numbers are less or greater"
                .to_owned(),
        );
    }
    // Whether something is there, or what is not there is the same, is known in any case.
    let optional = !is_equality && (left.optional || right.optional);
    let node = Node::Compare(how, Box::new(left), Box::new(right));
    Ok(TypedExpression {
        node,
        value_type: ValueType::Boolean,
        optional,
    })
}
