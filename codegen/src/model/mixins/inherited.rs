//! What shapes get from mixins, and what becomes of it when they say more themselves.

use std::collections::{HashMap, HashSet};

use crate::model::draft::{Draft, Form};
use crate::model::shape::{Member, Service};
use crate::model::shape_id::ShapeId;
use crate::model::traits::{Mixin, Trait, Traits, replace};

/// Where the members of a shape are, by name.
pub(super) type Places = HashMap<String, usize>;

/// A member that is two things.
pub(super) struct Conflict {
    pub(super) member: String,
    pub(super) reason: String,
}

/// What a shape got from its mixins so far.
pub(super) struct Inherited {
    draft: Draft,
    places: Places,
}

impl Inherited {
    /// Nothing yet, for a shape that uses mixins.
    pub(super) fn none(user: &Draft) -> Self {
        Self {
            draft: empty_copy(user),
            places: Places::new(),
        }
    }

    /// Adds what a mixin has beside members.
    pub(super) fn add_traits_and_form(&mut self, mixin: &Draft) -> Result<(), String> {
        let traits = inheritable(&self.draft, mixin)?;
        replace(&mut self.draft.traits, traits);
        join_forms(&mut self.draft.form, mixin.form.clone());
        Ok(())
    }

    /// Adds members, with their places where these are known. The first that come are taken over
    /// as they are.
    pub(super) fn add_members(
        &mut self,
        members: Vec<Member>,
        places: Option<Places>,
    ) -> Vec<Conflict> {
        if !self.draft.members.is_empty() {
            return self.override_members(members);
        }
        self.places = places.unwrap_or_else(|| places_of(&members));
        self.draft.members = members;
        Vec::new()
    }

    /// The shape with what it has itself, the places of its members, and what of it does not fit.
    pub(super) fn with_own(mut self, own: Draft) -> (Draft, Places, Vec<Conflict>) {
        replace(&mut self.draft.traits, own.traits);
        join_forms(&mut self.draft.form, own.form);
        let conflicts = self.override_members(own.members);
        (self.draft, self.places, conflicts)
    }

    /// Adds members; what is new about one that is there replaces what was.
    fn override_members(&mut self, over: Vec<Member>) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for member in over {
            let Some(place) = self.places.get(&member.name) else {
                let place = self.draft.members.len();
                self.places.insert(member.name.clone(), place);
                self.draft.members.push(member);
                continue;
            };
            let known = &mut self.draft.members[*place];
            if known.target != member.target {
                let reason = format!(
                    "the member `{}` is a `{}` in one place and a `{}` in another",
                    member.name, known.target, member.target
                );
                conflicts.push(Conflict {
                    member: member.name,
                    reason,
                });
                continue;
            }
            replace(&mut known.traits, member.traits);
        }
        conflicts
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

/// The traits that users of a mixin get.
fn inheritable(inherited: &Draft, mixin: &Draft) -> Result<Traits, String> {
    let name = mixin.id.name();
    let Some(definition) = mixin.traits.get::<Mixin>() else {
        return Err(format!("`{name}` is not a mixin"));
    };
    let (user, its) = (inherited.form.type_name(), mixin.form.type_name());
    if user != its {
        return Err(format!("a {user} cannot use `{name}`, a {its}"));
    }
    let mut traits = mixin.traits.clone();
    traits.remove(Mixin::ID);
    for id in &definition.local_traits {
        traits.remove(id);
    }
    Ok(traits)
}

/// Adds what services and operations refer to.
fn join_forms(base: &mut Form, over: Form) {
    match (base, over) {
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
}

fn join(base: &mut Vec<ShapeId>, over: Vec<ShapeId>) {
    let mut known: HashSet<ShapeId> = base.iter().cloned().collect();
    base.extend(over.into_iter().filter(|id| known.insert(id.clone())));
}

/// The places of members. Of two with one name, which is reported elsewhere, the first counts.
fn places_of(members: &[Member]) -> Places {
    let members = members.iter().enumerate().rev();
    members
        .map(|(place, member)| (member.name.clone(), place))
        .collect()
}
