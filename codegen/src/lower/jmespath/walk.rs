//! Expressions that point at values inside an input, as the way that Rust goes to them.
//!
//! These are what the parameters of endpoints may be bound with: members, projections, lists of
//! several expressions, `[]`, and `keys`.

use super::{Expression, Projection};
use crate::ir::{Found, StructureKind, Walk};
use crate::lower::Lowering;
use crate::lower::members;
use crate::model::traits::Sparse;
use crate::model::{Member, Shape, ShapeKind};

/// A value on the way.
#[derive(Clone, Copy)]
enum At<'m> {
    /// One of this shape, which is the input itself where the flag is set.
    Shape(&'m Shape, bool),
    /// The list of what several expressions give for a value of a shape.
    List(&'m [Expression], &'m Shape, bool),
    /// The list of the keys of a map.
    Keys(&'m Shape),
}

/// What becomes of a value that has been found.
type Next<'n, 'm> = &'n dyn Fn(At<'m>) -> Result<Walk, String>;

/// The way from an input to what an expression points at: strings and booleans, one or several.
///
/// # Errors
/// Where it points at something else, or at nothing, or says what has no meaning here.
pub(in crate::lower) fn from_input(
    lowering: &Lowering<'_>,
    input: &Shape,
    expression: &Expression,
) -> Result<Walk, String> {
    let walker = Walker { lowering };
    let depth = depth(expression);
    if depth > 1 {
        return Err("it gives a list of lists".to_owned());
    }
    walker.walk(expression, At::Shape(input, true), &|at| match at {
        At::Shape(shape, _) if depth == 1 => walker.single(shape),
        At::Shape(shape, _) if matches!(shape.kind, ShapeKind::List { .. }) => {
            walker.items(at, &|item| walker.end(item))
        }
        At::Shape(shape, _) => walker.single(shape),
        _ if depth == 1 => Err("it gives a list of lists".to_owned()),
        at => walker.items(at, &|item| walker.end(item)),
    })
}

/// How many lists are around the values that an expression leads to, as far as it makes them.
fn depth(expression: &Expression) -> usize {
    match expression {
        Expression::Then(_, second) => depth(second),
        Expression::Project {
            of,
            projection,
            each,
        } => {
            let outer = match projection {
                Projection::Flattened => depth(of).saturating_sub(1).max(1),
                _ => depth(of) + 1,
            };
            outer + depth(each)
        }
        _ => 0,
    }
}

struct Walker<'w, 'm> {
    lowering: &'w Lowering<'m>,
}

impl<'m> Walker<'_, 'm> {
    fn walk<'e: 'm>(
        &self,
        expression: &'e Expression,
        from: At<'m>,
        next: Next<'_, 'm>,
    ) -> Result<Walk, String> {
        match expression {
            Expression::Current => next(from),
            Expression::Field(name) => self.field(from, name, next),
            Expression::Then(first, second) => {
                self.walk(first, from, &|at| self.walk(second, at, next))
            }
            Expression::List(several) => match from {
                At::Shape(shape, is_input) => next(At::List(several, shape, is_input)),
                _ => Err("a list has no members".to_owned()),
            },
            Expression::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
                ("keys", [of]) => self.walk(of, from, &|at| match at {
                    At::Shape(shape, _) if matches!(shape.kind, ShapeKind::Map { .. }) => {
                        next(At::Keys(shape))
                    }
                    _ => Err("`keys` takes a map".to_owned()),
                }),
                _ => Err(format!("the function `{name}` has no meaning here")),
            },
            Expression::Project {
                of,
                projection,
                each,
            } => {
                let each = |at| self.walk(each, at, next);
                self.project(of, projection, from, &each)
            }
            _ => Err("only members, lists and the keys of maps can be pointed at".to_owned()),
        }
    }

    fn field(&self, from: At<'m>, name: &str, next: Next<'_, 'm>) -> Result<Walk, String> {
        let At::Shape(shape, is_input) = from else {
            return Err(format!("a list has no member `{name}`"));
        };
        let kind = if is_input {
            StructureKind::Input
        } else {
            members::kind_of_type(shape)
        };
        let Some(field) = self.lowering.decided.member(&shape.id, kind, name) else {
            return Err(format!("`{}` has no member `{name}`", shape.id));
        };
        Ok(Walk::Field {
            name: field.name.clone(),
            optional: field.is_optional(),
            then: Box::new(next(At::Shape(self.target(field.model)?, false))?),
        })
    }

    fn project<'e: 'm>(
        &self,
        of: &'e Expression,
        projection: &Projection,
        from: At<'m>,
        each: Next<'_, 'm>,
    ) -> Result<Walk, String> {
        let depth = depth(of);
        match projection {
            Projection::Items if depth == 0 => self.walk(of, from, &|at| self.items(at, each)),
            Projection::Values if depth == 0 => self.walk(of, from, &|at| self.values(at, each)),
            // What is walked to are the items of the list that flattening begins with.
            Projection::Flattened if depth > 1 => self.walk(of, from, each),
            Projection::Flattened if depth == 1 => self.walk(of, from, &|at| self.merged(at, each)),
            Projection::Flattened => self.walk(of, from, &|at| {
                self.items(at, &|item| self.merged(item, each))
            }),
            Projection::Where(_) => Err("a filter has no meaning here".to_owned()),
            _ => Err("it gives a list of lists".to_owned()),
        }
    }

    /// The items of a list, or the value itself where it is none.
    fn merged(&self, at: At<'m>, next: Next<'_, 'm>) -> Result<Walk, String> {
        match at {
            At::Shape(shape, _) if !matches!(shape.kind, ShapeKind::List { .. }) => next(at),
            at => self.items(at, next),
        }
    }

    fn items(&self, at: At<'m>, next: Next<'_, 'm>) -> Result<Walk, String> {
        match at {
            At::Keys(map) => match &map.kind {
                ShapeKind::Map { key, .. } => {
                    let key = At::Shape(self.target(key)?, false);
                    Ok(Walk::Keys(Box::new(next(key)?)))
                }
                _ => Err("`keys` takes a map".to_owned()),
            },
            At::List(several, shape, is_input) => {
                if several.iter().any(|one| depth(one) > 0) {
                    return Err("it gives a list of lists".to_owned());
                }
                let from = At::Shape(shape, is_input);
                let ways = several.iter().map(|one| self.walk(one, from, next));
                Ok(Walk::Several(ways.collect::<Result<_, _>>()?))
            }
            At::Shape(shape, _) => match &shape.kind {
                ShapeKind::List { member } => Ok(Walk::Items {
                    sparse: shape.traits.has::<Sparse>(),
                    then: Box::new(next(At::Shape(self.target(member)?, false))?),
                }),
                _ => Err(format!("`{}` is no list", shape.id)),
            },
        }
    }

    fn values(&self, at: At<'m>, next: Next<'_, 'm>) -> Result<Walk, String> {
        let At::Shape(shape, _) = at else {
            return Err("a list has no values, but items".to_owned());
        };
        match &shape.kind {
            ShapeKind::Map { value, .. } => Ok(Walk::Values {
                sparse: shape.traits.has::<Sparse>(),
                then: Box::new(next(At::Shape(self.target(value)?, false))?),
            }),
            _ => Err(format!("`{}` is no map", shape.id)),
        }
    }

    fn end(&self, at: At<'m>) -> Result<Walk, String> {
        match at {
            At::Shape(shape, _) => self.single(shape),
            _ => Err("it gives a list of lists".to_owned()),
        }
    }

    fn single(&self, shape: &Shape) -> Result<Walk, String> {
        match shape.kind {
            ShapeKind::String | ShapeKind::Enum { .. } => Ok(Walk::Here(Found::Text)),
            ShapeKind::Boolean => Ok(Walk::Here(Found::Boolean)),
            _ => Err(format!("`{}` is neither a string nor a boolean", shape.id)),
        }
    }

    fn target(&self, member: &Member) -> Result<&'m Shape, String> {
        let shape = self.lowering.model.shape(&member.target);
        shape.ok_or_else(|| format!("`{}` targets nothing", member.id))
    }
}
