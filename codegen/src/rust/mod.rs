//! Rust's own lexical rules: what is an identifier, and how a name of a model becomes one.

mod ident;
mod words;

pub use ident::{Ident, Scope};
pub use words::{pascal_case, snake_case};
