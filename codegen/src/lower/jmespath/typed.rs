//! Expressions that ask something of the input and output of a call, as Rust asks it: every step has
//! a type.
//!
//! What may be absent is an `Option`. An absent list is an empty one, and what is not a boolean
//! counts as true, where it is asked whether it is, by JMESPath's rules; `&&` and `||` give booleans.

mod functions;
mod parts;
mod types;

use functions::{call, literal};
use parts::item;

use super::{Expression, Parts};
use crate::ir::Type;
use crate::ir::jmespath::{Gives, Query, Step};
use crate::lower::Lowering;
use crate::lower::members::Place;
use crate::model::{Operation, Shape};

/// What an expression asks of a call of an operation: of its output, or of an object of `input` and
/// `output`.
///
/// # Errors
/// Where a step leads nowhere, or types do not fit.
pub(in crate::lower) fn of_call(
    lowering: &Lowering<'_>,
    operation: &Operation,
    with_input: bool,
    expression: &Expression,
) -> Result<Query, String> {
    let nothing = || "the operation has no such message".to_owned();
    let message = |id, step, place| {
        let shape = lowering.model.shape(id)?;
        let gives = Gives::Value(Type::Document);
        Some(Found {
            query: Query {
                step,
                gives,
                optional: false,
            },
            shape: Some((shape, place)),
        })
    };
    let output = message(&operation.output, Step::Output, Place::Output);
    let input = message(&operation.input, Step::Input, Place::Input);
    let asker = Asker { lowering };
    let now = if with_input {
        Now::Both(input, output)
    } else {
        Now::Value(output.ok_or_else(nothing)?)
    };
    Ok(asker.ask(expression, &now)?.query)
}

/// A question, and the shape of the value, or of each of the values, that answers it.
#[derive(Clone)]
struct Found<'m> {
    query: Query,
    shape: Option<(&'m Shape, Place)>,
}

impl From<Query> for Found<'_> {
    fn from(query: Query) -> Self {
        Self { query, shape: None }
    }
}

/// What an expression is evaluated against.
enum Now<'m> {
    Value(Found<'m>),
    /// The input and the output of a call, as far as it has them.
    Both(Option<Found<'m>>, Option<Found<'m>>),
}

struct Asker<'a, 'm> {
    lowering: &'a Lowering<'m>,
}

impl<'m> Asker<'_, 'm> {
    fn ask(&self, expression: &Expression, now: &Now<'m>) -> Result<Found<'m>, String> {
        match expression {
            Expression::Current => match now {
                Now::Value(found) => Ok(found.clone()),
                Now::Both(..) => Err("begin with `input` or `output`".to_owned()),
            },
            Expression::Field(name) => match now {
                Now::Value(found) => self.field(found, name),
                Now::Both(input, output) => {
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
            Expression::Index(place) => match now {
                Now::Value(found) => self.index(found, *place),
                Now::Both(..) => Err("a call is no list".to_owned()),
            },
            Expression::Then(first, second) => {
                let first = self.ask(first, now)?;
                self.ask(second, &Now::Value(first))
            }
            Expression::Project { of, parts, each } => {
                let of = self.ask(of, now)?;
                let parts = self.parts(of, parts)?;
                if **each == Expression::Current {
                    return Ok(parts);
                }
                let each = self.ask(each, &Now::Value(item(&parts)?))?;
                let of = Box::new(each.query.gives.clone());
                Ok(Found {
                    query: several(Step::Each(boxed(parts.query), boxed(each.query)), of),
                    shape: each.shape,
                })
            }
            Expression::List(list) => self.list(list, now),
            Expression::Call(name, arguments) => {
                let arguments = arguments.iter().map(|one| self.ask(one, now));
                let arguments = arguments.collect::<Result<Vec<_>, _>>()?;
                if let ("values", [of]) = (name.as_str(), arguments.as_slice()) {
                    return self.parts(of.clone(), &Parts::Values);
                }
                call(name, arguments.into_iter().map(|one| one.query).collect())
            }
            Expression::Compare(comparison, left, right) => {
                let (left, right) = (self.ask(left, now)?.query, self.ask(right, now)?.query);
                Ok(types::comparison(*comparison, left, right)?.into())
            }
            Expression::And(left, right) => {
                let (left, right) = (self.ask(left, now)?.query, self.ask(right, now)?.query);
                Ok(truth(Step::And(boxed(left), boxed(right))).into())
            }
            Expression::Or(left, right) => {
                let (left, right) = (self.ask(left, now)?.query, self.ask(right, now)?.query);
                Ok(truth(Step::Or(boxed(left), boxed(right))).into())
            }
            Expression::Not(of) => Ok(truth(Step::Not(boxed(self.ask(of, now)?.query))).into()),
        }
    }
}

fn boxed(query: Query) -> Box<Query> {
    Box::new(query)
}

fn several(step: Step, of: Box<Gives>) -> Query {
    let gives = Gives::Several { of, gaps: false };
    Query {
        step,
        gives,
        optional: false,
    }
}

fn truth(step: Step) -> Query {
    Query {
        step,
        gives: Gives::Boolean,
        optional: false,
    }
}
