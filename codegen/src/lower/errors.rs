//! Errors: the codes by which responses tell them, and their variants in the service's error enum.

use std::collections::BTreeMap;

use crate::model::traits::{AwsQueryError, Error};
use crate::model::{Model, Operation, Shape, ShapeId};
use crate::rust::Ident;
use crate::select::Selection;

use super::names::Names;

/// All errors of a service.
pub(super) struct Errors<'m>(BTreeMap<&'m ShapeId, DecidedError>);

/// What is decided of an error.
pub(super) struct DecidedError {
    /// Its type.
    pub structure: Ident,
    /// Its variant in the service's error enum.
    pub variant: Ident,
    /// The code by which a response tells it.
    pub code: String,
    /// Its code in awsQuery, where the model gives it one.
    pub query_code: Option<String>,
    /// Whether some operation has another error with this code.
    pub shares_code: bool,
    /// Whether its code alone means it: of several errors of one code, the first by name.
    pub owns_code: bool,
}

/// Finds the errors that are chosen, and their codes.
pub(super) fn find<'m>(
    model: &'m Model,
    selection: &'m Selection<'_>,
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
    let mut owners: BTreeMap<&str, &ShapeId> = BTreeMap::new();
    for (_, shape) in &shapes {
        owners.entry(code(&shape.id)).or_insert(&shape.id);
    }
    let mut answered: BTreeMap<&str, Vec<&ShapeId>> = BTreeMap::new();
    for (_, operation) in super::operations(selection) {
        for id in super::errors_of(selection, operation) {
            let same = answered.entry(code(id)).or_default();
            if !same.contains(&id) {
                same.push(id);
            }
        }
    }
    let errors = shapes.into_iter().map(|(structure, shape)| {
        let code = code(&shape.id);
        let same = answered.get(code).map_or(&[][..], Vec::as_slice);
        let error = DecidedError {
            structure: structure.clone(),
            variant: names.error_variant(&shape.id),
            query_code: shape.traits.get().map(|AwsQueryError { code, .. }| code),
            shares_code: same.iter().any(|other| **other != shape.id),
            owns_code: owners.get(code) == Some(&&shape.id),
            code: code.to_owned(),
        };
        (&shape.id, error)
    });
    Errors(errors.collect())
}

/// The code by which responses tell an error: its name.
fn code(error: &ShapeId) -> &str {
    error.name()
}

impl Errors<'_> {
    /// An error, by its shape.
    pub fn of(&self, id: &ShapeId) -> Option<&DecidedError> {
        self.0.get(id)
    }

    /// The errors that an operation can answer with, by their variants.
    pub fn of_operation(
        &self,
        selection: &Selection<'_>,
        operation: &Operation,
    ) -> Vec<&DecidedError> {
        let own = super::errors_of(selection, operation);
        let mut errors: Vec<&DecidedError> = own.into_iter().filter_map(|id| self.of(id)).collect();
        errors.sort_by(|a, b| a.variant.cmp(&b.variant));
        errors
    }
}
