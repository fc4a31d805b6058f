//! A structure or a union, and what there is to know of all its members before any is looked at.

use std::collections::HashSet;

use super::document::{Member, Shape};

/// A structure or a union.
pub(super) struct Structure<'a> {
    pub(super) payload: Option<&'a str>,
    required: HashSet<&'a str>,
    /// The names in bodies of members that are not on their way out.
    current: HashSet<&'a str>,
}

impl<'a> Structure<'a> {
    pub(super) fn new(shape: &'a Shape) -> Self {
        let members = shape.members.0.iter();
        let current = members.filter(|(_, member)| !member.deprecated && member.location.is_none());
        // Of the members of a union one is there, whichever.
        let is_union = shape.union || shape.eventstream;
        let required = shape.required.iter().filter(|_| !is_union);
        Self {
            payload: shape.payload.as_deref(),
            required: required.map(String::as_str).collect(),
            current: current
                .map(|(name, member)| in_body(name, member))
                .collect(),
        }
    }

    /// Whether a member has to be there.
    pub(super) fn requires(&self, name: &str) -> bool {
        self.required.contains(name)
    }

    /// Whether another member has come for a deprecated one, and has its name in messages: botocore reads both, but
    /// nobody could say which of them a value is of.
    pub(super) fn has_replaced(&self, name: &str, member: &Member) -> bool {
        let may_be = member.deprecated && member.location.is_none();
        may_be && self.current.contains(in_body(name, member))
    }
}

/// What a member is called in bodies.
fn in_body<'a>(name: &'a str, member: &'a Member) -> &'a str {
    member.location_name.as_deref().unwrap_or(name)
}
