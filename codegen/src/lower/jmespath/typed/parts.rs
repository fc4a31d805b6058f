//! Parts of values: members, items, and what projections go through.

use super::{Asker, Found, Now, boxed, several, types};
use crate::ir::Type;
use crate::ir::jmespath::{self, Gives, Query, Step};
use crate::lower::jmespath::{Expression, Parts};
use crate::lower::members::Place;
use crate::model::{Member, Shape, ShapeKind};
use crate::rust::Ident;

impl<'m> Asker<'_, 'm> {
    pub(super) fn field(&self, of: &Found<'m>, name: &str) -> Result<Found<'m>, String> {
        let (shape, place) = match (&of.query.gives, of.shape) {
            (Gives::Value(_), Some(found)) => found,
            (Gives::Several { .. }, _) => {
                return Err(format!("a list has no member `{name}`"));
            }
            _ => return Err(format!("a simple value has no member `{name}`")),
        };
        let unknown = || format!("`{}` has no member `{name}`", shape.id);
        let (decided, of) = (&self.lowering.decided, boxed(of.query.clone()));
        let (member, type_, optional, step) = if let Some(union) = self.union(shape) {
            let mut variants = decided.union(&shape.id).iter();
            let variant = variants.find(|variant| variant.model.name == name);
            let variant = variant.ok_or_else(unknown)?;
            let type_ = variant
                .type_
                .clone()
                .ok_or_else(|| format!("`{name}` of `{}` holds nothing", shape.id))?;
            let step = Step::Variant {
                of,
                union,
                name: variant.name.clone(),
                type_: type_.clone(),
            };
            (variant.model, type_, true, step)
        } else {
            let field = decided.member(&shape.id, place, name).ok_or_else(unknown)?;
            let optional = field.is_optional() || of.optional;
            let step = Step::Field {
                of,
                name: field.name.clone(),
                type_: field.type_.clone(),
                optional: field.is_optional(),
            };
            (field.model, field.type_.clone(), optional, step)
        };
        Ok(Found {
            query: Query {
                gives: types::of(&type_),
                optional,
                step,
            },
            shape: Some(self.target(member)?),
        })
    }

    fn union(&self, shape: &Shape) -> Option<Ident> {
        let is_union = matches!(shape.kind, ShapeKind::Union { .. });
        let name = self.lowering.names.type_name(&shape.id);
        name.filter(|_| is_union).cloned()
    }

    pub(super) fn index(&self, of: &Found<'m>, place: i64) -> Result<Found<'m>, String> {
        let gives = match &of.query.gives {
            Gives::Value(Type::List(element)) => types::of(&element.type_),
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
            ) => Ok(Some(self.target(member)?)),
            _ => Ok(Some((shape, place))),
        }
    }

    pub(super) fn parts(&self, of: Found<'m>, parts: &Parts) -> Result<Found<'m>, String> {
        match parts {
            Parts::Items => self.items(of),
            Parts::Flattened => {
                let items = self.items(of)?;
                let Gives::Several { of: each, .. } = &items.query.gives else {
                    return Ok(items);
                };
                let inner = match &**each {
                    Gives::Value(Type::List(element)) => Box::new(types::of(&element.type_)),
                    Gives::Several { of, .. } => of.clone(),
                    _ => return Ok(items),
                };
                let shape = self.inner(&item(&items)?)?;
                let step = Step::Parts(boxed(items.query), jmespath::Parts::ItemsOfItems);
                Ok(Found {
                    query: several(step, inner),
                    shape,
                })
            }
            Parts::Values => {
                let Gives::Value(Type::Map(_, element)) = &of.query.gives else {
                    return Err("`*` takes the values of a map".to_owned());
                };
                let each = Box::new(types::of(&element.type_));
                let shape = self.inner(&of)?;
                let step = Step::Parts(boxed(of.query), jmespath::Parts::Values);
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
            Gives::Value(Type::List(element)) => Box::new(types::of(&element.type_)),
            Gives::Several { gaps: false, .. } => return Ok(of),
            Gives::Several { of: each, .. } => each.clone(),
            _ => return Err("only a list has items".to_owned()),
        };
        let shape = self.inner(&of)?;
        let step = Step::Parts(boxed(of.query), jmespath::Parts::Items);
        Ok(Found {
            query: several(step, each),
            shape,
        })
    }

    pub(super) fn list(&self, list: &[Expression], now: &Now<'m>) -> Result<Found<'m>, String> {
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

    fn target(&self, member: &Member) -> Result<(&'m Shape, Place), String> {
        let shape = self.lowering.model.shape(&member.target);
        let shape = shape.ok_or_else(|| format!("`{}` targets nothing", member.id))?;
        Ok((shape, Place::of_type(shape)))
    }
}

/// Each of several.
pub(super) fn item<'m>(several: &Found<'m>) -> Result<Found<'m>, String> {
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
