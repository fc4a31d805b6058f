//! Constraints that inputs can be checked against before they are sent: those on shapes and members
//! that some input reaches. A constraint of a member takes the place of the same one of its shape.
//!
//! <https://smithy.io/2.0/spec/constraint-traits.html>

mod class;
mod escape;
mod fields;
mod pattern;
mod rules;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::ir;
use crate::ir::{Constrained, Constraints, Type};
use crate::model::traits::{Length, Pattern, Range, Trait, UniqueItems};
use crate::model::{Member, Shape, ShapeId, ShapeKind, Traits};
use crate::rust::Ident;

use super::{Lowering, events, files};
use fields::{Fields, Found};
use rules::{Drafts, Named};

/// Files that stand beside those of shapes.
const OUR_FILES: &[&str] = &["mod", "patterns", "rules", "unconstrained"];

impl Lowering<'_> {
    /// What is asked of the values in inputs.
    pub(super) fn constraints(
        &self,
        operations: &[ir::Operation],
        types: &[ir::Shape],
        errors: &[ir::Structure],
    ) -> Constraints {
        let inputs = operations.iter().map(|operation| &operation.input.id);
        let reached = Reached::from(self, inputs);
        let mut drafts = Drafts::new(self.model, &reached);
        let inputs = operations.iter().map(|operation| {
            let fields = Fields::Structure(&operation.input);
            (fields, Some(&operation.name))
        });
        let types: Vec<Fields<'_>> = types
            .iter()
            .filter_map(Fields::of)
            .chain(errors.iter().map(Fields::Structure))
            .collect();
        let all = inputs.chain(types.iter().map(|fields| (*fields, None)));
        let found: Vec<Found<'_>> = all
            .filter_map(|(fields, input_of)| self.find(fields, input_of, &reached, &mut drafts))
            .collect();
        let Named {
            rules,
            patterns,
            of_members,
        } = drafts.named();
        let found = found.into_iter();
        let mut shapes: Vec<Constrained> =
            found.map(|found| found.constrained(&of_members)).collect();
        shapes.sort_by(|a, b| a.name.cmp(&b.name));
        Constraints {
            unconstrained: unconstrained(&shapes, operations, &types),
            files: files::file_each(shapes.iter().map(|shape| &shape.name).collect(), OUR_FILES),
            patterns,
            rules,
            shapes,
        }
    }

    /// Finds the members of a structure or union in which something is constrained, if it has such,
    /// and their rules.
    fn find<'a>(
        &'a self,
        fields: Fields<'a>,
        input_of: Option<&'a Ident>,
        reached: &Reached,
        drafts: &mut Drafts<'_>,
    ) -> Option<Found<'a>> {
        let shape = self.model.shape(fields.id())?;
        if !reached.constrained.contains(&shape.id) {
            return None;
        }
        let is_hidden = self.is_secret(shape);
        let members = shape.members().zip(fields.all());
        let members = members.filter(|(member, (name, type_))| {
            reached.is_constrained(self.model.shape(&member.target), member)
                && type_.is_some_and(|type_| !type_.is_streamed())
                && !fields.may_be_path(name)
        });
        let members = members.map(|(member, (name, _))| {
            drafts.find(member, is_hidden);
            (member, name)
        });
        let members: Vec<_> = members.collect();
        (!members.is_empty()).then_some(Found {
            fields,
            input_of,
            members,
        })
    }
}

/// What inputs reach.
pub(super) struct Reached {
    /// The shapes in which something is constrained.
    constrained: BTreeSet<ShapeId>,
    /// The patterns that can be checked, as regular expressions.
    patterns: BTreeMap<String, String>,
}

impl Reached {
    fn from<'a>(lowering: &Lowering<'_>, inputs: impl Iterator<Item = &'a ShapeId>) -> Self {
        let mut shapes: BTreeMap<&ShapeId, &Shape> = BTreeMap::new();
        let mut waiting: Vec<&Shape> = inputs.filter_map(|id| lowering.model.shape(id)).collect();
        while let Some(shape) = waiting.pop() {
            if shapes.insert(&shape.id, shape).is_none() {
                let targets = shape.members().map(|member| &member.target);
                let targets = targets.filter_map(|id| lowering.model.shape(id));
                waiting.extend(targets.filter(|target| !events::is_stream(target)));
            }
        }
        let mut reached = Self {
            constrained: BTreeSet::new(),
            patterns: BTreeMap::new(),
        };
        for shape in shapes.values() {
            reached.add_pattern(&shape.traits);
            for member in shape.members() {
                reached.add_pattern(&member.traits);
            }
        }
        // What holds a constrained shape is constrained too: shapes may contain each other.
        let mut held_by: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
        for shape in shapes.values() {
            for member in shape.members() {
                held_by.entry(&member.target).or_default().push(&shape.id);
            }
        }
        let own = shapes.values().filter(|shape| {
            reached.is_own(&shape.kind, &shape.traits)
                || shape.members().any(|member| {
                    let target = shapes.get(&member.target).copied();
                    reached.is_constrained(target, member)
                })
        });
        let mut found: Vec<&ShapeId> = own.map(|shape| &shape.id).collect();
        while let Some(id) = found.pop() {
            if reached.constrained.insert(id.clone()) {
                found.extend(held_by.get(id).into_iter().flatten());
            }
        }
        reached
    }

    fn add_pattern(&mut self, traits: &Traits) {
        if let Some(Pattern(model)) = traits.get::<Pattern>()
            && !self.patterns.contains_key(&model)
            && let Some(regex) = pattern::translate(&model)
        {
            self.patterns.insert(model, regex);
        }
    }

    /// Whether something is constrained in the values of a member.
    fn is_constrained(&self, target: Option<&Shape>, member: &Member) -> bool {
        target.is_some_and(|target| {
            self.constrained.contains(&target.id) || self.is_own(&target.kind, &member.traits)
        })
    }

    /// Whether values of this kind are constrained by these traits. The values of enums are not:
    /// the service may know more of them than its model.
    fn is_own(&self, kind: &ShapeKind, traits: &Traits) -> bool {
        let has = |id| traits.raw(id).is_some();
        match kind {
            ShapeKind::String => has(Length::ID) || self.pattern_of(traits).is_some(),
            ShapeKind::Blob | ShapeKind::Map { .. } => has(Length::ID),
            ShapeKind::List { .. } => has(Length::ID) || has(UniqueItems::ID),
            kind => rules::is_number(kind) && has(Range::ID),
        }
    }

    /// The pattern of these traits, as the model has it, where it can be checked.
    fn pattern_of(&self, traits: &Traits) -> Option<String> {
        let Pattern(model) = traits.get::<Pattern>()?;
        self.patterns.contains_key(&model).then_some(model)
    }
}

/// The types in constrained lists and maps in which nothing is constrained, by name.
fn unconstrained(
    shapes: &[Constrained],
    operations: &[ir::Operation],
    types: &[Fields<'_>],
) -> Vec<(Ident, ir::NamedKind)> {
    let constrained: BTreeMap<&Ident, &Constrained> =
        shapes.iter().map(|shape| (&shape.name, shape)).collect();
    let inputs = operations.iter();
    let inputs = inputs.map(|operation| Fields::Structure(&operation.input));
    let mut found = BTreeMap::new();
    for fields in inputs.chain(types.iter().copied()) {
        let Some(shape) = constrained.get(fields.name()) else {
            continue;
        };
        for (name, type_) in fields.all() {
            if shape.members.iter().any(|member| member.name == *name) {
                let kinds = type_.into_iter().flat_map(named);
                found.extend(kinds.filter(|(name, _)| !constrained.contains_key(name)));
            }
        }
    }
    found
        .into_iter()
        .map(|(n, kind)| (n.clone(), kind))
        .collect()
}

/// The types of the service in a type, with their kinds.
fn named(type_: &Type) -> Vec<(&Ident, ir::NamedKind)> {
    match type_ {
        Type::Named(kind, name) => vec![(name, *kind)],
        Type::List(element) => named(&element.type_),
        Type::Map(key, element) => [named(key), named(&element.type_)].concat(),
        _ => Vec::new(),
    }
}
