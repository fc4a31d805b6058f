//! Names: one pass that gives every type and operation of a service its Rust name.
//!
//! Names depend on the model alone, and adding a shape renames another one only where the two
//! truly collide.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::StructureKind;
use crate::model::traits::{Error, Waitable};
use crate::model::{Member, Model, ShapeId, ShapeKind};
use crate::rust::{Ident, Scope, pascal_case, snake_case};
use crate::select::Selection;

use super::reserved::{
    BUILDER_METHODS, MODULES_AND_METHODS, OF_ERRORS, OUR_VARIANTS, TYPES_IN_USE,
};

/// The names of a service.
pub(super) struct Names {
    /// The type that stands for the service.
    pub service: Ident,
    types: BTreeMap<ShapeId, Ident>,
    builders: BTreeMap<ShapeId, Ident>,
    operations: BTreeMap<ShapeId, OperationNames>,
    waiters: BTreeMap<String, (Ident, Ident)>,
    /// All types of the service.
    pub all_types: Scope,
}

/// The names that belong to one operation.
#[derive(Clone)]
pub(super) struct OperationNames {
    /// Its module and method.
    pub method: Ident,
    /// The structure that it takes, and that structure's builder.
    pub input: (Ident, Ident),
    /// The structure that it gives, and that structure's builder.
    pub output: (Ident, Ident),
    /// Its name for the service's error enum.
    pub error: Ident,
}

/// Assigns the names of the chosen part of a model. Where two want the same, the one gives way that
/// is written less often by hand: builders to shapes, shapes to what operations are made of.
pub(super) fn assign(model: &Model, selection: &Selection<'_>) -> Names {
    let mut types = Scope::of_types(TYPES_IN_USE);
    let service = types.claim(&service_type_name(selection), "Service");
    let operations = operations(selection, &mut types);

    let named: Vec<&ShapeId> = types_to_name(model, selection).into_iter().collect();
    let wanted: Vec<&str> = named.iter().map(|id| selection.name_of(id)).collect();
    let names = types.claim_each(&wanted, pascal_case, "Shape");
    let type_names: BTreeMap<ShapeId, Ident> = named.into_iter().cloned().zip(names).collect();
    let builders = type_names
        .iter()
        .map(|(id, name)| (id.clone(), types.claim(&format!("{name}Builder"), "Shape")))
        .collect();
    Names {
        service,
        types: type_names,
        builders,
        waiters: waiters(selection, &operations, &types),
        operations,
        all_types: types,
    }
}

/// The names of operations, and of what each has for itself.
fn operations(selection: &Selection<'_>, types: &mut Scope) -> BTreeMap<ShapeId, OperationNames> {
    let mut ids: Vec<&ShapeId> = selection.operations.iter().map(|shape| &shape.id).collect();
    // As in any scope, who is called so in the model already comes first.
    ids.sort_by_key(|id| (pascal_case(id.name()) != id.name(), id.name()));
    let names: Vec<&str> = ids.iter().map(|id| id.name()).collect();
    let methods = Scope::of_modules(MODULES_AND_METHODS).claim_each(&names, snake_case, "_");
    let mut all = |suffix: &str| -> Vec<Ident> {
        let wanted = names.iter().map(|name| pascal_case(name) + suffix);
        wanted.map(|wanted| types.claim(&wanted, "Shape")).collect()
    };
    let (inputs, outputs, errors) = (all("Input"), all("Output"), all("Error"));
    let (builders, output_builders) = (all("Builder"), all("OutputBuilder"));
    let own = methods
        .into_iter()
        .zip(inputs.into_iter().zip(builders))
        .zip(outputs.into_iter().zip(output_builders))
        .zip(errors)
        .map(|(((method, input), output), error)| OperationNames {
            method,
            input,
            output,
            error,
        });
    ids.into_iter().cloned().zip(own).collect()
}

/// The names of the waiters of operations: a type and a method of the client for each.
fn waiters(
    selection: &Selection<'_>,
    operations: &BTreeMap<ShapeId, OperationNames>,
    all_types: &Scope,
) -> BTreeMap<String, (Ident, Ident)> {
    let shapes = selection.operations.iter();
    let waiters = shapes.filter_map(|shape| shape.traits.get::<Waitable>());
    let names: BTreeSet<String> = waiters.flat_map(|waiters| waiters.0.into_keys()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let types = all_types.clone().claim_each(&names, pascal_case, "Waiter");
    let mut methods = Scope::of_values(MODULES_AND_METHODS);
    for names in operations.values() {
        methods.claim(names.method.as_str(), "_");
    }
    let method = |name: &str| format!("wait_until_{}", snake_case(name));
    let methods = methods.claim_each(&names, method, "_");
    let both = types.into_iter().zip(methods);
    names.into_iter().map(str::to_owned).zip(both).collect()
}

/// `License Manager` becomes `LicenseManager`.
fn service_type_name(selection: &Selection<'_>) -> String {
    let service = selection.service;
    match service.traits.get::<crate::model::traits::AwsService>() {
        Some(aws) => pascal_case(&aws.sdk_id),
        None => pascal_case(service.id.name()),
    }
}

/// Every shape that becomes a type of its own: all but those that are only what an operation
/// takes or gives, which are named for the operation.
fn types_to_name<'s>(model: &Model, selection: &'s Selection<'_>) -> BTreeSet<&'s ShapeId> {
    // The values of enums and the variants of unions target `Unit` where they hold nothing.
    let targets: BTreeSet<&ShapeId> = selection
        .shapes
        .iter()
        .filter_map(|id| model.shape(id))
        .flat_map(|shape| shape.members().map(|member| &member.target))
        .filter(|target| **target != ShapeId::unit())
        .collect();
    selection
        .shapes
        .iter()
        .filter(|id| {
            model.shape(id).is_some_and(|shape| match &shape.kind {
                ShapeKind::Structure { .. } => shape.traits.has::<Error>() || targets.contains(id),
                ShapeKind::Union { .. } | ShapeKind::Enum { .. } | ShapeKind::IntEnum { .. } => {
                    true
                }
                _ => false,
            })
        })
        .collect()
}

impl Names {
    /// The name of a shape that becomes a type of its own.
    pub fn type_name(&self, id: &ShapeId) -> Option<&Ident> {
        self.types.get(id)
    }

    /// The name of a structure's builder.
    pub fn builder(&self, id: &ShapeId) -> Option<&Ident> {
        self.builders.get(id)
    }

    /// The names of an operation.
    pub fn operation(&self, id: &ShapeId) -> Option<&OperationNames> {
        self.operations.get(id)
    }

    /// The names of a waiter: a type, and a method of the client.
    pub fn waiter(&self, wire_name: &str) -> Option<&(Ident, Ident)> {
        self.waiters.get(wire_name)
    }

    /// The name of an error's variant in the service's error enum: its type's, unless that is ours.
    pub fn error_variant(&self, id: &ShapeId) -> Ident {
        let name = self.types.get(id).map_or(id.name(), Ident::as_str);
        Scope::of_types(OUR_VARIANTS).claim(name, "Shape")
    }

    /// The names of a structure's fields, in its order.
    pub fn fields(members: &[Member], kind: StructureKind) -> Vec<Ident> {
        let reserved = if kind == StructureKind::Error {
            OF_ERRORS
        } else {
            BUILDER_METHODS
        };
        Scope::of_values(reserved).claim_each(&names_of(members), snake_case, "_")
    }

    /// The names of an enum's or union's variants, in its order.
    pub fn variants(members: &[Member]) -> Vec<Ident> {
        Scope::of_types(OUR_VARIANTS).claim_each(&names_of(members), pascal_case, "Value")
    }
}

fn names_of(members: &[Member]) -> Vec<&str> {
    members.iter().map(|member| member.name.as_str()).collect()
}
