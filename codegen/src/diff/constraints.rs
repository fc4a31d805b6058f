//! What inputs are checked against.

use std::collections::BTreeMap;

use crate::ir::{Constraints, Service};
use crate::model::ShapeId;
use crate::rust::Ident;

/// What is asked of the values of members, as one text each.
pub(super) type ConstraintTexts = BTreeMap<ShapeId, String>;

/// All that a service asks.
pub(super) fn texts(service: &Service) -> ConstraintTexts {
    let constraints = &service.constraints;
    let members = constraints.shapes.iter().flat_map(|shape| &shape.members);
    // What is asked of a structure or union is asked of its own members.
    let texts = members.filter_map(|member| {
        let rules = member.rules.as_ref()?;
        Some((member.id.clone(), text(constraints, rules)))
    });
    texts.collect()
}

fn text(constraints: &Constraints, name: &Ident) -> String {
    let Some(rules) = constraints.rules(name) else {
        return String::new();
    };
    let pattern = rules.pattern.as_ref();
    let pattern = pattern.and_then(|name| constraints.pattern(name));
    let pattern = pattern.map(|pattern| &pattern.model);
    let within = |name: &Option<Ident>| name.as_ref().map(|name| text(constraints, name));
    format!(
        "{name} {:?} {:?} {pattern:?} {} {} {:?} {:?}",
        rules.length,
        rules.range,
        rules.unique_items,
        rules.sensitive,
        within(&rules.keys),
        within(&rules.items),
    )
}
