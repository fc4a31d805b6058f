//! Errors: the codes by which responses tell them, their variants in the service's error enum, and
//! what tells those of one code apart.
//!
//! Responses tell errors by the names of their shapes, or in awsQuery by codes of its own. A service may have several of one name, of
//! different namespaces, and call the others otherwise in code (`rename`). Their namespace tells
//! them apart, where a response says it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{self, ErrorChoice};
use crate::model::traits::{AwsQueryError, Error};
use crate::model::{Model, Operation, Shape, ShapeId};
use crate::rust::Ident;
use crate::select::Selection;

use super::WireRules;
use super::names::Names;

/// All errors of a service.
pub(super) struct Errors<'m> {
    by_shape: BTreeMap<&'m ShapeId, DecidedError<'m>>,
    /// In the order of their types' names.
    by_name: Vec<&'m ShapeId>,
    /// Those that operations answer with.
    answered: BTreeSet<&'m ShapeId>,
}

/// What is decided of an error.
pub(super) struct DecidedError<'m> {
    /// Its shape.
    pub id: &'m ShapeId,
    /// Its type.
    pub structure: Ident,
    /// Its variant in the service's error enum.
    pub variant: Ident,
    /// The code by which a response tells it.
    pub code: String,
    /// Its code in awsQuery, where the model gives it one.
    pub query_code: Option<String>,
}

/// Finds the errors that are chosen, and their codes.
pub(super) fn find<'m>(
    model: &'m Model,
    selection: &'m Selection<'_>,
    rules: &WireRules,
    names: &Names,
) -> Errors<'m> {
    let mut shapes: Vec<(&Ident, &Shape)> = selection
        .shapes
        .iter()
        .filter_map(|id| model.shape(id))
        .filter(|shape| shape.traits.has::<Error>())
        .filter_map(|shape| Some((names.type_name(&shape.id)?, shape)))
        .collect();
    shapes.sort_by_key(|(name, _)| *name);
    let operations = super::chosen_operations(selection);
    let answered = operations.flat_map(|(_, operation)| super::errors_of(selection, operation));
    Errors {
        by_name: shapes.iter().map(|(_, shape)| &shape.id).collect(),
        answered: answered.collect(),
        by_shape: shapes
            .into_iter()
            .map(|(structure, shape)| {
                let query_code = shape.traits.get().map(|AwsQueryError { code, .. }| code);
                let code = query_code.as_deref().filter(|_| rules.query_error_codes);
                let error = DecidedError {
                    id: &shape.id,
                    structure: structure.clone(),
                    variant: names.error_variant(&shape.id),
                    code: code.unwrap_or(shape.id.name()).to_owned(),
                    query_code,
                };
                (&shape.id, error)
            })
            .collect(),
    }
}

impl Errors<'_> {
    /// An error, by its shape.
    pub fn of(&self, id: &ShapeId) -> Option<&DecidedError<'_>> {
        self.by_shape.get(id)
    }

    /// The errors that an operation can answer with, by their variants.
    pub fn of_operation(
        &self,
        selection: &Selection<'_>,
        operation: &Operation,
    ) -> Vec<&DecidedError<'_>> {
        let own = super::errors_of(selection, operation);
        let mut errors: Vec<_> = own.into_iter().filter_map(|id| self.of(id)).collect();
        errors.sort_by(|a, b| a.variant.cmp(&b.variant));
        errors
    }

    /// All of them in the order in which a response is compared with them: where it says no
    /// namespace, the first of one code is taken.
    pub fn choices(&self) -> Vec<ErrorChoice> {
        self.choices_of(self.by_name.iter().copied())
    }

    /// The same as far as an operation does not choose as its service does: it takes the first of
    /// its own among all of the code, in the order of the model.
    pub fn choices_of_operation(
        &self,
        selection: &Selection<'_>,
        operation: &Operation,
    ) -> Vec<ErrorChoice> {
        let own = super::errors_of(selection, operation);
        let all = || self.answered.iter().copied();
        let code = |id: &ShapeId| self.of(id).map(|error| error.code.as_str());
        let namesakes = |id: &ShapeId| all().filter(|other| code(other) == code(id)).count();
        let shared: Vec<&ShapeId> = own.into_iter().filter(|id| namesakes(id) > 1).collect();
        let is_shared = |id: &ShapeId| shared.iter().any(|own| code(own) == code(id));
        let others = all().filter(|id| is_shared(id) && !shared.contains(id));
        self.choices_of(shared.iter().copied().chain(others))
    }

    fn choices_of<'e>(&self, errors: impl Iterator<Item = &'e ShapeId>) -> Vec<ErrorChoice> {
        let mut codes = BTreeSet::new();
        let errors = errors.filter_map(|id| self.of(id));
        let (first, others): (Vec<&DecidedError<'_>>, Vec<&DecidedError<'_>>) =
            errors.partition(|error| codes.insert(&error.code));
        let choice = |error: &DecidedError<'_>, namespace| ErrorChoice {
            code: error.code.clone(),
            namespace,
            variant: error.variant.clone(),
        };
        let others = others
            .into_iter()
            .map(|error| choice(error, Some(error.id.namespace().to_owned())));
        others
            .chain(first.into_iter().map(|error| choice(error, None)))
            .collect()
    }
}

/// A warning for each operation that has several errors of one code: a response that does not say
/// the namespace may mean any of them.
pub fn warnings(model: &Model, service: &ir::Service) -> Vec<Diagnostic> {
    let operations = service.operations.iter();
    operations
        .flat_map(|operation| of_one_code(model, operation))
        .collect()
}

fn of_one_code(model: &Model, operation: &ir::Operation) -> Vec<Diagnostic> {
    let chosen = operation.error.told_apart.iter();
    let chosen = chosen.filter(|choice| choice.namespace.is_none());
    let warnings = chosen.filter_map(|choice| {
        let all = operation.error.errors.iter();
        let ids = all.filter(|error| error.code == choice.code);
        let ids: Vec<&ShapeId> = ids.map(|error| &error.id).collect();
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
