//! Endpoints by rule: a service's rule set, as static tables, and what reads them.
//!
//! A service's `endpoint` module holds its [`RuleSet`]; [`RuleSet::resolve`] gives the endpoint
//! for a set of [`Parameters`], without any I/O.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

mod built_in;
mod diagram;
mod error;
mod evaluate;
mod functions;
mod parameter_value;
mod parameters;
mod resolved;
mod settings;
pub mod table;
mod url;
mod value;

pub use built_in::BuiltIn;
pub use error::EndpointError;
pub use parameter_value::ParameterValue;
pub use parameters::Parameters;
pub use resolved::{AuthScheme, Endpoint, Property};
pub use settings::SetParameter;
pub use table::RuleSet;
