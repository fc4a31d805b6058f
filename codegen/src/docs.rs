//! Pages for those who use generated crates.

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}
