//! Where things are in HTTP messages: the members of a structure, and what an operation's request
//! is made of beside them.

use super::Layout;
use crate::rust::Ident;

/// Where in an HTTP message a member is.
///
/// <https://smithy.io/2.0/spec/http-bindings.html>
#[derive(Clone, Debug, PartialEq)]
pub enum Binding {
    /// In the body, with all others that are bound to nothing else.
    Body,
    /// In the path.
    Label,
    /// In the query, under this name.
    Query(String),
    /// All over the query: a map of parameters.
    QueryParams,
    /// In the header of this name.
    Header(Header),
    /// In all headers whose names begin with this: a map of the rest of their names.
    PrefixHeaders(String),
    /// It is the body.
    Payload(Payload),
    /// In the header of its name of the message that its event is.
    EventHeader,
    /// It is the payload of the message that its event is.
    EventPayload(Payload),
    /// It is the status code.
    Status,
    /// Nowhere: a client makes something else of it.
    Unsent,
}

/// A header that is a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Whether its value is in base64, as texts of a media type are.
    pub base64: bool,
}

/// How a member is the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    /// In the protocol's format; an empty structure where it is not set.
    Structure,
    /// In the protocol's format; no body where it is not set.
    Value,
    /// A text as it is, of this media type.
    Text(String),
    /// Bytes as they are, of this media type.
    Blob(String),
    /// Events, each in a message of its own.
    Events,
    /// Bytes that are not held in memory.
    Stream {
        /// Of this media type.
        media_type: String,
        /// Whether their number must be known before they are sent.
        sized: bool,
    },
}

/// What an operation's request is made of beside its members.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpRequest {
    /// The HTTP method.
    pub method: String,
    /// The label with which the path would begin, where the rules of the endpoint put it into the URL.
    pub endpoint_label: Option<Ident>,
    /// The parts of the path.
    pub path: Vec<PathPart>,
    /// What its query always has, e.g. `list-type=2`; empty where that is nothing.
    pub query: String,
    /// The element that its body is, where it is one of XML.
    pub root: Option<Root>,
    /// Headers that it always has, unless members set them, with their values.
    pub headers: Vec<(String, String)>,
    /// Whether it carries the MD5 of its body, since the service asks for a checksum and names no other.
    pub checksum: bool,
    /// Whether it carries checksums of the stream that is its body: of the whole, and of a tree.
    pub tree_hash: bool,
}

/// What an operation's response is made of beside its members.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpResponse {
    /// The status code of success.
    pub status: u16,
    /// The element that its body is, where it is one of XML.
    pub root: Option<Root>,
}

/// The outermost element of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Its name.
    pub name: String,
    /// How it is laid out, where that is not the usual way.
    pub layout: Option<Layout>,
}

impl HttpRequest {
    /// The pattern of its URI: `/clips/{id}?full`.
    pub fn pattern(&self) -> String {
        let parts = self.path.iter().map(|part| match part {
            PathPart::Text(text) => text.clone(),
            PathPart::Label { member, greedy, .. } => {
                let plus = if *greedy { "+" } else { "" };
                format!("{{{}{plus}}}", member.as_str())
            }
        });
        let mut path: String = parts.collect();
        if let Some(label) = &self.endpoint_label {
            let rest = if path == "/" { "" } else { &path };
            path = format!("/{{{}}}{rest}", label.as_str());
        }
        match self.query.as_str() {
            "" => path,
            query => format!("{path}?{query}"),
        }
    }

    /// The labels of its path, in their order, the one that is elsewhere first.
    pub fn labels(&self) -> impl Iterator<Item = &Ident> {
        let labels = self.path.iter().filter_map(|part| match part {
            PathPart::Label { member, .. } => Some(member),
            PathPart::Text(_) => None,
        });
        self.endpoint_label.iter().chain(labels)
    }

    /// Whether it always has this header.
    pub fn has_header(&self, name: &str) -> bool {
        let mut names = self.headers.iter().map(|(name, _)| name);
        names.any(|own| own.eq_ignore_ascii_case(name))
    }
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq)]
pub enum PathPart {
    /// A fixed text.
    Text(String),
    /// The value of a member of the input.
    Label {
        /// The field.
        member: Ident,
        /// Whether its slashes separate segments.
        greedy: bool,
        /// What stands for a value that is left out, or empty; where it is nothing, there has to be
        /// a value.
        default: Option<String>,
    },
}
