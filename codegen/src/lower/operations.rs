//! Operations, with the structures that belong to each alone and the errors that the model names
//! for it.

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::ir::endpoint::RuleSet;
use crate::ir::{
    ErrorChoice, ErrorVariant, Operation as IrOperation, OperationError, Structure, StructureKind,
};
use crate::model::traits::{RequestCompression, UnsignedPayload};
use crate::model::{Operation, Shape, ShapeId, ShapeKind, Traits};
use crate::rust::Ident;
use crate::select::Selection;
use crate::stack;

use super::errors::DecidedError;
use super::names::OperationNames;
use super::{Lowering, auth, docs_of, example, host_prefix};

/// What is the same for all operations of a service.
pub(super) struct OfService<'a> {
    /// The ways to authenticate, the best first.
    pub auth_schemes: &'a [String],
    /// The rules that give the endpoint.
    pub endpoint: Option<&'a RuleSet>,
}

/// An operation of the model, with what is decided of it.
pub(super) struct Call<'a> {
    /// Its shape.
    pub shape: &'a Shape,
    /// What its shape has.
    pub operation: &'a Operation,
    /// Its names.
    pub names: &'a OperationNames,
    /// The errors that it can answer with, by their variants.
    pub errors: &'a [&'a DecidedError<'a>],
    /// How errors of one code are told apart in responses to it.
    pub told_apart: Vec<ErrorChoice>,
}

impl Lowering<'_> {
    /// The chosen operations, by name.
    ///
    /// # Errors
    /// Everything that the model says of them and that cannot be.
    pub(super) fn operations(
        &self,
        selection: &Selection<'_>,
        of_service: &OfService<'_>,
    ) -> Result<Vec<IrOperation>, Vec<Diagnostic>> {
        let chosen: Vec<(&Shape, &Operation)> = super::chosen_operations(selection).collect();
        let lowered = |(shape, operation): (&Shape, &Operation)| {
            let mut problems = Vec::new();
            let errors = self.decided.errors.of_operation(selection, operation);
            let call = Call {
                shape,
                operation,
                names: self.names.operation(&shape.id)?,
                errors: &errors,
                told_apart: self
                    .decided
                    .errors
                    .choices_of_operation(selection, operation),
            };
            let operation = self.operation(&call, of_service, &mut problems);
            Some((operation, problems))
        };
        let lowered: Vec<(IrOperation, Vec<Diagnostic>)> =
            stack::in_parallel(|| chosen.into_par_iter().filter_map(lowered).collect());
        let (operations, problems): (Vec<IrOperation>, Vec<Vec<Diagnostic>>) =
            lowered.into_iter().unzip();
        let mut problems: Vec<Diagnostic> = problems.into_iter().flatten().collect();
        problems.extend(self.repeated_waiters(&operations));
        if problems.is_empty() {
            Ok(operations)
        } else {
            Err(problems)
        }
    }

    fn operation(
        &self,
        call: &Call<'_>,
        of_service: &OfService<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> IrOperation {
        let Call {
            shape,
            operation,
            names,
            errors,
            told_apart,
        } = call;
        let input = self.own_structure(&operation.input, StructureKind::Input, &names.input);
        let output = self.own_structure(&operation.output, StructureKind::Output, &names.output);
        // A stream is there once: its call is not repeated, nor its answer looked into and given.
        let is_repeatable = input.streamed().is_none() && output.streamed().is_none();
        let auth_schemes =
            auth::of_operation(self.model, self.service, of_service.auth_schemes, shape);
        IrOperation {
            id: shape.id.clone(),
            wire_name: shape.id.name().to_owned(),
            name: names.method.clone(),
            docs: self.docs(&shape.traits),
            deprecated: docs_of::deprecation(&shape.traits),
            error: OperationError {
                name: names.error.clone(),
                errors: errors.iter().map(|error| error_variant(error)).collect(),
                told_apart: told_apart.clone(),
            },
            http: self.http_request(shape, operation, &input, of_service.endpoint.is_some()),
            response: self.http_response(shape, operation),
            checksums: self.http_checksum(call, problems),
            host_prefix: if self.customizations.has_no_host_prefix() {
                Vec::new()
            } else {
                host_prefix::of(shape, &input)
            },
            presigned_url: self.presigned_url(&input),
            own_endpoint: self.customizations.own_endpoint(shape, &input),
            endpoint_bindings: match of_service.endpoint {
                Some(rules) => self.endpoint_bindings(rules, call, problems),
                None => Vec::new(),
            },
            auth_schemes: auth_schemes.unwrap_or_else(|more| {
                problems.extend(more);
                None
            }),
            unsigned_payload: shape.traits.has::<UnsignedPayload>(),
            compresses: compresses(shape) && input.streamed().is_none(),
            initial_messages: !self.rules.has_bindings(),
            pagination: is_repeatable
                .then(|| self.pagination(call, problems))
                .flatten(),
            waiters: if is_repeatable {
                self.waiters(call, problems)
            } else {
                Vec::new()
            },
            example: example::input(self.model, shape, &operation.input, &input),
            example_answer: example::answer(shape, &output),
            input,
            output,
            success: self.success(shape),
        }
    }

    /// The input or output of one operation; an empty structure where the model has none.
    fn own_structure(
        &self,
        id: &ShapeId,
        kind: StructureKind,
        names: &(Ident, Ident),
    ) -> Structure {
        let names = names.clone();
        match self.model.shape(id) {
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
        }
    }
}

fn error_variant(error: &DecidedError<'_>) -> ErrorVariant {
    ErrorVariant {
        name: error.variant.clone(),
        structure: error.structure.clone(),
        id: error.id.clone(),
        code: error.code.clone(),
    }
}

/// Whether a model lets an operation's requests be compressed in the one way that we know.
fn compresses(operation: &Shape) -> bool {
    let compression = operation.traits.get::<RequestCompression>();
    compression.is_some_and(|compression| compression.encodings.iter().any(|way| way == "gzip"))
}
