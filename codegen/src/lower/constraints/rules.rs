//! Rules: what is asked of a value, by its shape and by the member that holds it.

use std::collections::BTreeMap;

use serde_json::Number;

use super::Reached;
use crate::ir::{Bound, Pattern as IrPattern, Rules};
use crate::model::traits::{Length, Pattern, Range, Sensitive, Trait, UniqueItems};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::rust::{Ident, Scope, snake_case};

/// The rules found so far, which get their names when all are known.
pub(super) struct Drafts<'a> {
    model: &'a Model,
    reached: &'a Reached,
    /// By the shape or member that has them; `None` where it has none.
    found: BTreeMap<ShapeId, Option<Draft>>,
    /// By members, what has the rules of their values.
    of_members: BTreeMap<ShapeId, ShapeId>,
}

/// Rules without a name.
struct Draft {
    length: [Option<u64>; 2],
    range: [Option<Bound>; 2],
    pattern: Option<String>,
    unique_items: bool,
    sensitive: bool,
    keys: Option<ShapeId>,
    items: Option<ShapeId>,
}

impl<'a> Drafts<'a> {
    pub fn new(model: &'a Model, reached: &'a Reached) -> Self {
        Self {
            model,
            reached,
            found: BTreeMap::new(),
            of_members: BTreeMap::new(),
        }
    }

    /// Finds the rules of the value of a structure's or union's member. What is in one that
    /// `is_hidden` may not be printed.
    pub fn find(&mut self, member: &Member, is_hidden: bool) {
        if let Some(key) = self.key(member, is_hidden) {
            self.of_members.insert(member.id.clone(), key);
        }
    }

    fn key(&mut self, member: &Member, is_hidden: bool) -> Option<ShapeId> {
        let target = self.model.shape(&member.target)?;
        let traits = &member.traits;
        let has_own = [
            Length::ID,
            Pattern::ID,
            Range::ID,
            Sensitive::ID,
            UniqueItems::ID,
        ];
        let has_own = has_own.into_iter().any(|id| traits.raw(id).is_some());
        let is_shapes = !has_own && (!is_hidden || target.traits.has::<Sensitive>());
        let key = if is_shapes { &target.id } else { &member.id };
        if !self.found.contains_key(key) {
            // Whoever comes by here again is in a circle, which has no rules of its own.
            self.found.insert(key.clone(), None);
            let draft = self.draft(member, target, is_hidden);
            self.found.insert(key.clone(), draft);
        }
        self.found.get(key)?.is_some().then(|| key.clone())
    }

    fn draft(&mut self, member: &Member, target: &Shape, is_hidden: bool) -> Option<Draft> {
        let kind = &target.kind;
        let both = [&member.traits, &target.traits];
        let length = both.iter().find_map(|traits| traits.get::<Length>());
        let range = both.iter().find_map(|traits| traits.get::<Range>());
        let pattern = both.iter().find(|traits| traits.has::<Pattern>());
        let has_length = matches!(
            kind,
            ShapeKind::String | ShapeKind::Blob | ShapeKind::List { .. } | ShapeKind::Map { .. }
        );
        let (keys, items) = match kind {
            ShapeKind::List { member } => (None, self.of_items(member)),
            ShapeKind::Map { key, value } => (self.key(key, false), self.of_items(value)),
            _ => (None, None),
        };
        let draft = Draft {
            length: length
                .filter(|_| has_length)
                .map_or([None; 2], |Length { min, max }| {
                    [min.filter(|min| *min > 0), max]
                }),
            range: range
                .filter(|_| is_number(kind))
                .map_or([None; 2], |Range { min, max }| {
                    [min.as_ref().and_then(bound), max.as_ref().and_then(bound)]
                }),
            pattern: pattern
                .filter(|_| matches!(kind, ShapeKind::String))
                .and_then(|traits| self.reached.pattern_of(traits)),
            unique_items: matches!(kind, ShapeKind::List { .. })
                && both.iter().any(|traits| traits.has::<UniqueItems>()),
            sensitive: is_hidden || both.iter().any(|traits| traits.has::<Sensitive>()),
            keys,
            items,
        };
        draft.says_something().then_some(draft)
    }

    /// The rules of what a list or map is made of, where something in it is constrained.
    fn of_items(&mut self, member: &Member) -> Option<ShapeId> {
        let target = self.model.shape(&member.target);
        let is_constrained = self.reached.is_constrained(target, member);
        is_constrained.then(|| self.key(member, false)).flatten()
    }

    /// Gives all rules and patterns their names.
    pub fn named(self) -> Named {
        let found = self.found.into_iter();
        let found: Vec<(ShapeId, Draft)> = found.filter_map(|(id, d)| Some((id, d?))).collect();
        let ids = found.iter().map(|(id, _)| id);
        let wanted: Vec<String> = ids.clone().map(name).collect();
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let names = Scope::of_values(&[]).claim_each(&wanted, screaming_case, "_");
        let by_id: BTreeMap<ShapeId, Ident> = ids.cloned().zip(names.iter().cloned()).collect();
        let name_of = |id: Option<&ShapeId>| by_id.get(id?).cloned();
        let of_members = self.of_members.into_iter();
        let of_members =
            of_members.filter_map(|(member, key)| Some((member, name_of(Some(&key))?)));
        let of_members = of_members.collect();
        let mut patterns: BTreeMap<String, Ident> = BTreeMap::new();
        let mut rules = Vec::new();
        for ((id, draft), name) in found.into_iter().zip(names) {
            let pattern = draft.pattern.map(|model| {
                let pattern = patterns.entry(model).or_insert_with(|| name.clone());
                pattern.clone()
            });
            rules.push(Rules {
                name,
                id,
                length: draft.length,
                range: draft.range,
                pattern,
                unique_items: draft.unique_items,
                sensitive: draft.sensitive,
                keys: name_of(draft.keys.as_ref()),
                items: name_of(draft.items.as_ref()),
            });
        }
        rules.sort_by(|a, b| a.name.cmp(&b.name));
        let mut patterns: Vec<IrPattern> = patterns
            .into_iter()
            .map(|(model, name)| IrPattern {
                name,
                regex: self.reached.patterns[&model].clone(),
                model,
            })
            .collect();
        patterns.sort_by(|a, b| a.name.cmp(&b.name));
        Named {
            rules,
            patterns,
            of_members,
        }
    }
}

/// The rules with their names.
pub(super) struct Named {
    /// All rules, by name.
    pub rules: Vec<Rules>,
    /// Their patterns, each once, by name.
    pub patterns: Vec<IrPattern>,
    /// The names of the rules of members' values.
    pub of_members: BTreeMap<ShapeId, Ident>,
}

impl Draft {
    fn says_something(&self) -> bool {
        let Self {
            length,
            range,
            pattern,
            unique_items,
            sensitive,
            keys,
            items,
        } = self;
        length.iter().any(Option::is_some)
            || range.iter().any(Option::is_some)
            || *unique_items
            || *sensitive
            || pattern.is_some()
            || keys.is_some()
            || items.is_some()
    }
}

/// Whether values of this kind have a range.
pub(super) fn is_number(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::Byte
            | ShapeKind::Short
            | ShapeKind::Integer
            | ShapeKind::Long
            | ShapeKind::Float
            | ShapeKind::Double
            | ShapeKind::BigInteger
            | ShapeKind::BigDecimal
    )
}

/// The end of a range, as the model writes it.
fn bound(number: &Number) -> Option<Bound> {
    let integer = number.to_string().parse().ok().map(Bound::Integer);
    integer.or_else(|| number.as_f64().map(Bound::Float))
}

/// The name of a shape or member, without its namespace.
fn name(id: &ShapeId) -> String {
    match id.member() {
        Some(member) => format!("{}_{member}", id.name()),
        None => id.name().to_owned(),
    }
}

/// How constants are written: `CLIENT_TOKEN`.
fn screaming_case(name: &str) -> String {
    snake_case(name).to_uppercase()
}
