//! What values are made of, for the tests of all formats.

pub mod any_value;
pub mod everything;
