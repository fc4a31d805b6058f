//! Turns what only Smithy 1.0 had into what Smithy 2.0 has for it: members that default to zero
//! without saying so, `box`, and strings with the trait `enum`.
//!
//! <https://smithy.io/2.0/guides/migrating-idl-1-to-2.html>

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value, json};

use super::draft::{Draft, Form};
use super::prelude;
use super::shape::{Member, ShapeKind};
use super::shape_id::ShapeId;
use super::sources::Version;
use super::traits::{
    Boxed, DefaultValue, Deprecated, Documentation, EnumDefinition, EnumValue, Range, Required,
    Streaming, StringEnum, Trait, Traits,
};
use super::value_name;

/// Upgrades all drafts.
pub(super) fn upgrade(drafts: &mut BTreeMap<ShapeId, Draft>) {
    for (id, default) in implicit_defaults(drafts, Ranges::OfTargetsToo) {
        let draft = drafts.get_mut(&id.without_member());
        let name = id.member().unwrap_or_default();
        if let Some(member) = draft.and_then(|draft| draft.member_mut(name)) {
            member.traits.set(DefaultValue::ID, default);
        }
    }
    unbox(drafts);
    for draft in drafts.values_mut() {
        if draft.form == Form::Simple(ShapeKind::String)
            && let Some(StringEnum(definitions)) = draft.traits.get()
        {
            draft.traits.remove(StringEnum::ID);
            draft.members = enum_members(&draft.id, definitions);
            draft.form = Form::Enum;
        }
    }
}

/// Upgrades what the JSON AST 2.0 has other words for, and no more: `box` becomes no default, and what had one
/// without saying so says it. Strings with the trait `enum` stay.
pub(super) fn for_ast(drafts: &mut BTreeMap<ShapeId, Draft>) {
    let mut defaults = implicit_defaults(drafts, Ranges::OfMembers);
    let of_1_0 = drafts
        .values()
        .filter(|draft| draft.origin.version == Version::V1);
    for draft in of_1_0 {
        let boxed = draft.members.iter().filter(|member| {
            draft.form == Form::Structure
                && member.traits.has::<Boxed>()
                && !member.traits.has::<DefaultValue>()
        });
        defaults.extend(boxed.map(|member| (member.id.clone(), Value::Null)));
        if let Form::Simple(kind) = &draft.form
            && !draft.traits.has::<Boxed>()
        {
            defaults.extend(zero(kind).map(|zero| (draft.id.clone(), zero)));
        }
    }
    for (id, default) in defaults {
        let Some(draft) = drafts.get_mut(&id.without_member()) else {
            continue;
        };
        let traits = match id.member() {
            None => Some(&mut draft.traits),
            Some(name) => draft.member_mut(name).map(|member| &mut member.traits),
        };
        if let Some(traits) = traits {
            traits.set(DefaultValue::ID, default);
        }
    }
    unbox(drafts);
}

/// Takes the trait `box` away, which Smithy 2.0 does not have.
fn unbox(drafts: &mut BTreeMap<ShapeId, Draft>) {
    let of_1_0 = drafts
        .values_mut()
        .filter(|draft| draft.origin.version == Version::V1);
    for draft in of_1_0 {
        draft.traits.remove(Boxed::ID);
        for member in &mut draft.members {
            member.traits.remove(Boxed::ID);
        }
    }
}

/// What values of a type were in Smithy 1.0 where nothing else was said.
fn zero(kind: &ShapeKind) -> Option<Value> {
    Some(match kind {
        ShapeKind::Boolean => json!(false),
        ShapeKind::Byte | ShapeKind::Short | ShapeKind::Integer | ShapeKind::Long => json!(0),
        ShapeKind::Float | ShapeKind::Double => json!(0.0),
        _ => return None,
    })
}

/// Whose range shows that zero was never meant as a default.
#[derive(Clone, Copy)]
enum Ranges {
    /// As the reference has it in the AST.
    OfMembers,
    /// As it is generated: what a target cannot hold is no default.
    OfTargetsToo,
}

/// The members of structures of Smithy 1.0 that have a default without saying so.
fn implicit_defaults(drafts: &BTreeMap<ShapeId, Draft>, ranges: Ranges) -> Vec<(ShapeId, Value)> {
    let structures = drafts
        .values()
        .filter(|draft| draft.origin.version == Version::V1 && draft.form == Form::Structure);
    let members = structures.flat_map(|draft| &draft.members);
    let defaults = members.filter_map(|member| {
        let default = implicit_default(member, drafts, ranges)?;
        Some((member.id.clone(), default))
    });
    defaults.collect()
}

fn implicit_default(
    member: &Member,
    drafts: &BTreeMap<ShapeId, Draft>,
    ranges: Ranges,
) -> Option<Value> {
    if member.traits.has::<Boxed>() || member.traits.has::<DefaultValue>() {
        return None;
    }
    let none = Traits::default();
    let (kind, traits) = match drafts.get(&member.target) {
        Some(Draft {
            form: Form::Simple(kind),
            traits,
            ..
        }) => (kind, traits),
        Some(_) => return None,
        None if prelude::is_boxed(&member.target) => return None,
        None => (&prelude::shape(&member.target)?.kind, &none),
    };
    let default = match kind {
        ShapeKind::Blob if traits.has::<Streaming>() && !member.traits.has::<Required>() => {
            return Some(json!(""));
        }
        other => zero(other)?,
    };
    let of_target = || match ranges {
        Ranges::OfTargetsToo => traits.get(),
        Ranges::OfMembers => None,
    };
    let range = member.traits.get::<Range>().or_else(of_target);
    let allowed = range.is_none_or(|range| allows_zero(&range));
    (allowed && !traits.has::<Boxed>()).then_some(default)
}

/// A range without zero in it shows that zero was never meant as the default.
fn allows_zero(range: &Range) -> bool {
    let min = range.min.as_ref().and_then(serde_json::Number::as_f64);
    let max = range.max.as_ref().and_then(serde_json::Number::as_f64);
    min.is_none_or(|min| min <= 0.0) && max.is_none_or(|max| max >= 0.0)
}

fn enum_members(id: &ShapeId, definitions: Vec<EnumDefinition>) -> Vec<Member> {
    let mut taken = BTreeSet::new();
    let members = completed(definitions).into_iter().map(|definition| {
        let name = match &definition.name {
            Some(name) => name.clone(),
            None => value_name::of(&definition.value),
        };
        let name = value_name::untaken(name, &mut taken);
        Member {
            id: id.with_member(&name),
            name,
            target: ShapeId::unit(),
            traits: enum_traits(definition),
        }
    });
    members.collect()
}

/// What a later definition of a value says is added to the first, where that says nothing of it: an overlay may give
/// names to values that have none.
fn completed(definitions: Vec<EnumDefinition>) -> Vec<EnumDefinition> {
    let mut completed: Vec<EnumDefinition> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for definition in definitions {
        let first = known.get(&definition.value).map(|at| &mut completed[*at]);
        match first {
            Some(first) if first.name.is_none() || definition.name.is_none() => {
                first.name = first.name.take().or(definition.name);
                first.documentation = first.documentation.take().or(definition.documentation);
                first.tags.extend(definition.tags);
                first.deprecated |= definition.deprecated;
            }
            // Two names of one value are told later.
            _ => {
                known
                    .entry(definition.value.clone())
                    .or_insert(completed.len());
                completed.push(definition);
            }
        }
    }
    completed
}

fn enum_traits(definition: EnumDefinition) -> Traits {
    let mut traits = Traits::default();
    traits.set(EnumValue::ID, definition.value.into());
    if let Some(documentation) = definition.documentation {
        traits.set(Documentation::ID, documentation.into());
    }
    if !definition.tags.is_empty() {
        traits.set("smithy.api#tags", definition.tags.into());
    }
    if definition.deprecated {
        traits.set(Deprecated::ID, json!({}));
    }
    traits
}
