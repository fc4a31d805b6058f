//! The types of members that not all crates have, each written and read. Each crate gets those that
//! its services' shapes have, and a list of them in place of this one.

mod big_number;
mod document;
mod format;
mod in_place;
mod timestamp;
mod union;

pub use format::*;
pub use in_place::*;
pub use union::*;
