//! Operations and their errors.

use serde_json::Value;

use super::endpoint::ParameterBinding;
use super::{
    Deprecation, Docs, HttpChecksum, HttpRequest, HttpResponse, Pagination, Structure, Waiter,
};
use crate::model::ShapeId;
use crate::rust::Ident;

/// An operation: one module of the service.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The operation's shape.
    pub id: ShapeId,
    /// Its name in the model, e.g. `CreateToken`.
    pub wire_name: String,
    /// Its module, and the client's method, e.g. `create_token`.
    pub name: Ident,
    /// What it does.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
    /// What it takes.
    pub input: Structure,
    /// What it gives.
    pub output: Structure,
    /// What it fails with.
    pub error: OperationError,
    /// The status code of success that the model states, where it is none of 200 to 299.
    pub success: Option<u16>,
    /// What its requests are made of beside the members of its input.
    pub http: HttpRequest,
    /// What its responses are made of beside the members of its output.
    pub response: HttpResponse,
    /// The checksums that its messages carry, and that their senders may choose.
    pub checksums: HttpChecksum,
    /// What its requests put before the host of the endpoint, in parts.
    pub host_prefix: Vec<HostPart>,
    /// The URL that its requests carry, presigned for the region from which it takes something.
    pub presigned_url: Option<PresignedUrl>,
    /// The member that is the URL to which its requests go, whatever the rules of the endpoint say.
    pub own_endpoint: Option<EndpointMember>,
    /// What it says to the rules of the endpoint, the most specific last.
    pub endpoint_bindings: Vec<ParameterBinding>,
    /// The ids of the ways to authenticate, the best first, where these are not the service's.
    pub auth_schemes: Option<Vec<String>>,
    /// Whether signatures leave the body out.
    pub unsigned_payload: bool,
    /// Whether large requests are compressed.
    pub compresses: bool,
    /// Whether what its messages have beside a stream of events is a message of that stream, the first,
    /// and not the head of the HTTP message.
    pub initial_messages: bool,
    /// How its pages follow each other, where it answers page by page.
    pub pagination: Option<Pagination>,
    /// What its answers tell of when it is called again and again, by name.
    pub waiters: Vec<Waiter>,
    /// The input of the call that its documentation shows.
    pub example: Value,
    /// What the service answers in documentation, where its answers have a text.
    pub example_answer: Option<ExampleAnswer>,
}

impl Operation {
    /// Whether the first message of a request has members of the input.
    pub fn has_initial_request(&self) -> bool {
        self.initial_messages && self.input.events().is_some() && self.input.members.len() > 1
    }

    /// Whether the first message of a response has members of the output.
    pub fn has_initial_response(&self) -> bool {
        self.initial_messages && self.output.events().is_some() && self.output.members.len() > 1
    }
}

/// A text of an answer: a member of the output that is in the body, laid out as usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleAnswer {
    /// The field.
    pub member: Ident,
    /// Whether it is an `Option`.
    pub optional: bool,
    /// Its name in the body. Like the text it is of letters that no format escapes, and 60 at most.
    pub wire_name: String,
    /// The text.
    pub text: String,
}

/// A part of what is put before a host.
#[derive(Clone, Debug, PartialEq)]
pub enum HostPart {
    /// A fixed text.
    Text(String),
    /// The value of a member of the input.
    Label {
        /// The field.
        member: Ident,
        /// The member's name in the model.
        wire_name: String,
        /// Whether the field is an `Option`.
        optional: bool,
    },
}

/// A member of an input that is the URL to which the request goes.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointMember {
    /// The field, a text.
    pub member: Ident,
    /// Whether it is an `Option`.
    pub optional: bool,
}

/// A URL that the requests of an operation carry: the same call, presigned for another region. The
/// members are texts that need not be set.
#[derive(Clone, Debug, PartialEq)]
pub struct PresignedUrl {
    /// The field that says from which region the call takes something.
    pub source_region: Ident,
    /// The field that is the URL.
    pub url: Ident,
    /// How the region of the call itself is told.
    pub destination: Destination,
}

/// How a region is told the one in which a call is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Destination {
    /// As this field, in both requests.
    Member(Ident),
    /// Under this name, in the URL alone.
    Parameter(String),
}

/// What an operation fails with.
#[derive(Clone, Debug)]
pub struct OperationError {
    /// The name by which it stands for the service's error enum.
    pub name: Ident,
    /// The errors that the model names, by name.
    pub errors: Vec<ErrorVariant>,
    /// How errors of the service that have one code are told apart in responses to it.
    pub told_apart: Vec<ErrorChoice>,
}

/// One of the errors of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorVariant {
    /// The name of its variant in the service's error enum.
    pub name: Ident,
    /// The error structure that it holds.
    pub structure: Ident,
    /// Its shape.
    pub id: ShapeId,
    /// The code by which a response tells it.
    pub code: String,
}

/// An error by what responses say of it. Of several that a response may mean the first is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorChoice {
    /// The code.
    pub code: String,
    /// The namespace that has to be said with it, where another error has this code too.
    pub namespace: Option<String>,
    /// The variant in the service's error enum.
    pub variant: Ident,
}
