//! Rust's own rules: what is an identifier, how a name of a model becomes one, and how
//! statements are laid out.

mod ident;
mod layout;
mod scope;
mod words;

pub use ident::Ident;
pub use layout::statements;
pub use scope::Scope;
pub use words::{pascal_case, snake_case, spaced_words};
