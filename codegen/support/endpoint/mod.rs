//! Endpoints by rule: a service's rule set, as static tables, and what reads them.
//!
//! A service's `endpoint` module holds its [`RuleSet`]; [`RuleSet::resolve`] gives the endpoint
//! for a set of [`Parameters`], without any I/O.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

mod built_in;
mod error;
mod evaluate;
mod functions;
mod last;
mod parameters;
mod settings;
pub mod table;
mod template;
pub(in crate::support) mod url;
mod value;

pub use aws_smithy_types::endpoint::Endpoint;
pub use built_in::BuiltIn;
pub use error::EndpointError;
pub use last::Last;
pub use parameters::Parameters;
pub use settings::SetParameter;
pub use table::RuleSet;
pub use value::Value;
