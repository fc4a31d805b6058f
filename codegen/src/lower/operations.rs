//! Operations, with the structures that belong to each alone and the errors that the model names
//! for it.

use std::collections::BTreeSet;

use crate::ir::{ErrorVariant, Operation as IrOperation, OperationError, Structure, StructureKind};
use crate::model::traits::RequestCompression;
use crate::model::{Operation, Shape, ShapeId, ShapeKind, Traits};
use crate::rust::Ident;
use crate::select::Selection;

use super::names::OperationNames;
use super::{Lowering, docs_of, errors, example, host_prefix};

impl Lowering<'_> {
    /// The chosen operations, by name.
    pub(super) fn operations(&self, selection: &Selection<'_>) -> Vec<IrOperation> {
        let operations = super::operations(selection);
        let errors = operations.flat_map(|(_, operation)| super::errors_of(selection, operation));
        let errors: BTreeSet<&ShapeId> = errors.collect();
        super::operations(selection)
            .filter_map(|(shape, operation)| {
                let names = self.names.operation(&shape.id)?.clone();
                let own = super::errors_of(selection, operation);
                let error = OperationError {
                    name: names.error.clone(),
                    errors: self.error_variants(&own),
                    told_apart: errors::of_operation(&self.names, &own, &errors),
                };
                Some(self.operation(shape, operation, names, error))
            })
            .collect()
    }

    fn operation(
        &self,
        shape: &Shape,
        operation: &Operation,
        names: OperationNames,
        error: OperationError,
    ) -> IrOperation {
        let input = self.own_structure(&operation.input, StructureKind::Input, names.input);
        IrOperation {
            id: shape.id.clone(),
            wire_name: shape.id.name().to_owned(),
            name: names.method,
            docs: docs_of::shape(&shape.traits),
            deprecated: docs_of::deprecation(&shape.traits),
            http: self.http_request(shape, &input),
            host_prefix: host_prefix::of(shape, &input),
            own_endpoint: self.own_endpoint(shape, &input),
            endpoint_bindings: Vec::new(),
            auth_schemes: None,
            unsigned_payload: false,
            compresses: compresses(shape) && input.streamed().is_none(),
            pagination: None,
            waiters: Vec::new(),
            example: example::input(self.model, shape, &operation.input, &input),
            input,
            output: self.own_structure(&operation.output, StructureKind::Output, names.output),
            error,
            success: self.success(shape),
        }
    }

    /// The input or output of one operation; an empty structure where the model has none.
    fn own_structure(&self, id: &ShapeId, kind: StructureKind, names: (Ident, Ident)) -> Structure {
        let mut structure = match self.model.shape(id) {
            Some(shape) => self.structure(shape, kind, names),
            None => {
                let members = Vec::new();
                let kind_of_shape = ShapeKind::Structure { members };
                let traits = Traits::default();
                let unit = Shape {
                    id: id.clone(),
                    kind: kind_of_shape,
                    traits,
                };
                self.structure(&unit, kind, names)
            }
        };
        // What it shares a shape with may travel the other way too.
        structure.direction.written = kind == StructureKind::Input;
        structure.direction.read = kind == StructureKind::Output;
        structure
    }

    fn error_variants(&self, own: &[&ShapeId]) -> Vec<ErrorVariant> {
        let variants = own.iter().filter_map(|id| {
            Some(ErrorVariant {
                name: self.names.error_variant(id),
                structure: self.names.type_name(id)?.clone(),
                id: (*id).clone(),
            })
        });
        let mut variants: Vec<ErrorVariant> = variants.collect();
        variants.sort_by(|a, b| a.name.cmp(&b.name));
        variants
    }
}

/// Whether a model lets an operation's requests be compressed in the one way that we know.
fn compresses(operation: &Shape) -> bool {
    let compression = operation.traits.get::<RequestCompression>();
    compression.is_some_and(|compression| compression.encodings.iter().any(|way| way == "gzip"))
}
