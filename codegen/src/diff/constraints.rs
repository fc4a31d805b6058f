//! What inputs are checked against.

use std::collections::BTreeMap;

use super::change::{Kind, Severity};
use super::comparison::{Comparison, Location};
use crate::ir::{Constraints, Docs, Service};
use crate::model::ShapeId;
use crate::rust::Ident;

/// What is asked of the values of members, as one text each.
pub(super) type Asked = BTreeMap<ShapeId, String>;

/// All that a service asks.
pub(super) fn asked(service: &Service) -> Asked {
    let constraints = &service.constraints;
    let members = constraints.shapes.iter().flat_map(|shape| &shape.members);
    // What is asked of a structure or union is asked of its own members.
    let asked = members.filter_map(|member| {
        let rules = member.rules.as_ref()?;
        Some((member.id.clone(), text(constraints, rules)))
    });
    asked.collect()
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

impl Comparison<'_> {
    /// What the value of a member or variant is checked against, where its documentation does not
    /// tell.
    pub fn constraints(
        &mut self,
        location: &Location,
        [old, new]: [&ShapeId; 2],
        [old_docs, new_docs]: [&Docs; 2],
    ) {
        let is_same = self.old_asked.get(old) == self.new_asked.get(new);
        if !is_same && old_docs.constraints == new_docs.constraints {
            let reason = "its constraints are others; the service checks them, and the crate where \
                          it is asked to";
            self.note(location, Severity::Patch, Kind::Constraints, reason);
        }
    }
}
