//! Errors of one code: what of a response tells which of them it is.
//!
//! Responses tell errors by the names of their shapes. A service may have several of one name, of
//! different namespaces, and call the others otherwise in code (`rename`). Their namespace tells
//! them apart, where a response says it.

use std::collections::BTreeSet;

use super::names::Names;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{ErrorChoice, Operation, Service};
use crate::model::{Model, ShapeId};

/// The errors of a service, in the order in which a response is compared with them: where it says
/// no namespace, the first of one code is taken.
pub(super) fn of_service<'e>(
    names: &Names,
    errors: impl Iterator<Item = &'e ShapeId>,
) -> Vec<ErrorChoice> {
    choices(names, &errors.collect::<Vec<_>>())
}

/// The same as far as an operation does not choose as its service does: it takes the first of its
/// `own` among all of the code, in the order of the model.
pub(super) fn of_operation(
    names: &Names,
    own: &[&ShapeId],
    all: &BTreeSet<&ShapeId>,
) -> Vec<ErrorChoice> {
    let namesakes = |id: &ShapeId| all.iter().filter(|other| other.name() == id.name()).count();
    let shared: Vec<&ShapeId> = own.iter().copied().filter(|id| namesakes(id) > 1).collect();
    let names_shared = |id: &ShapeId| shared.iter().any(|own| own.name() == id.name());
    let others = all.iter().copied();
    let others = others.filter(|id| names_shared(id) && !shared.contains(id));
    let errors: Vec<&ShapeId> = shared.iter().copied().chain(others).collect();
    choices(names, &errors)
}

fn choices(names: &Names, errors: &[&ShapeId]) -> Vec<ErrorChoice> {
    let mut codes = BTreeSet::new();
    let (first, others): (Vec<&ShapeId>, Vec<&ShapeId>) =
        errors.iter().partition(|id| codes.insert(id.name()));
    let choice = |id: &ShapeId, namespace| ErrorChoice {
        code: id.name().to_owned(),
        namespace,
        variant: names.error_variant(id),
    };
    let others = others
        .into_iter()
        .map(|id| choice(id, Some(id.namespace().to_owned())));
    others
        .chain(first.into_iter().map(|id| choice(id, None)))
        .collect()
}

/// A warning for each operation that has several errors of one code: a response that does not say
/// the namespace may mean any of them.
pub fn warnings(model: &Model, service: &Service) -> Vec<Diagnostic> {
    let operations = service.operations.iter();
    operations
        .flat_map(|operation| of_one_code(model, operation))
        .collect()
}

fn of_one_code(model: &Model, operation: &Operation) -> Vec<Diagnostic> {
    let chosen = operation.error.told_apart.iter();
    let chosen = chosen.filter(|choice| choice.namespace.is_none());
    let warnings = chosen.filter_map(|choice| {
        let all = operation.error.errors.iter();
        let ids = all.map(|error| &error.id);
        let ids: Vec<&ShapeId> = ids.filter(|id| id.name() == choice.code).collect();
        let [_, second, ..] = *ids else {
            return None;
        };
        let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        let message = format!(
            "`{}` has several errors that responses call `{}`: `{}`",
            operation.id.name(),
            choice.code,
            ids.join("`, `")
        );
        let help = format!(
            "responses that say the namespace are told apart; any other is taken for `{}`",
            choice.variant
        );
        let problem = model.problem(Code::AmbiguousError, &operation.id, &["errors"], message);
        Some(
            problem
                .at(model.sources().locate(second, &[]))
                .help(help)
                .warning(),
        )
    });
    warnings.collect()
}
