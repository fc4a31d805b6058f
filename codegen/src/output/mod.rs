//! From tokens to files: formatting, the header, writing what changed, removing what is stale.
//!
//! A [`Tree`] is the crate in memory. [`Folder`] is the place it goes into, held by one process at
//! a time; what is written there is all of a tree or nothing of it, and nothing that somebody has edited
//! is lost unasked.

mod drift;
mod folder;
pub mod format;
mod journal;
mod lock;
mod ours;
mod record;
mod tree;
mod unified;
mod write_error;

pub use drift::Drift;
pub use folder::{Folder, Written};
pub use tree::Tree;
pub(crate) use tree::without_header;
pub use write_error::WriteError;
