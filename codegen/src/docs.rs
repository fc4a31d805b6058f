//! Longer pages, each a module without items, so that their examples are compiled.

#[doc = include_str!("../docs/secrets.md")]
pub mod secrets {}
