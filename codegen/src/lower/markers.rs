//! Markers: the traits that say of required members that they have been set. One stands for all
//! members with setters of the same name, so that its name depends on nothing else.

use std::collections::BTreeMap;

use crate::ir::{Operation, Required, Shape, Structure};
use crate::rust::{Ident, Scope, pascal_case};

use super::reserved::OUR_MARKERS;

/// Gives each required member of a service its marker; all of them, by name.
///
/// `types` are the types of the service: a type parameter of such a name would hide the type.
pub(super) fn assign(
    operations: &mut [Operation],
    shapes: &mut [Shape],
    errors: &mut [Structure],
    types: &Scope,
) -> Vec<Required> {
    let mut members = required_members(operations, shapes, errors);
    // Which spelling the compiler tells, where there are several, depends on no order.
    let mut by_setter: BTreeMap<Ident, String> = BTreeMap::new();
    for required in &members {
        let told = by_setter.entry(required.setter.clone()).or_default();
        if told.is_empty() || required.member < *told {
            told.clone_from(&required.member);
        }
    }
    let setters: Vec<&str> = by_setter.keys().map(Ident::as_str).collect();
    let markers = Scope::of_types(OUR_MARKERS).claim_each(&setters, pascal_case, "Member");
    let mut parameters = types.clone();
    let all = by_setter.into_iter().zip(markers);
    let all: BTreeMap<Ident, Required> = all
        .map(|((setter, member), marker)| {
            let required = Required {
                parameter: parameter(&marker, &mut parameters),
                marker,
                member,
                setter: setter.clone(),
            };
            (setter, required)
        })
        .collect();
    for required in &mut members {
        if let Some(assigned) = all.get(&required.setter) {
            required.clone_from(assigned);
        }
    }
    let mut all: Vec<Required> = all.into_values().collect();
    all.sort();
    all
}

fn required_members<'s>(
    operations: &'s mut [Operation],
    shapes: &'s mut [Shape],
    errors: &'s mut [Structure],
) -> Vec<&'s mut Required> {
    let own = operations
        .iter_mut()
        .flat_map(|operation| [&mut operation.input, &mut operation.output]);
    let shared = shapes.iter_mut().filter_map(|shape| match shape {
        Shape::Structure(structure) => Some(structure),
        Shape::Union(_) | Shape::Enum(_) => None,
    });
    own.chain(shared)
        .chain(errors)
        .flat_map(|structure| &mut structure.members)
        .filter_map(|member| member.required.as_mut())
        .collect()
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
