//! Keys of definitions that mean nothing. The JSON AST says nothing of them, so that they are no error; one
//! that is almost another is a slip.

use super::ast::{Definition, MemberDefinition};
use super::shape_id::ShapeId;
use super::sources::Sources;
use crate::diagnostic::{Diagnostic, nearest};

/// Warns of those of a definition in one of the files.
pub(super) fn warn(
    id: &ShapeId,
    definition: &Definition,
    file: usize,
    sources: &Sources,
    warnings: &mut Vec<Diagnostic>,
) {
    let mut warn = |id: &ShapeId, unknown: &[String], known: &[&'static str]| {
        for key in unknown {
            let Some(meant) = nearest(key, known.iter().copied()).first().copied() else {
                continue;
            };
            let place = sources.locate_in(file, id, &[key]);
            let problem = Diagnostic::unlikely(&format!("the key `{key}` of `{id}`"), meant, place);
            warnings.push(problem.shape(id));
        }
    };
    warn(id, &definition.unknown, Definition::KEYS);
    let of_list = [
        ("member", &definition.member),
        ("key", &definition.key),
        ("value", &definition.value),
    ];
    let of_list = of_list
        .into_iter()
        .filter_map(|(name, member)| Some((name, member.as_ref()?)));
    let members = definition
        .members
        .0
        .iter()
        .map(|(name, member)| (name.as_str(), member));
    for (name, member) in of_list.chain(members) {
        if !member.unknown.is_empty() {
            warn(
                &id.with_member(name),
                &member.unknown,
                MemberDefinition::KEYS,
            );
        }
    }
}
