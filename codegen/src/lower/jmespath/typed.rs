//! Expressions over the input and output of a call, as Rust evaluates them: every node has a type.
//!
//! What may be absent is an `Option`. An absent list is an empty one, and what is not a boolean
//! counts as true, where it is asked whether it is, by JMESPath's rules; `&&` and `||` give booleans.

mod functions;
mod parts;
mod types;

use functions::{call, literal};
use parts::item;

use super::{Expression, Projection};
use crate::ir::jmespath::{Node, TypedExpression, ValueType};
use crate::ir::{StructureKind, Type};
use crate::lower::Lowering;
use crate::model::{Operation, Shape};

/// An expression over a call of an operation: over its output, or over an object of `input` and
/// `output`.
///
/// # Errors
/// Where a node leads nowhere, or types do not fit.
pub(in crate::lower) fn of_call(
    lowering: &Lowering<'_>,
    operation: &Operation,
    with_input: bool,
    expression: &Expression,
) -> Result<TypedExpression, String> {
    let nothing = || "the operation has no such message".to_owned();
    let message = |id, node, kind| {
        let shape = lowering.model.shape(id)?;
        let value_type = ValueType::Value(Type::Document);
        Some(Resolved {
            expression: TypedExpression {
                node,
                value_type,
                optional: false,
            },
            shape: Some((shape, kind)),
        })
    };
    let output = message(&operation.output, Node::Output, StructureKind::Output);
    let input = message(&operation.input, Node::Input, StructureKind::Input);
    let resolver = Resolver { lowering };
    let current = if with_input {
        Current::Both(input, output)
    } else {
        Current::Value(output.ok_or_else(nothing)?)
    };
    Ok(resolver.resolve(expression, &current)?.expression)
}

/// An expression with its types, and the shape of its value, or of each of its values.
#[derive(Clone)]
struct Resolved<'m> {
    expression: TypedExpression,
    shape: Option<(&'m Shape, StructureKind)>,
}

impl From<TypedExpression> for Resolved<'_> {
    fn from(expression: TypedExpression) -> Self {
        Self {
            expression,
            shape: None,
        }
    }
}

/// What an expression is evaluated against.
enum Current<'m> {
    Value(Resolved<'m>),
    /// The input and the output of a call, as far as it has them.
    Both(Option<Resolved<'m>>, Option<Resolved<'m>>),
}

struct Resolver<'a, 'm> {
    lowering: &'a Lowering<'m>,
}

impl<'m> Resolver<'_, 'm> {
    fn resolve(
        &self,
        expression: &Expression,
        current: &Current<'m>,
    ) -> Result<Resolved<'m>, String> {
        match expression {
            Expression::Current => match current {
                Current::Value(resolved) => Ok(resolved.clone()),
                Current::Both(..) => Err("begin with `input` or `output`".to_owned()),
            },
            Expression::Field(name) => match current {
                Current::Value(resolved) => self.field(resolved, name),
                Current::Both(input, output) => {
                    let message = match name.as_str() {
                        "input" => input,
                        "output" => output,
                        _ => &None,
                    };
                    message
                        .clone()
                        .ok_or_else(|| format!("a call has no `{name}`"))
                }
            },
            Expression::Literal(value) => Ok(literal(value)?.into()),
            Expression::Index(place) => match current {
                Current::Value(resolved) => self.index(resolved, *place),
                Current::Both(..) => Err("a call is no list".to_owned()),
            },
            Expression::Then(first, second) => {
                let first = self.resolve(first, current)?;
                self.resolve(second, &Current::Value(first))
            }
            Expression::Project {
                of,
                projection,
                each,
            } => {
                let of = self.resolve(of, current)?;
                let parts = self.project(of, projection)?;
                if **each == Expression::Current {
                    return Ok(parts);
                }
                let each = self.resolve(each, &Current::Value(item(&parts)?))?;
                let of = Box::new(each.expression.value_type.clone());
                Ok(Resolved {
                    expression: several(
                        Node::Each(boxed(parts.expression), boxed(each.expression)),
                        of,
                    ),
                    shape: each.shape,
                })
            }
            Expression::List(list) => self.list(list, current),
            Expression::Call(name, arguments) => {
                let arguments = arguments.iter().map(|one| self.resolve(one, current));
                let arguments = arguments.collect::<Result<Vec<_>, _>>()?;
                if let ("values", [of]) = (name.as_str(), arguments.as_slice()) {
                    return self.project(of.clone(), &Projection::Values);
                }
                call(
                    name,
                    arguments.into_iter().map(|one| one.expression).collect(),
                )
            }
            Expression::Compare(comparator, left, right) => {
                let (left, right) = (
                    self.resolve(left, current)?.expression,
                    self.resolve(right, current)?.expression,
                );
                Ok(types::comparison(*comparator, left, right)?.into())
            }
            Expression::And(left, right) => {
                let (left, right) = (
                    self.resolve(left, current)?.expression,
                    self.resolve(right, current)?.expression,
                );
                Ok(truth(Node::And(boxed(left), boxed(right))).into())
            }
            Expression::Or(left, right) => {
                let (left, right) = (
                    self.resolve(left, current)?.expression,
                    self.resolve(right, current)?.expression,
                );
                Ok(truth(Node::Or(boxed(left), boxed(right))).into())
            }
            Expression::Not(of) => {
                Ok(truth(Node::Not(boxed(self.resolve(of, current)?.expression))).into())
            }
        }
    }
}

fn boxed(expression: TypedExpression) -> Box<TypedExpression> {
    Box::new(expression)
}

fn several(node: Node, of: Box<ValueType>) -> TypedExpression {
    let value_type = ValueType::Several { of, gaps: false };
    TypedExpression {
        node,
        value_type,
        optional: false,
    }
}

fn truth(node: Node) -> TypedExpression {
    TypedExpression {
        node,
        value_type: ValueType::Boolean,
        optional: false,
    }
}
