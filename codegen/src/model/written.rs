//! What one file of a model says, in whatever notation: drafts of the shapes that it defines, the traits that
//! it applies to shapes of other files, and its metadata.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::ast::Definition;
use super::define::Definer;
use super::draft::Draft;
use super::shape_id::ShapeId;
use super::sources::{Origin, Sources};
use super::traits::Traits;
use super::unknown_keys;
use crate::diagnostic::Diagnostic;

/// What is written in one file.
#[derive(Default)]
pub(super) struct Written {
    pub(super) drafts: Vec<Draft>,
    pub(super) applied: Vec<Applied>,
    pub(super) metadata: BTreeMap<String, Value>,
    /// Members whose targets are left out.
    pub(super) elided: Vec<Elided>,
    /// Shapes whose definition was there and could not be read.
    pub(super) unread: BTreeSet<ShapeId>,
    /// Keys that mean nothing, and are almost others.
    pub(super) warnings: Vec<Diagnostic>,
}

/// Traits applied from outside the definition of a shape or member.
#[derive(Clone)]
pub(super) struct Applied {
    pub(super) id: ShapeId,
    pub(super) traits: Traits,
    pub(super) origin: Origin,
}

/// A member whose target is what a resource or a mixin has under its name.
pub(super) struct Elided {
    pub(super) id: ShapeId,
    /// The resource that is asked first.
    pub(super) resource: Option<ShapeId>,
    pub(super) origin: Origin,
}

impl Written {
    /// Adds what a file says of a shape, or applies to one.
    pub(super) fn add(
        &mut self,
        id: ShapeId,
        definition: Definition,
        origin: Origin,
        sources: &Sources,
        problems: &mut Vec<Diagnostic>,
    ) {
        unknown_keys::warn(&id, &definition, origin.file, sources, &mut self.warnings);
        if definition.kind == "apply" {
            return self.applied.push(Applied {
                id,
                traits: definition.traits,
                origin,
            });
        }
        let mut definer = Definer::new(&id, origin.file, sources, problems);
        match definer.define(definition, origin) {
            Some(draft) => self.drafts.push(draft),
            None => _ = self.unread.insert(id),
        }
    }
}
