//! Traits on how values are written, and on the protocols' names for them.
//!
//! <https://smithy.io/2.0/spec/protocol-traits.html>

use serde::Deserialize;

use super::{annotation_traits, value_traits};

value_traits! {
    /// The member's key in JSON, for protocols that heed it.
    JsonName(String) = "smithy.api#jsonName";
    /// The media type of what a string or blob holds.
    MediaType(String) = "smithy.api#mediaType";
    /// How a timestamp is written, where it is not as the protocol would.
    TimestampFormat(TimestampForm) = "smithy.api#timestampFormat";
}

/// The forms of a timestamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimestampForm {
    /// RFC 3339, e.g. `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// The date of HTTP headers, e.g. `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
    /// Seconds since 1970 as a number, which may have a fraction.
    EpochSeconds,
}

annotation_traits! {
    /// The member is an attribute of the element that its structure is.
    XmlAttribute = "smithy.api#xmlAttribute";
    /// The items of the list, or the entries of the map, have no element around them.
    XmlFlattened = "smithy.api#xmlFlattened";
}
