//! What generated crates do on the wire, in pages to read.

#[doc = include_str!("../docs/times.md")]
pub mod times {}
