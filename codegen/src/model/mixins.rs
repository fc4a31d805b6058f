//! Copies the members and traits of mixins into the shapes that use them, and drops the
//! mixins: to all that comes later, a model is as if it had never had any.
//!
//! <https://smithy.io/2.0/spec/mixins.html>

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, Form};
use super::merge::{Merged, missing};
use super::read::Applied;
use super::shape::{Member, Service};
use super::shape_id::ShapeId;
use super::sources::Sources;
use super::traits::{Mixin, Trait, Traits};
use crate::diagnostic::{Code, Diagnostic};

/// Resolves all mixins.
pub(super) fn resolve(merged: &mut Merged, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let users: Vec<ShapeId> = merged
        .drafts
        .values()
        .filter(|draft| !draft.mixins.is_empty())
        .map(|draft| draft.id.clone())
        .chain(merged.for_inherited.keys().cloned())
        .collect();
    let mut resolver = Resolver {
        drafts: &mut merged.drafts,
        for_inherited: &mut merged.for_inherited,
        under_way: BTreeSet::new(),
        sources,
        problems,
    };
    for id in users {
        resolver.resolve(&id);
    }
    merged
        .drafts
        .retain(|_, draft| !draft.traits.has::<Mixin>());
}

struct Resolver<'a> {
    drafts: &'a mut BTreeMap<ShapeId, Draft>,
    for_inherited: &'a mut BTreeMap<ShapeId, Vec<Applied>>,
    /// Shapes whose mixins are being resolved, to notice one that is its own mixin.
    under_way: BTreeSet<ShapeId>,
    sources: &'a Sources,
    problems: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    fn resolve(&mut self, id: &ShapeId) {
        let Some(draft) = self.drafts.get_mut(id) else {
            return;
        };
        let mixins = std::mem::take(&mut draft.mixins);
        self.under_way.insert(id.clone());
        let mut inherited: Option<Draft> = None;
        for (index, mixin) in mixins.iter().enumerate() {
            if self.under_way.contains(mixin) {
                self.report(
                    id,
                    index,
                    format!("`{}` is a mixin of itself", mixin.name()),
                );
                continue;
            }
            self.resolve(mixin);
            // A mixin that is not there was reported with all missing targets.
            let (Some(mixin), Some(user)) = (self.drafts.get(mixin), self.drafts.get(id)) else {
                continue;
            };
            let inherited = inherited.get_or_insert_with(|| empty_copy(user));
            if let Err(reason) = inherit(inherited, mixin) {
                self.report(id, index, reason);
            }
        }
        self.under_way.remove(id);
        if let (Some(inherited), Some(draft)) = (inherited, self.drafts.get_mut(id)) {
            let own = std::mem::replace(draft, inherited);
            if let Err(reason) = override_with(draft, own) {
                self.report(id, 0, reason);
            }
        }
        self.apply_to_inherited(id);
    }

    /// Applies traits to members that have come from mixins by now.
    fn apply_to_inherited(&mut self, id: &ShapeId) {
        for applied in self.for_inherited.remove(id).unwrap_or_default() {
            let name = applied.id.member().unwrap_or_default();
            let draft = self.drafts.get_mut(id);
            match draft.and_then(|draft| draft.member_mut(name)) {
                Some(member) => replace(&mut member.traits, applied.traits),
                None => self
                    .problems
                    .push(missing(&applied, &applied.id, self.sources)),
            }
        }
    }

    fn report(&mut self, id: &ShapeId, index: usize, reason: String) {
        let keys = ["mixins", &index.to_string(), "target"];
        self.problems.push(
            Diagnostic::new(Code::InvalidMixin, reason)
                .shape(id)
                .at(self.sources.locate(id, &keys))
                .help("take the mixin away, or make the two agree"),
        );
    }
}

/// A shape of the same type with nothing in it, to be filled by mixins.
fn empty_copy(user: &Draft) -> Draft {
    let form = match &user.form {
        Form::Service(_) => Form::Service(Service::default()),
        Form::Operation(operation) => {
            let mut operation = operation.clone();
            operation.errors.clear();
            Form::Operation(operation)
        }
        form => form.clone(),
    };
    Draft {
        id: user.id.clone(),
        form,
        members: Vec::new(),
        traits: Traits::default(),
        mixins: Vec::new(),
        origin: user.origin.clone(),
    }
}

/// Adds a mixin to what earlier ones gave.
fn inherit(inherited: &mut Draft, mixin: &Draft) -> Result<(), String> {
    let Some(definition) = mixin.traits.get::<Mixin>() else {
        return Err(format!("`{}` is not a mixin", mixin.id.name()));
    };
    let (user, its) = (inherited.form.type_name(), mixin.form.type_name());
    if user != its {
        return Err(format!(
            "a {user} cannot use `{}`, a {its}",
            mixin.id.name()
        ));
    }
    let mut copy = mixin.clone();
    copy.traits.remove(Mixin::ID);
    for id in &definition.local_traits {
        copy.traits.remove(id);
    }
    for member in &mut copy.members {
        member.id = inherited.id.with_member(&member.name);
    }
    override_with(inherited, copy)
}

/// Adds members, traits and properties to those that are there; new traits replace old ones.
fn override_with(base: &mut Draft, over: Draft) -> Result<(), String> {
    replace(&mut base.traits, over.traits);
    match (&mut base.form, over.form) {
        (Form::Service(base), Form::Service(over)) => {
            if !over.version.is_empty() {
                base.version = over.version;
            }
            base.rename.extend(over.rename);
            join(&mut base.operations, over.operations);
            join(&mut base.resources, over.resources);
            join(&mut base.errors, over.errors);
        }
        (Form::Operation(base), Form::Operation(over)) => join(&mut base.errors, over.errors),
        _ => {}
    }
    over.members
        .into_iter()
        .try_for_each(|member| override_member(base, member))
}

fn override_member(base: &mut Draft, over: Member) -> Result<(), String> {
    match base.member_mut(&over.name) {
        None => base.members.push(over),
        Some(member) if member.target == over.target => replace(&mut member.traits, over.traits),
        Some(member) => {
            let (name, a, b) = (&over.name, &member.target, &over.target);
            return Err(format!(
                "the member `{name}` is a `{a}` in one place and a `{b}` in another"
            ));
        }
    }
    Ok(())
}

fn replace(base: &mut Traits, over: Traits) {
    for (id, value) in over {
        base.set(id, value);
    }
}

fn join(base: &mut Vec<ShapeId>, over: Vec<ShapeId>) {
    for id in over {
        if !base.contains(&id) {
            base.push(id);
        }
    }
}
