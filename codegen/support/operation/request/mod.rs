//! What only some requests take: headers that no member is, ids that may be paths, and checks of values
//! that requests cannot do without. Each crate gets what its services need, and a list of it in place of this one.

mod bare_id;
mod header;
mod host_label;
mod not_blank;

pub use bare_id::*;
pub use header::*;
pub use host_label::*;
pub use not_blank::*;
