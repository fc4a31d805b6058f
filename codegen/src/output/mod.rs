//! From tokens to files: formatting, the header, writing what changed, removing what is stale.

pub mod format;
mod tree;
mod write;

pub use tree::Tree;
pub use write::{Drift, WriteError, Written};
