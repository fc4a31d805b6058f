//! The functions that endpoint rules call. One that is given what it cannot work with is absent.
//! Each crate gets those that its services' rules call, and a list of them in place of this one.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html>

mod arn;
mod host;
mod logic;
mod partition;
mod text;
mod url;

pub use arn::*;
pub use host::*;
pub use logic::*;
pub use partition::*;
pub use text::*;
pub use url::*;
