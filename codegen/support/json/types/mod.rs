//! The types of members, as far as not all crates have them, each written and read. Each crate gets
//! those that its services' shapes have, and a list of them in place of this one.

mod big_number;
mod blob;
mod boolean;
mod boxed;
mod document;
mod float;
mod format;
mod in_place;
mod integer;
mod list;
mod long;
mod map;
mod number;
mod small_integer;
mod string;
mod timestamp;
mod union;
mod unit;

pub use format::*;
pub use in_place::*;
pub use unit::*;
