//! Names: one pass that gives every type, operation and marker of a service its Rust name.
//!
//! Shapes are visited in the order of their ids, so that names depend on the model alone, and
//! adding a shape renames another one only where the two truly collide.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::ir::Required;
use crate::model::traits::Error;
use crate::model::{Member, Model, ShapeId, ShapeKind};
use crate::rust::{Ident, Scope, pascal_case, snake_case};
use crate::select::Selection;

use super::members::Place;
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
    /// Markers by the wire name of their member, filled as members are lowered.
    markers: RefCell<Markers>,
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
    /// Its error enum.
    pub error: Ident,
}

struct Markers {
    types: Scope,
    taken: Scope,
    by_member: BTreeMap<(String, Ident), Required>,
}

/// Assigns the names of the chosen part of a model.
pub(super) fn assign(model: &Model, selection: &Selection<'_>) -> Names {
    let mut types = Scope::of_types(TYPES_IN_USE);
    let mut methods = Scope::of_values(MODULES_AND_METHODS);
    let service = types.claim(&service_type_name(selection), "Service");

    let operations = selection
        .operations
        .iter()
        .map(|operation| {
            let bare = pascal_case(operation.id.name());
            let mut pair = |structure: &str, builder: &str| {
                (
                    types.claim(structure, "Shape"),
                    types.claim(builder, "Shape"),
                )
            };
            let names = OperationNames {
                input: pair(&format!("{bare}Input"), &format!("{bare}Builder")),
                output: pair(&format!("{bare}Output"), &format!("{bare}OutputBuilder")),
                error: types.claim(&format!("{bare}Error"), "Shape"),
                method: methods.claim(&snake_case(operation.id.name()), "_"),
            };
            (operation.id.clone(), names)
        })
        .collect();

    let named: Vec<&ShapeId> = types_to_name(model, selection).into_iter().collect();
    let type_names: BTreeMap<ShapeId, Ident> = named
        .iter()
        .map(|id| {
            let name = pascal_case(selection.name_of(id));
            ((*id).clone(), types.claim(&name, "Shape"))
        })
        .collect();
    let builders = type_names
        .iter()
        .map(|(id, name)| (id.clone(), types.claim(&format!("{name}Builder"), "Shape")))
        .collect();
    Names {
        service,
        types: type_names,
        builders,
        operations,
        markers: RefCell::new(Markers {
            types,
            taken: Scope::of_types(TYPES_IN_USE),
            by_member: BTreeMap::new(),
        }),
    }
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

    /// The name of an error's variant in error enums: its type's, unless that is ours.
    pub fn error_variant(&self, id: &ShapeId) -> Ident {
        let name = self.types.get(id).map_or(id.name(), Ident::as_str);
        Scope::of_types(OUR_VARIANTS).claim(name, "Shape")
    }

    /// The names of a structure's fields, in its order.
    pub fn fields(members: &[Member], place: Place) -> Vec<Ident> {
        let reserved = if place == Place::Error {
            OF_ERRORS
        } else {
            BUILDER_METHODS
        };
        claim_in_order(members, Scope::of_values(reserved), snake_case, "_")
    }

    /// The names of an enum's or union's variants, in its order.
    pub fn variants(members: &[Member]) -> Vec<Ident> {
        claim_in_order(members, Scope::of_types(OUR_VARIANTS), pascal_case, "Value")
    }

    /// The marker of a required member with this setter.
    pub fn marker(&self, member: &Member, setter: &Ident) -> Required {
        let mut markers = self.markers.borrow_mut();
        let key = (member.name.clone(), setter.clone());
        if let Some(marker) = markers.by_member.get(&key) {
            return marker.clone();
        }
        let mut wanted = pascal_case(&member.name);
        if !markers.types.is_free(&Ident::new(&wanted)) || is_state(&wanted) {
            wanted.push_str("Member");
        }
        let required = Required {
            marker: markers.taken.claim(&wanted, "Member"),
            member: member.name.clone(),
            setter: setter.clone(),
        };
        markers.by_member.insert(key, required.clone());
        required
    }

    /// All markers that were asked for, by name.
    pub fn required(&self) -> Vec<Required> {
        let mut required: Vec<_> = self.markers.borrow().by_member.values().cloned().collect();
        required.sort();
        required
    }
}

/// Whether a name is one of those that builders give to the states of their required members:
/// `S1`, `S2` and so on.
fn is_state(name: &str) -> bool {
    name.strip_prefix('S')
        .is_some_and(|number| number.parse::<usize>().is_ok())
}

/// Claims a name for each member. A member whose name is its own already comes first, then
/// wire names in their order: so the outcome does not depend on the order in the file.
fn claim_in_order(
    members: &[Member],
    mut scope: Scope,
    case: fn(&str) -> String,
    suffix: &str,
) -> Vec<Ident> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|&at| {
        let name = &members[at].name;
        (case(name) != *name, name)
    });
    let mut names: Vec<Option<Ident>> = vec![None; members.len()];
    for at in order {
        names[at] = Some(scope.claim(&case(&members[at].name), suffix));
    }
    names.into_iter().flatten().collect()
}
