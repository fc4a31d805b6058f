//! What services answer, and callers never have to make.

use super::{Operation, Service, Shape, Structure};

/// The structures that are no part of any input, each with the operation whose output it is, where
/// it is one.
pub fn output_only<'s>(
    operations: &'s [Operation],
    types: &'s [Shape],
    errors: &'s [Structure],
) -> impl Iterator<Item = (&'s Structure, Option<&'s Operation>)> {
    let outputs = operations.iter().map(|one| (&one.output, Some(one)));
    let types = types.iter().filter_map(|shape| match shape {
        Shape::Structure(structure) => Some(structure),
        Shape::Union(_) | Shape::Enum(_) => None,
    });
    let shared = errors.iter().chain(types).map(|one| (one, None));
    outputs
        .chain(shared)
        .filter(|(one, _)| one.is_output_only())
}

impl Service {
    /// The structures that are no part of any input, each with the operation whose output it is,
    /// where it is one.
    pub fn output_only(&self) -> impl Iterator<Item = (&Structure, Option<&Operation>)> {
        output_only(&self.operations, &self.types, &self.errors)
    }
}
