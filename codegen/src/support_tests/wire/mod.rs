//! What values are made of, for the tests of all formats, and what holds for all of them.

pub mod any_value;
pub mod everything;
mod formats;
mod something;

pub use something::something_of_everything;
