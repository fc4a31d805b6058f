//! What values are made of, for the tests of all formats, and what holds for all of them.

pub mod any_value;
mod deep;
pub mod everything;
mod formats;
mod something;

pub use deep::{each_of_far_too_deep_values, with_far_too_deep_values};
pub use something::something_of_everything;
