//! HTTP bindings: members of an input in the path, the query and the headers of its request, and
//! members of an output in the headers and the status of its response. Protocols that have them
//! differ in their bodies alone.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html>

mod body;
mod escape;
mod header;
mod request;
mod response;
mod text;
mod values;

pub use request::Request;
pub use response::{PrefixHeaders, blob, header, header_as, prefix_headers, status, text};
pub use text::{Base64, DateTimeFormat, EpochSeconds, HttpDate, Text, TextAs};
pub use values::{Texts, Values, ValuesAs};

#[allow(unused_imports, reason = "a service may bind no enums")]
pub(crate) use text::{integer_enum, string_enum};
