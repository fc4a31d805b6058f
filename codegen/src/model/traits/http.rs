//! Traits that bind operations and members to parts of HTTP messages.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html>

use serde::Deserialize;

use super::{annotation_traits, structure_traits, value_traits};

annotation_traits! {
    /// The member is a part of the URI's path.
    HttpLabel = "smithy.api#httpLabel";
    /// The member is the whole body.
    HttpPayload = "smithy.api#httpPayload";
    /// The map's entries are parameters of the query.
    HttpQueryParams = "smithy.api#httpQueryParams";
    /// The member is the status code of the response.
    HttpResponseCode = "smithy.api#httpResponseCode";
    /// The request carries a checksum of its body.
    HttpChecksumRequired = "smithy.api#httpChecksumRequired";
}

value_traits! {
    /// The member is the header of this name.
    HttpHeader(String) = "smithy.api#httpHeader";
    /// The map's entries are headers, whose names begin with this.
    HttpPrefixHeaders(String) = "smithy.api#httpPrefixHeaders";
    /// The member is the query parameter of this name.
    HttpQuery(String) = "smithy.api#httpQuery";
    /// The status code of responses that are this error.
    HttpError(u16) = "smithy.api#httpError";
}

/// The method and the URI of an operation's request, and the status code of its success.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Http {
    /// The HTTP method.
    pub method: String,
    /// The pattern of path and query, with labels such as `{name}` and `{path+}`.
    pub uri: String,
    /// The status code of success.
    #[serde(default = "Http::ok")]
    pub code: u16,
}

impl Http {
    fn ok() -> u16 {
        200
    }
}

structure_traits! {
    Http = "smithy.api#http";
}
