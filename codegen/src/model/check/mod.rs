//! Checks that a model makes sense, once for what is written in the files and once for what
//! it comes to. Each check reports all that it finds.

mod as_mixins;
mod endless;
mod references;
mod unlikely;
mod whole;

use super::Model;
use super::merge::Merged;
use super::shape_id::ShapeId;
use super::sources::Sources;
use super::traits::{self, TraitDefinition, Traits};
use crate::diagnostic::{Code, Diagnostic};

/// Checks what is written: the values of traits, and that references lead to what they should.
/// Mixins are not resolved yet, so that each problem is met once, where it was written.
pub(super) fn drafts(merged: &Merged, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let mut check = |id: &ShapeId, traits: &Traits| {
        trait_values(id, traits, sources, problems);
        trait_shapes(merged, id, traits, sources, problems);
    };
    for draft in merged.drafts.values() {
        check(&draft.id, &draft.traits);
        for member in &draft.members {
            check(&member.id, &member.traits);
        }
    }
    for applied in merged.for_inherited.values().flatten() {
        check(&applied.id, &applied.traits);
    }
    references::check(merged, sources, problems);
    as_mixins::check(merged, sources, problems);
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

/// Tells shapes of the model that are applied as traits, and are none. What no file defines may be one.
fn trait_shapes(
    merged: &Merged,
    id: &ShapeId,
    traits: &Traits,
    sources: &Sources,
    problems: &mut Vec<Diagnostic>,
) {
    for (name, _) in traits.iter() {
        let shape = merged.drafts.get(name);
        if let Some(shape) = shape.filter(|shape| !shape.traits.has::<TraitDefinition>()) {
            let defined = shape.place(sources);
            let message = format!("`{name}` is applied as a trait, and is none");
            problems.push(
                Diagnostic::new(Code::MisplacedTrait, message)
                    .shape(id)
                    .at(sources.locate(id, &["traits", name]))
                    .at(defined.map(|place| place.note("defined here")))
                    .help("give its definition the trait `smithy.api#trait`, or apply another one"),
            );
        }
    }
}
