//! The service as Rust sees it: every name, type, optionality, docs text, binding and error code
//! decided. Nothing here knows of tokens, and emitters decide nothing that is missing here.

pub mod auth;
mod aws;
mod constraints;
mod direction;
mod docs;
pub mod endpoint;
mod events;
mod expected;
mod files;
mod http;
mod http_checksum;
pub mod jmespath;
mod layout;
mod model_tests;
mod operation;
mod output_only;
mod pagination;
mod served_tests;
mod session;
mod shape;
mod stream_tests;
mod types;
mod uses;
mod variants;
mod waiter;
mod walk;

pub use auth::{ApiKey, Signing};
pub use constraints::{Bound, Constrained, ConstrainedMember, Constraints, Pattern, Rules};
pub use direction::Direction;
pub use docs::{Deprecation, Docs};
pub use events::Event;
pub use expected::{ComparedBy, Presence, TestBody, TestFormat};
pub use files::{FileEach, Files};
pub use http::{Binding, Header, HttpRequest, HttpResponse, PathPart, Payload, Root};
pub use http_checksum::{HttpChecksum, RequestChecksum, ResponseChecksum};
pub use layout::{Content, Layout, Namespace};
pub use model_tests::{
    EndpointTest, ErrorTest, ExpectedEndpoint, GivenParameters, OperationTests, RequestTest,
    ResponseTest, Tests,
};
pub use operation::{
    Destination, EndpointMember, ErrorChoice, ErrorVariant, ExampleAnswer, HostPart, Operation,
    OperationError, PresignedUrl,
};
pub use output_only::output_only;
pub use pagination::{Items, Pagination, PathField};
pub use served_tests::{ReadTest, ServedTests, ToldTest, WrittenTest};
pub use session::Session;
pub use shape::{ErrorInfo, Member, Required, Retry, Shape, Structure, StructureKind};
pub use stream_tests::{
    AnsweredTest, HeaderType, MessageParts, ReadEventsTest, Received, ReceivedTest, SentEvent,
    SentTest, StreamBody, TestMessage, ToldError,
};
pub use types::{Element, Initial, NamedKind, TimestampFormat, Type};
pub use variants::{Enum, EnumKind, EnumValue, EnumVariant, Union, UnionVariant};
pub use waiter::{Acceptor, Condition, Matcher, Verdict, Waiter};
pub use walk::{Found, Walk};

use crate::model::ShapeId;
use crate::rust::Ident;

/// One service, ready to be emitted as one module of a crate.
#[derive(Clone, Debug)]
pub struct Service {
    /// The service shape.
    pub id: ShapeId,
    /// The module that holds the service, e.g. `license_manager`.
    pub module: Ident,
    /// The type that stands for the service, e.g. `LicenseManager`.
    pub name: Ident,
    /// What people call it, e.g. `AWS License Manager`.
    pub plain_title: String,
    /// The same as Markdown, on one line.
    pub title: String,
    /// `aws.api#service$sdkId`, or the service shape's name.
    pub sdk_id: String,
    /// The same as the user agent spells it: in lower case, with `_` for a space.
    pub user_agent: String,
    /// Whether it is one of AWS's own, which have `aws.api#service`.
    pub of_aws: bool,
    /// The version that the service shape states.
    pub version: String,
    /// The name that Signature Version 4 signs with.
    pub signing_name: Option<String>,
    /// How sessions are opened whose credentials sign calls, where an endpoint asks for it.
    pub session: Option<Session>,
    /// What it wants of the signatures of its requests, where that is not the usual.
    pub signing: Option<Signing>,
    /// The ids of the ways to authenticate, the best first, where an operation has no others.
    pub auth_schemes: Vec<String>,
    /// Where requests have the key of callers that are told by one.
    pub api_key: Option<ApiKey>,
    /// The shape id of the protocol's trait.
    pub protocol: &'static str,
    /// Whether the service spoke awsQuery once, and is to be told that callers know its errors
    /// by the codes of that time.
    pub query_compatible: bool,
    /// What the service is.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
    /// Whether anything that was chosen of it is on its way out, so that its own code mentions
    /// what others should not.
    pub mentions_deprecated: bool,
    /// The chosen operations, by name.
    pub operations: Vec<Operation>,
    /// Structures, unions and enums that operations share, by name.
    pub types: Vec<Shape>,
    /// Error structures, by name.
    pub errors: Vec<Structure>,
    /// How these are told apart.
    pub error_choices: Vec<ErrorChoice>,
    /// The errors that may be the roots of their responses, without a code and without anything around
    /// them, by their codes.
    pub unwrapped_errors: Vec<String>,
    /// The codes of errors whose responses have no body, by the status of these.
    pub codes_without_body: Vec<(u16, String)>,
    /// What may be in another region than the one that is asked, and the header of errors that says in
    /// which.
    pub elsewhere: Option<(String, String)>,
    /// The namespace of responses that are XML, where operations have not their own.
    pub xml_namespace: Option<String>,
    /// Whether errors of restXml have an element around them that says nothing.
    pub wraps_errors: bool,
    /// Whether a response with the status of a success may be an error, as its body says.
    pub errors_in_successes: bool,
    /// Whether responses have another id beside that of the request, which outputs and errors tell.
    pub extended_request_id: bool,
    /// The codes of errors, whether the model has them or not, that pass by themselves.
    pub transient_codes: Vec<String>,
    /// The members that some builder requires, each once, by name.
    pub required: Vec<Required>,
    /// What is asked of the values in inputs.
    pub constraints: Constraints,
    /// Which of it has files of its own.
    pub files: Files,
    /// How the service's endpoint is found.
    pub endpoint: Option<endpoint::RuleSet>,
    /// What a client can be set to of it, beside what every client can.
    pub endpoint_settings: Vec<endpoint::Setting>,
    /// The tests that the model carries, where they are wanted.
    pub tests: Option<Tests>,
    /// How many shapes of the model went into this.
    pub shape_count: usize,
}

impl Service {
    /// Its waiters, each with its operation.
    pub fn waiters(&self) -> impl Iterator<Item = (&Operation, &Waiter)> {
        self.operations.iter().flat_map(|operation| {
            let waiters = operation.waiters.iter();
            waiters.map(move |waiter| (operation, waiter))
        })
    }

    /// Whether any operation can be authenticated in this way.
    pub fn uses_auth(&self, scheme: &str) -> bool {
        let mut all = self.all_auth_schemes();
        all.any(|schemes| schemes.iter().any(|one| one == scheme))
    }

    /// Whether callers may be anonymous, and need not be.
    pub fn may_be_anonymous(&self) -> bool {
        let is_anonymous = |scheme: &String| scheme == auth::scheme::ANONYMOUS;
        self.auth_schemes.len() > 1 && self.auth_schemes.iter().any(is_anonymous)
    }

    /// Whether any operation can be authenticated in several ways.
    pub fn chooses_auth(&self) -> bool {
        self.all_auth_schemes().any(|schemes| schemes.len() > 1)
    }

    /// The schemes of operations that have their own, and those of all others.
    fn all_auth_schemes(&self) -> impl Iterator<Item = &Vec<String>> {
        let own = self.operations.iter();
        let own = own.filter_map(|operation| operation.auth_schemes.as_ref());
        own.chain([&self.auth_schemes])
    }
}
