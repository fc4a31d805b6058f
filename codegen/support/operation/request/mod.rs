//! What only some requests take: headers that no member is, and checks of values that requests
//! cannot do without. Each crate gets what its services need, and a list of it in place of this one.

mod header;
mod host_label;
mod not_blank;

pub use header::*;
pub use host_label::*;
pub use not_blank::*;
