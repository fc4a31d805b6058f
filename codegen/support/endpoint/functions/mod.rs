//! What only some rule sets say: the functions that rules call, of which one that is given what it
//! cannot work with is absent, and what follows from rules beside a URL. Each crate gets those that
//! its services' rules have, and a list of them in place of this one.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html>

mod arn;
mod choice;
mod diagram;
mod endpoint_with;
mod equals;
mod host;
mod is_set;
mod not;
mod partition;
mod text;
mod url;

pub use arn::*;
pub use choice::*;
pub use diagram::*;
pub use endpoint_with::*;
pub use equals::*;
pub use host::*;
pub use is_set::*;
pub use not::*;
pub use partition::*;
pub use text::*;
pub use url::*;
