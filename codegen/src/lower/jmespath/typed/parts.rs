//! Projection of values: members, items, and what projections go through.

use super::{Current, Resolved, Resolver, boxed, several, types};
use crate::ir::jmespath::{Node, Parts, TypedExpression, ValueType};
use crate::ir::{StructureKind, Type};
use crate::lower::jmespath::{Expression, Projection};
use crate::lower::members;
use crate::model::{Member, Shape, ShapeKind};
use crate::rust::Ident;

impl<'m> Resolver<'_, 'm> {
    pub(super) fn field(&self, of: &Resolved<'m>, name: &str) -> Result<Resolved<'m>, String> {
        let (shape, kind) = match (&of.expression.value_type, of.shape) {
            (ValueType::Value(_), Some(resolved)) => resolved,
            (ValueType::Several { .. }, _) => {
                return Err(format!("a list has no member `{name}`"));
            }
            _ => return Err(format!("a simple value has no member `{name}`")),
        };
        let unknown = || format!("`{}` has no member `{name}`", shape.id);
        let (decided, of) = (&self.lowering.decided, boxed(of.expression.clone()));
        let (member, type_, optional, node) = if let Some(union) = self.union(shape) {
            let mut variants = decided.union(&shape.id).iter();
            let variant = variants.find(|variant| variant.model.name == name);
            let variant = variant.ok_or_else(unknown)?;
            let type_ = variant
                .type_
                .clone()
                .ok_or_else(|| format!("`{name}` of `{}` holds nothing", shape.id))?;
            let node = Node::Variant {
                of,
                union,
                name: variant.name.clone(),
                type_: type_.clone(),
            };
            (variant.model, type_, true, node)
        } else {
            let field = decided.member(&shape.id, kind, name).ok_or_else(unknown)?;
            let optional = field.is_optional() || of.optional;
            let node = Node::Field {
                of,
                name: field.name.clone(),
                type_: field.type_.clone(),
                optional: field.is_optional(),
            };
            (field.model, field.type_.clone(), optional, node)
        };
        Ok(Resolved {
            expression: TypedExpression {
                value_type: types::of(&type_),
                optional,
                node,
            },
            shape: Some(self.target(member)?),
        })
    }

    fn union(&self, shape: &Shape) -> Option<Ident> {
        let is_union = matches!(shape.kind, ShapeKind::Union { .. });
        let name = self.lowering.names.type_name(&shape.id);
        name.filter(|_| is_union).cloned()
    }

    pub(super) fn index(&self, of: &Resolved<'m>, place: i64) -> Result<Resolved<'m>, String> {
        let value_type = match &of.expression.value_type {
            ValueType::Value(Type::List(element)) => types::of(&element.type_),
            ValueType::Several { of, .. } if place >= 0 => (**of).clone(),
            ValueType::Several { .. } => {
                return Err("a projection can only be counted from its start".to_owned());
            }
            _ => return Err("only a list has items".to_owned()),
        };
        let shape = self.inner(of)?;
        let node = Node::Index(boxed(of.expression.clone()), place);
        Ok(Resolved {
            expression: TypedExpression {
                node,
                value_type,
                optional: true,
            },
            shape,
        })
    }

    /// The shape of the items of a list, or of the values of a map; that of each of several.
    fn inner(&self, of: &Resolved<'m>) -> Result<Option<(&'m Shape, StructureKind)>, String> {
        let Some((shape, kind)) = of.shape else {
            return Ok(None);
        };
        match (&of.expression.value_type, &shape.kind) {
            (
                ValueType::Value(_),
                ShapeKind::List { member } | ShapeKind::Map { value: member, .. },
            ) => Ok(Some(self.target(member)?)),
            _ => Ok(Some((shape, kind))),
        }
    }

    pub(super) fn project(
        &self,
        of: Resolved<'m>,
        projection: &Projection,
    ) -> Result<Resolved<'m>, String> {
        match projection {
            Projection::Items => self.items(of),
            Projection::Flattened => {
                let items = self.items(of)?;
                let ValueType::Several { of: each, .. } = &items.expression.value_type else {
                    return Ok(items);
                };
                let inner = match &**each {
                    ValueType::Value(Type::List(element)) => Box::new(types::of(&element.type_)),
                    ValueType::Several { of, .. } => of.clone(),
                    _ => return Ok(items),
                };
                let shape = self.inner(&item(&items)?)?;
                let node = Node::Parts(boxed(items.expression), Parts::ItemsOfItems);
                Ok(Resolved {
                    expression: several(node, inner),
                    shape,
                })
            }
            Projection::Values => {
                let ValueType::Value(Type::Map(_, element)) = &of.expression.value_type else {
                    return Err("`*` takes the values of a map".to_owned());
                };
                let each = Box::new(types::of(&element.type_));
                let shape = self.inner(&of)?;
                let node = Node::Parts(boxed(of.expression), Parts::Values);
                Ok(Resolved {
                    expression: several(node, each),
                    shape,
                })
            }
            Projection::Where(condition) => {
                let items = self.items(of)?;
                let condition = self.resolve(condition, &Current::Value(item(&items)?))?;
                let value_type = items.expression.value_type.clone();
                let node = Node::Where(boxed(items.expression), boxed(condition.expression));
                Ok(Resolved {
                    expression: TypedExpression {
                        node,
                        value_type,
                        optional: false,
                    },
                    shape: items.shape,
                })
            }
        }
    }

    /// The items of a list, without gaps.
    fn items(&self, of: Resolved<'m>) -> Result<Resolved<'m>, String> {
        let each = match &of.expression.value_type {
            ValueType::Value(Type::List(element)) => Box::new(types::of(&element.type_)),
            ValueType::Several { gaps: false, .. } => return Ok(of),
            ValueType::Several { of: each, .. } => each.clone(),
            _ => return Err("only a list has items".to_owned()),
        };
        let shape = self.inner(&of)?;
        let node = Node::Parts(boxed(of.expression), Parts::Items);
        Ok(Resolved {
            expression: several(node, each),
            shape,
        })
    }

    pub(super) fn list(
        &self,
        list: &[Expression],
        current: &Current<'m>,
    ) -> Result<Resolved<'m>, String> {
        let resolved = list.iter().map(|one| self.resolve(one, current));
        let resolved = resolved.collect::<Result<Vec<_>, _>>()?;
        let first = resolved.first().ok_or("a list of nothing has no meaning")?;
        let (value_type, shape) = (first.expression.value_type.clone(), first.shape);
        if !resolved
            .iter()
            .all(|one| one.expression.value_type == value_type)
        {
            return Err("the values of a list are of different types".to_owned());
        }
        let expressions: Vec<TypedExpression> =
            resolved.into_iter().map(|one| one.expression).collect();
        let gaps = expressions.iter().any(|one| one.optional);
        let value_type = ValueType::Several {
            of: Box::new(value_type),
            gaps,
        };
        let node = Node::List(expressions);
        Ok(Resolved {
            expression: TypedExpression {
                node,
                value_type,
                optional: false,
            },
            shape,
        })
    }

    fn target(&self, member: &Member) -> Result<(&'m Shape, StructureKind), String> {
        let shape = self.lowering.model.shape(&member.target);
        let shape = shape.ok_or_else(|| format!("`{}` targets nothing", member.id))?;
        Ok((shape, members::kind_of_type(shape)))
    }
}

/// Each of several.
pub(super) fn item<'m>(several: &Resolved<'m>) -> Result<Resolved<'m>, String> {
    let ValueType::Several { of, .. } = &several.expression.value_type else {
        return Err("only a list has items".to_owned());
    };
    Ok(Resolved {
        expression: TypedExpression {
            node: Node::Item,
            value_type: (**of).clone(),
            optional: false,
        },
        shape: several.shape,
    })
}
