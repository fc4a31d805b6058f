//! What a new model changes for the callers of the generated crate, and which step of its version
//! that takes. Compared are two services as Rust sees them, so that a change of the model that
//! does not reach the code is none.
//!
//! The rules are [Cargo's](https://doc.rust-lang.org/cargo/reference/semver.html), for code of
//! the kind that we generate: structures and enums are `#[non_exhaustive]`, fields are public,
//! and a required member is a type parameter of its builder.
//!
//! | severity | what |
//! |---|---|
//! | major | an item goes, moves or gets another name; a field gets another type; a builder insists on another set of members |
//! | minor | an item comes; a deprecation; a member that nobody sets gets another value; variants sort in another order |
//! | patch | what goes over the wire, where, how it is told, retried and documented |

mod change;
mod comparison;
mod constraints;
mod customized;
mod endpoint;
mod events;
mod in_messages;
mod members;
mod models;
mod operations;
mod pair;
mod report;
mod service;
mod structures;
mod types;
mod variants;
mod waiters;

pub use change::{Change, Diff, Kind, Severity, Subject};
pub use models::of_models;

use crate::ir::Service;

/// Compares two services. Without changes, the code generated from them is the same.
pub fn between(old: &Service, new: &Service) -> Diff {
    let mut comparison = comparison::Comparison::new(old, new);
    comparison.service();
    comparison.endpoint();
    comparison.operations();
    comparison.types();
    Diff::of(comparison.changes)
}
