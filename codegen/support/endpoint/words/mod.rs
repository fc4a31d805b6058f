//! What only some rule sets say: the functions that rules call, of which one that is given what it
//! cannot work with is absent, and what follows from rules beside a URL. Each crate gets those that
//! its services' rules have, and a list of them in place of this one.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html>

mod arn;
mod diagram;
mod endpoint_with;
mod host;
mod logic;
mod partition;
mod text;
mod url;

pub use arn::*;
pub use diagram::*;
pub use endpoint_with::*;
pub use host::*;
pub use logic::*;
pub use partition::*;
pub use text::*;
pub use url::*;
