//! Markers: the traits that say of required members that they have been set. One stands for all
//! members with setters of the same name, so that its name depends on nothing else.

use std::collections::BTreeMap;

use crate::ir::Required;
use crate::rust::{Ident, Scope, pascal_case};

use super::reserved::OUR_MARKERS;
use super::structures::Member;

/// The markers of a service, by the setters of the members.
pub(super) struct Markers(BTreeMap<Ident, Required>);

impl Markers {
    /// The marker of the members that are set by this.
    pub fn of(&self, setter: &Ident) -> Option<&Required> {
        self.0.get(setter)
    }

    /// All of them, by name.
    pub fn all(&self) -> Vec<Required> {
        let mut all: Vec<Required> = self.0.values().cloned().collect();
        all.sort();
        all
    }
}

/// Gives each required member of a service its marker.
///
/// `types` are the types of the service: a type parameter of such a name would hide the type.
pub(super) fn assign<'a, 'm: 'a>(
    members: impl Iterator<Item = &'a Member<'m>>,
    types: &Scope,
) -> Markers {
    // Which spelling the compiler tells, where there are several, depends on no order.
    let mut by_setter: BTreeMap<&Ident, &str> = BTreeMap::new();
    for member in members.filter(|member| member.is_required) {
        let spelling = &member.model.name;
        let told = by_setter.entry(&member.name).or_insert(spelling);
        *told = spelling.as_str().min(*told);
    }
    let setters: Vec<&str> = by_setter.keys().map(|setter| setter.as_str()).collect();
    let markers = Scope::of_types(OUR_MARKERS).claim_each(&setters, pascal_case, "Member");
    let mut parameters = types.clone();
    let all = by_setter.into_iter().zip(markers);
    let all = all.map(|((setter, member), marker)| {
        let required = Required {
            parameter: parameter(&marker, &mut parameters),
            marker,
            member: member.to_owned(),
            setter: setter.clone(),
        };
        (setter.clone(), required)
    });
    Markers(all.collect())
}

/// The type parameter that goes with a marker.
fn parameter(marker: &Ident, taken: &mut Scope) -> Ident {
    let suffix = if !taken.is_free(marker) || is_state(marker.as_str()) {
        "Member"
    } else {
        ""
    };
    taken.claim(&format!("{}{suffix}", marker.as_str()), "Member")
}

/// Whether a name is one of those that builders give to the states of their required members:
/// `S1`, `S2` and so on.
fn is_state(name: &str) -> bool {
    name.strip_prefix('S')
        .is_some_and(|number| number.parse::<usize>().is_ok())
}
