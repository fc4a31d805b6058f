//! Unions and enums, with their variants.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};
use super::in_messages::InMessages;
use super::pair::{Item, Pair, is_reordered, pairs};
use super::types::{in_box, text};
use crate::ir::{Enum, EnumKind, EnumValue, EnumVariant, Union, UnionVariant};
use crate::model::ShapeId;

impl Comparison<'_> {
    /// Two unions that are one to callers.
    pub fn union(&mut self, location: &Location, old: &Union, new: &Union) {
        self.sensitivity(location, old.sensitive, new.sensitive);
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(location, &old.docs, &new.docs);
        let id = |variant: &UnionVariant| variant.id.clone();
        let directions = [old.direction, new.direction];
        let compare = |this: &mut Self, location: &Location, old: &_, new: &_| {
            this.union_variant(location, old, new);
            let [old_direction, new_direction] = directions;
            let old = InMessages::of_variant(old, old_direction);
            this.in_messages(location, old, InMessages::of_variant(new, new_direction));
        };
        let values = |union: &Union| -> Vec<UnionVariant> { union.values().cloned().collect() };
        self.variants(location, &values(old), &values(new), id, compare);
        if is_reordered(&old.variants, &new.variants) {
            let reason = "variants come in another order";
            self.note(location, Severity::Patch, Kind::Order, reason);
        }
        self.events(location, old, new);
    }

    /// Two enums that are one to callers.
    pub fn enum_(&mut self, location: &Location, old: &Enum, new: &Enum) {
        if old.kind != new.kind {
            let values = |kind| match kind {
                EnumKind::String => "strings",
                EnumKind::Integer => "integers",
            };
            let (was, is) = (values(old.kind), values(new.kind));
            let reason = format!(
                "its values were {was} and are {is}: code that converts them does not compile"
            );
            self.note(location, Severity::Major, Kind::Type, reason);
        }
        self.sensitivity(location, old.sensitive, new.sensitive);
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(location, &old.docs, &new.docs);
        let id = |variant: &EnumVariant| variant.id.clone();
        self.variants(
            location,
            &old.variants,
            &new.variants,
            id,
            Self::enum_variant,
        );
        if is_reordered(&old.variants, &new.variants) {
            let reason = "variants come in another order, in which they are sorted";
            self.note(location, Severity::Minor, Kind::Order, reason);
        }
    }

    /// The variants of either. Both have one for what they do not know and are
    /// `#[non_exhaustive]`, so that one more breaks no `match`.
    fn variants<V: Item>(
        &mut self,
        location: &Location,
        old: &[V],
        new: &[V],
        id: impl Fn(&V) -> ShapeId,
        compare: impl Fn(&mut Self, &Location, &V, &V),
    ) {
        for pair in pairs(old, new) {
            let (Pair::Both(variant, _) | Pair::Removed(variant) | Pair::Added(variant)) = &pair;
            let location = location.part(Subject::Variant, &id(variant), variant.name());
            match pair {
                Pair::Both(old, new) => {
                    self.name(&location, old.name(), new.name());
                    compare(self, &location, old, new);
                }
                Pair::Removed(_) => {
                    let reason = "code that names it does not compile";
                    self.note(&location, Severity::Major, Kind::Removed, reason);
                }
                Pair::Added(_) => {
                    let reason = "it is new; a `match` has an arm for what it does not know";
                    self.note(&location, Severity::Minor, Kind::Added, reason);
                }
            }
        }
    }

    fn union_variant(&mut self, location: &Location, old: &UnionVariant, new: &UnionVariant) {
        let held = |variant: &UnionVariant| match &variant.type_ {
            Some(type_) => format!("`{}`", in_box(text(type_), variant.boxed)),
            None => "nothing".to_owned(),
        };
        let same = match (&old.type_, &new.type_) {
            (Some(old), Some(new)) => self.is_same(old, new),
            (None, None) => true,
            _ => false,
        };
        if !same || old.boxed != new.boxed {
            let kind = if same { Kind::Boxed } else { Kind::Type };
            let reason = format!(
                "it held {} and holds {}: code that makes or matches it does not compile",
                held(old),
                held(new)
            );
            self.note(location, Severity::Major, kind, reason);
        }
        self.timestamps(location, old.type_.as_ref(), new.type_.as_ref());
        self.sensitivity(location, old.sensitive, new.sensitive);
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(location, &old.docs, &new.docs);
        self.constraints(location, [&old.id, &new.id], [&old.docs, &new.docs]);
    }

    fn enum_variant(&mut self, location: &Location, old: &EnumVariant, new: &EnumVariant) {
        self.wire_name(location, &value(&old.value), &value(&new.value));
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(location, &old.docs, &new.docs);
    }
}

fn value(value: &EnumValue) -> String {
    match value {
        EnumValue::String(value) => value.clone(),
        EnumValue::Integer(value) => value.to_string(),
    }
}
