//! Expressions that ask something of the input and output of a call, as Rust asks it: every step has
//! a type.
//!
//! What may be absent is an `Option`. An absent list is an empty one, and what is not a boolean
//! counts as true, where it is asked whether it is, by JMESPath's rules; `&&` and `||` give booleans.

use serde_json::Value;

use super::query_types;
use super::{Expression, Parts};
use crate::ir::Type;
use crate::ir::query::{self, Gives, Literal, Query, Step};
use crate::lower::Lowering;
use crate::lower::members::Place;
use crate::lower::names::Names;
use crate::model::{Member, Shape, ShapeId, ShapeKind};

/// What an expression asks of a call of an operation: of its output, or of an object of `input` and
/// `output`.
///
/// # Errors
/// Where a step leads nowhere, or types do not fit.
pub(in crate::lower) fn of_call(
    lowering: &Lowering<'_>,
    operation: &ShapeId,
    with_input: bool,
    expression: &Expression,
) -> Result<Query, String> {
    let nothing = || "the operation has no such message".to_owned();
    let shape = lowering.model.shape(operation).ok_or_else(nothing)?;
    let ShapeKind::Operation(operation) = &shape.kind else {
        return Err(nothing());
    };
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
                Ok(query_types::comparison(*comparison, left, right)?.into())
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

    fn field(&self, of: &Found<'m>, name: &str) -> Result<Found<'m>, String> {
        let (shape, place) = match (&of.query.gives, of.shape) {
            (Gives::Value(_), Some(found)) => found,
            (Gives::Several { .. }, _) => {
                return Err(format!("a list has no member `{name}`"));
            }
            _ => return Err(format!("a simple value has no member `{name}`")),
        };
        let unknown = || format!("`{}` has no member `{name}`", shape.id);
        let (ShapeKind::Structure { members } | ShapeKind::Union { members }) = &shape.kind else {
            return Err(unknown());
        };
        let at = members.iter().position(|member| member.name == name);
        let at = at.ok_or_else(unknown)?;
        let (target, of) = (self.target(&members[at])?, boxed(of.query.clone()));
        let (step, optional) = if let Some(union) = self.union(shape) {
            let type_ = self.lowering.type_of(&members[at]);
            let name = Names::variants(members).swap_remove(at);
            (
                Step::Variant {
                    of,
                    union,
                    name,
                    type_,
                },
                true,
            )
        } else {
            let field = self.lowering.members(shape, place).swap_remove(at);
            let optional = field.optional || of.optional;
            let step = Step::Field {
                of,
                name: field.name,
                type_: field.type_,
                optional: field.optional,
            };
            (step, optional)
        };
        let (Step::Field { type_, .. } | Step::Variant { type_, .. }) = &step else {
            return Err(unknown());
        };
        let gives = query_types::of(type_);
        Ok(Found {
            query: Query {
                gives,
                optional,
                step,
            },
            shape: Some((target, Place::Nested)),
        })
    }

    fn union(&self, shape: &Shape) -> Option<crate::rust::Ident> {
        let is_union = matches!(shape.kind, ShapeKind::Union { .. });
        let name = self.lowering.names.type_name(&shape.id);
        name.filter(|_| is_union).cloned()
    }

    fn index(&self, of: &Found<'m>, place: i64) -> Result<Found<'m>, String> {
        let gives = match &of.query.gives {
            Gives::Value(Type::List(element)) => query_types::of(&element.type_),
            Gives::Several { of, .. } if place >= 0 => (**of).clone(),
            Gives::Several { .. } => {
                return Err("a projection can only be counted from its start".to_owned());
            }
            _ => return Err("only a list has items".to_owned()),
        };
        let shape = self.inner(of)?;
        let step = Step::Index(boxed(of.query.clone()), place);
        Ok(Found {
            query: Query {
                step,
                gives,
                optional: true,
            },
            shape,
        })
    }

    /// The shape of the items of a list, or of the values of a map; that of each of several.
    fn inner(&self, of: &Found<'m>) -> Result<Option<(&'m Shape, Place)>, String> {
        let Some((shape, place)) = of.shape else {
            return Ok(None);
        };
        match (&of.query.gives, &shape.kind) {
            (
                Gives::Value(_),
                ShapeKind::List { member } | ShapeKind::Map { value: member, .. },
            ) => Ok(Some((self.target(member)?, Place::Nested))),
            _ => Ok(Some((shape, place))),
        }
    }

    fn parts(&self, of: Found<'m>, parts: &Parts) -> Result<Found<'m>, String> {
        match parts {
            Parts::Items => self.items(of),
            Parts::Flattened => {
                let items = self.items(of)?;
                let Gives::Several { of: each, .. } = &items.query.gives else {
                    return Ok(items);
                };
                let inner = match &**each {
                    Gives::Value(Type::List(element)) => Box::new(query_types::of(&element.type_)),
                    Gives::Several { of, .. } => of.clone(),
                    _ => return Ok(items),
                };
                let shape = self.inner(&item(&items)?)?;
                let step = Step::Parts(boxed(items.query), query::Parts::ItemsOfItems);
                Ok(Found {
                    query: several(step, inner),
                    shape,
                })
            }
            Parts::Values => {
                let Gives::Value(Type::Map(_, element)) = &of.query.gives else {
                    return Err("`*` takes the values of a map".to_owned());
                };
                let each = Box::new(query_types::of(&element.type_));
                let shape = self.inner(&of)?;
                let step = Step::Parts(boxed(of.query), query::Parts::Values);
                Ok(Found {
                    query: several(step, each),
                    shape,
                })
            }
            Parts::Where(condition) => {
                let items = self.items(of)?;
                let condition = self.ask(condition, &Now::Value(item(&items)?))?;
                let gives = items.query.gives.clone();
                let step = Step::Where(boxed(items.query), boxed(condition.query));
                Ok(Found {
                    query: Query {
                        step,
                        gives,
                        optional: false,
                    },
                    shape: items.shape,
                })
            }
        }
    }

    /// The items of a list, without gaps.
    fn items(&self, of: Found<'m>) -> Result<Found<'m>, String> {
        let each = match &of.query.gives {
            Gives::Value(Type::List(element)) => Box::new(query_types::of(&element.type_)),
            Gives::Several { gaps: false, .. } => return Ok(of),
            Gives::Several { of: each, .. } => each.clone(),
            _ => return Err("only a list has items".to_owned()),
        };
        let shape = self.inner(&of)?;
        let step = Step::Parts(boxed(of.query), query::Parts::Items);
        Ok(Found {
            query: several(step, each),
            shape,
        })
    }

    fn list(&self, list: &[Expression], now: &Now<'m>) -> Result<Found<'m>, String> {
        let found = list.iter().map(|one| self.ask(one, now));
        let found = found.collect::<Result<Vec<_>, _>>()?;
        let first = found.first().ok_or("a list of nothing has no meaning")?;
        let (gives, shape) = (first.query.gives.clone(), first.shape);
        if !found.iter().all(|one| one.query.gives == gives) {
            return Err("the values of a list are of different types".to_owned());
        }
        let queries: Vec<Query> = found.into_iter().map(|one| one.query).collect();
        let gaps = queries.iter().any(|one| one.optional);
        let gives = Gives::Several {
            of: Box::new(gives),
            gaps,
        };
        let step = Step::List(queries);
        Ok(Found {
            query: Query {
                step,
                gives,
                optional: false,
            },
            shape,
        })
    }

    fn target(&self, member: &Member) -> Result<&'m Shape, String> {
        let shape = self.lowering.model.shape(&member.target);
        shape.ok_or_else(|| format!("`{}` targets nothing", member.id))
    }
}

/// Each of several.
fn item<'m>(several: &Found<'m>) -> Result<Found<'m>, String> {
    let Gives::Several { of, .. } = &several.query.gives else {
        return Err("only a list has items".to_owned());
    };
    Ok(Found {
        query: Query {
            step: Step::Item,
            gives: (**of).clone(),
            optional: false,
        },
        shape: several.shape,
    })
}

fn call<'m>(name: &str, mut arguments: Vec<Query>) -> Result<Found<'m>, String> {
    let second = (arguments.len() == 2).then(|| arguments.pop()).flatten();
    let first = arguments.pop().filter(|_| arguments.is_empty());
    let of_texts = |a: &Query, b: &Query| a.is_text() && b.is_text();
    let query = match (name, first, second) {
        ("length", Some(of), None) => query_types::length(of)?,
        ("keys", Some(of), None) => match &of.gives {
            Gives::Value(Type::Map(..)) => several(
                Step::Parts(boxed(of), query::Parts::Keys),
                Box::new(Gives::Text),
            ),
            _ => return Err("`keys` takes a map".to_owned()),
        },
        ("contains", Some(of), Some(part)) => query_types::contains(of, part)?,
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

fn literal(value: &Value) -> Result<Query, String> {
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
