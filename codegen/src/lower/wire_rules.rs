//! Wire rules: what a protocol decides about messages, as far as the ir depends on it. They are data,
//! so that what is decided knows no protocol by its name.

use crate::ir::TimestampFormat;

/// What a protocol decides about messages.
#[derive(Clone, Copy, Debug)]
pub struct WireRules {
    /// The shape id of the protocol's trait.
    pub protocol: &'static str,
    /// What tells the methods and paths of requests.
    pub requests: Requests,
    /// Whether texts of errors are read from the headers that they are bound to, as far as the body
    /// does not have them, where nothing else is bound.
    pub headers_of_errors: bool,
    /// Whether errors are told by the codes that they have in awsQuery (`@awsQueryError`).
    pub query_error_codes: bool,
    /// Whether requests of operations that take nothing have no body, not that of an empty input.
    pub no_body_without_input: bool,
    /// Whether messages may be streams of events.
    pub event_streams: bool,
    /// What tells the names of members in bodies.
    pub member_names: MemberNames,
    /// The format of timestamps for which the model gives none.
    pub timestamp_format: TimestampFormat,
    /// Whether the model can give another one (`@timestampFormat`).
    pub other_timestamp_formats: bool,
}

/// What tells the methods and paths of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requests {
    /// The model does: HTTP bindings count.
    ///
    /// <https://smithy.io/2.0/spec/http-bindings.html>
    Bound,
    /// They are all a `POST` to this path, in which `{service}` and `{operation}` stand for the
    /// names of these.
    Post(&'static str),
}

/// What tells the names of members in bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberNames {
    /// They are those of the model.
    Model,
    /// `@jsonName`, and else the model.
    Json,
    /// `@xmlName`, and else the model.
    Xml,
    /// `@ec2QueryName` in what is written, else `@xmlName`, and else the model.
    Ec2,
}

impl MemberNames {
    /// Whether there are more names than those of members: of items, keys and values.
    pub fn has_layouts(self) -> bool {
        matches!(self, Self::Xml | Self::Ec2)
    }
}

impl WireRules {
    /// Whether HTTP bindings count.
    pub fn has_bindings(&self) -> bool {
        self.requests == Requests::Bound
    }
}
