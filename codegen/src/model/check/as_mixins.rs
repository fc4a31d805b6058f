//! Shapes that are mixins are whole, and have nothing that their users do not get.
//!
//! <https://smithy.io/2.0/spec/mixins.html>

use crate::diagnostic::{Code, Diagnostic};
use crate::model::draft::{Draft, Form};
use crate::model::merge::Merged;
use crate::model::shape::Resource;
use crate::model::shape_id::ShapeId;
use crate::model::sources::Sources;
use crate::model::traits::Mixin;

/// Checks all mixins. Those that are gone once they have been copied are never seen again.
pub(super) fn check(merged: &Merged, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let mixins = merged.drafts.values();
    for mixin in mixins.filter(|draft| draft.traits.has::<Mixin>()) {
        let found = useless(mixin).into_iter().chain(lacking(mixin));
        let place = || mixin.place(sources);
        problems.extend(found.map(|problem| problem.shape(&mixin.id).at(place())));
    }
}

/// What stands in a mixin for nothing.
fn useless(mixin: &Draft) -> Option<Diagnostic> {
    let (what, help) = match &mixin.form {
        Form::Operation(operation)
            if [&operation.input, &operation.output]
                .iter()
                .any(|id| **id != ShapeId::unit()) =>
        {
            (
                "an operation that is a mixin has an input or an output",
                "let each operation have its own",
            )
        }
        Form::Resource(resource) if **resource != Resource::default() => (
            "a resource that is a mixin has properties",
            "let each resource have its own",
        ),
        _ => return None,
    };
    let message = format!("{what}, which its users do not get");
    Some(Diagnostic::new(Code::InvalidMixin, message).help(help))
}

/// Members that a mixin lacks, where it has no mixins itself that may have them.
fn lacking(mixin: &Draft) -> Vec<Diagnostic> {
    if !mixin.mixins.is_empty() {
        return Vec::new();
    }
    let is_there = |name: &str| mixin.members.iter().any(|member| member.name == name);
    let needed = mixin.form.needed_members().iter();
    let missing = needed.filter(|name| !is_there(name));
    let mut missing: Vec<String> = missing.map(|name| format!("its `{name}`")).collect();
    if mixin.form.needs_any_member() && mixin.members.is_empty() {
        missing.push("any member".to_owned());
    }
    let told = missing.into_iter().map(|what| {
        let message = format!("the mixin `{}` lacks {what}", mixin.id.name());
        Diagnostic::new(Code::MissingMember, message).help("define what is missing")
    });
    told.collect()
}
