//! The types of members that not all crates have, each written and read. Each crate gets those that
//! its services' shapes have, and a list of them in place of this one.

mod big_number;
mod document;
mod format;
mod in_place;
mod laid_out;
mod laid_out_as;
mod timestamp;
mod union;

pub use document::*;
pub use format::*;
pub use in_place::*;
pub use laid_out::*;
pub use laid_out_as::*;
pub use union::*;
