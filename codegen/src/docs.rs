//! Longer pages on what Tinsmith does.

#[doc = include_str!("../docs/limits.md")]
pub mod limits {}
