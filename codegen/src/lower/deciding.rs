//! What the members of structures and unions are decided upon.

use std::collections::BTreeSet;

use super::WireRules;
use super::customizations::Customizations;
use super::names::Names;
use crate::model::{Model, ShapeId};

/// What members are decided upon.
pub(super) struct Deciding<'d, 'm> {
    pub model: &'m Model,
    pub rules: &'d WireRules,
    pub names: &'d Names,
    pub customizations: &'d Customizations,
    /// The structures that have a `Default` where they are types of their own.
    pub with_default: BTreeSet<&'m ShapeId>,
    /// The structures that are events of which members are headers, or one is the payload.
    pub bound_events: BTreeSet<&'m ShapeId>,
}
