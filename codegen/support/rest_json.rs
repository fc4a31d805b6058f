//! The protocol restJson1: HTTP bindings, and bodies of JSON.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>

use super::json::Json;
use super::rest::Rest;

/// The protocol, as far as operations do not differ.
pub type RestJson1 = Rest<Json>;
