//! Checks that a model makes sense, once for what is written in the files and once for what
//! it comes to. Each check reports all that it finds.

mod endless;
mod references;
mod unlikely;
mod whole;

use super::Model;
use super::merge::Merged;
use super::shape_id::ShapeId;
use super::sources::Sources;
use super::traits::{self, Traits};
use crate::diagnostic::{Code, Diagnostic};

/// Checks what is written: the values of traits, and that references lead to what they should.
/// Mixins are not resolved yet, so that each problem is met once, where it was written.
pub(super) fn drafts(merged: &Merged, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    for draft in merged.drafts.values() {
        trait_values(&draft.id, &draft.traits, sources, problems);
        for member in &draft.members {
            trait_values(&member.id, &member.traits, sources, problems);
        }
    }
    for applied in merged.for_inherited.values().flatten() {
        trait_values(&applied.id, &applied.traits, sources, problems);
    }
    references::check(merged, sources, problems);
}

/// Checks what the model comes to.
pub(super) fn model(model: &Model, problems: &mut Vec<Diagnostic>) {
    whole::check(model, problems);
    endless::check(model, problems);
}

/// What the model has and is hardly meant: a warning for each.
pub(super) fn warnings(model: &Model) -> Vec<Diagnostic> {
    unlikely::find(model)
}

fn trait_values(id: &ShapeId, traits: &Traits, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    for (name, value) in traits.iter() {
        if let Err(reason) = traits::check(name, value) {
            let message = format!("the value of the trait `{name}` is wrong: {reason}");
            problems.push(
                Diagnostic::new(Code::InvalidTrait, message)
                    .shape(id)
                    .at(sources.locate(id, &["traits", name]))
                    .help("see https://smithy.io/2.0/trait-index.html for what the trait takes"),
            );
        }
    }
}
