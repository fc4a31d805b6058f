//! The service as Rust sees it: every name, type, optionality, docs text, binding and error code
//! decided. Nothing here knows of tokens, and emitters decide nothing that is missing here.

pub mod endpoint;
mod docs;
mod operation;
mod shape;
mod types;

pub use docs::{Deprecation, Docs};
pub use operation::{ErrorVariant, Operation, OperationError, Retry};
pub use shape::{
    Direction, Enum, EnumKind, EnumValue, EnumVariant, ErrorInfo, Member, Required, Shape, Structure, StructureKind,
    Union, UnionVariant,
};
pub use types::{Element, Initial, NamedKind, TimestampFormat, Type};

use crate::model::ShapeId;
use crate::rust::Ident;

/// One service, ready to be emitted as one module of a crate.
#[derive(Clone, Debug)]
pub struct Service {
    /// The service shape.
    pub id: ShapeId,
    /// The module that holds the service, e.g. `license_manager`.
    pub module: Ident,
    /// The type that stands for the service, e.g. `LicenseManager`.
    pub name: Ident,
    /// What people call it, e.g. `AWS License Manager`.
    pub title: String,
    /// `aws.api#service$sdkId`, or the service shape's name.
    pub sdk_id: String,
    /// The version that the service shape states.
    pub version: String,
    /// The name that Signature Version 4 signs with.
    pub signing_name: Option<String>,
    /// The shape id of the protocol's trait.
    pub protocol: &'static str,
    /// What the service is.
    pub docs: Docs,
    /// The chosen operations, by name.
    pub operations: Vec<Operation>,
    /// Structures, unions and enums that operations share, by name.
    pub types: Vec<Shape>,
    /// Error structures, by name.
    pub errors: Vec<Structure>,
    /// The members that some builder requires, each once, by name.
    pub required: Vec<Required>,
    /// How the service's endpoint is found.
    pub endpoint: Option<endpoint::RuleSet>,
    /// How many shapes of the model went into this.
    pub shape_count: usize,
}
