//! Rust's own rules: what is an identifier, how a name of a model becomes one, and how
//! statements are laid out.

mod ident;
mod layout;
mod words;

pub use ident::{Ident, Scope};
pub use layout::statements;
pub use words::{pascal_case, snake_case};
