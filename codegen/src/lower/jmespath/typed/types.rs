//! Which types fit where, in questions to messages.
//!
//! <https://smithy.io/2.0/additional-specs/waiters.html#waiter-jmespath-data-model>

use crate::ir::jmespath::{self, Gives, Query, Step};
use crate::ir::{NamedKind, Type};

impl Query {
    /// Whether it is a string, as far as it is there.
    pub(in crate::lower) fn is_text(&self) -> bool {
        self.gives == Gives::Text
    }

    /// Whether it is a boolean, as far as it is there.
    pub(in crate::lower) fn is_boolean(&self) -> bool {
        self.gives == Gives::Boolean
    }

    /// Whether it is a list of strings.
    pub(in crate::lower) fn is_texts(&self) -> bool {
        each(&self.gives).is_some_and(|each| each == Gives::Text)
    }
}

/// What a value of a type is in questions.
pub(super) fn of(type_: &Type) -> Gives {
    match type_ {
        Type::Boolean => Gives::Boolean,
        Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Named(NamedKind::IntEnum, _) => Gives::Integer,
        Type::Float | Type::Double | Type::Timestamp(_) => Gives::Float,
        Type::String | Type::Named(NamedKind::Enum, _) => Gives::Text,
        type_ => Gives::Value(type_.clone()),
    }
}

/// What the items of a list are.
fn each(list: &Gives) -> Option<Gives> {
    match list {
        Gives::Value(Type::List(element)) => Some(of(&element.type_)),
        Gives::Several { of, .. } => Some((**of).clone()),
        _ => None,
    }
}

/// `length(of)`
pub(super) fn length(of: Query) -> Result<Query, String> {
    let optional = match &of.gives {
        Gives::Text => of.optional,
        Gives::Value(Type::List(_) | Type::Map(..)) | Gives::Several { .. } => false,
        _ => return Err("`length` takes a list, a map or a string".to_owned()),
    };
    let step = Step::Length(Box::new(of));
    Ok(Query {
        step,
        gives: Gives::Integer,
        optional,
    })
}

/// `contains(of, part)`
pub(super) fn contains(of: Query, part: Query) -> Result<Query, String> {
    let fits = match each(&of.gives) {
        Some(each) => is_simple(&each) && each == part.gives,
        None => of.is_text() && part.is_text(),
    };
    if !fits {
        return Err("`contains` takes a list and what may be in it, or two strings".to_owned());
    }
    let step = Step::Contains(Box::new(of), Box::new(part));
    Ok(Query {
        step,
        gives: Gives::Boolean,
        optional: false,
    })
}

fn is_simple(gives: &Gives) -> bool {
    !matches!(gives, Gives::Value(_) | Gives::Several { .. })
}

fn is_number(gives: &Gives) -> bool {
    matches!(gives, Gives::Integer | Gives::Float)
}

/// How two values compare.
pub(super) fn comparison(
    how: super::super::Comparison,
    left: Query,
    right: Query,
) -> Result<Query, String> {
    use super::super::Comparison as Given;
    let how = match how {
        Given::Equal => jmespath::Comparison::Equal,
        Given::Unequal => jmespath::Comparison::Unequal,
        Given::Less => jmespath::Comparison::Less,
        Given::LessOrEqual => jmespath::Comparison::LessOrEqual,
        Given::Greater => jmespath::Comparison::Greater,
        Given::GreaterOrEqual => jmespath::Comparison::GreaterOrEqual,
    };
    let is_equality = matches!(
        how,
        jmespath::Comparison::Equal | jmespath::Comparison::Unequal
    );
    let numbers = is_number(&left.gives) && is_number(&right.gives);
    let with_nothing = left.gives == Gives::Nothing || right.gives == Gives::Nothing;
    let fits = numbers
        || (is_equality && (with_nothing || (is_simple(&left.gives) && left.gives == right.gives)));
    if !fits {
        return Err(
            "what is compared are two values of one simple type, or one and `null`; only \
                    numbers are less or greater"
                .to_owned(),
        );
    }
    // Whether something is there, or what is not there is the same, is known in any case.
    let optional = !is_equality && (left.optional || right.optional);
    let step = Step::Compare(how, Box::new(left), Box::new(right));
    Ok(Query {
        step,
        gives: Gives::Boolean,
        optional,
    })
}
