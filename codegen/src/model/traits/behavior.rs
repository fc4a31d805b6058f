//! Traits on how operations behave: repeating calls, paging, streaming.
//!
//! <https://smithy.io/2.0/spec/behavior-traits.html>

use serde::Deserialize;

use super::{annotation_traits, structure_traits};

annotation_traits! {
    /// The member is a header of the event that its structure is.
    EventHeader = "smithy.api#eventHeader";
    /// The member is the payload of the event that its structure is.
    EventPayload = "smithy.api#eventPayload";
    /// A call repeated with the same value of this member is one call to the service.
    IdempotencyToken = "smithy.api#idempotencyToken";
    /// A call repeated has no effect beyond that of the first.
    Idempotent = "smithy.api#idempotent";
    /// A call changes nothing.
    Readonly = "smithy.api#readonly";
    /// The stream must say how long it is before it begins.
    RequiresLength = "smithy.api#requiresLength";
    /// The blob is not held in memory; the union is a stream of events.
    Streaming = "smithy.api#streaming";
}

/// A call that failed with this error may be tried again.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Retryable {
    /// Whether the service says that it is called too often.
    #[serde(default)]
    pub throttling: bool,
}

/// The operation answers page by page. Outputs and items may be paths, `a.b`. What an
/// operation leaves out, its service may say.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Paginated {
    /// The input member that says which page.
    pub input_token: Option<String>,
    /// The output member that says which page is next.
    pub output_token: Option<String>,
    /// The output member that holds what the pages are made of.
    pub items: Option<String>,
    /// The input member that says how large a page may be.
    pub page_size: Option<String>,
}

impl Paginated {
    /// What an operation says, and for the rest what its service does.
    pub fn or(self, service: Option<Self>) -> Self {
        let Some(service) = service else {
            return self;
        };
        Self {
            input_token: self.input_token.or(service.input_token),
            output_token: self.output_token.or(service.output_token),
            items: self.items.or(service.items),
            page_size: self.page_size.or(service.page_size),
        }
    }
}

/// The ways in which a request's body may be compressed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RequestCompression {
    /// The names of the algorithms, the best first.
    pub encodings: Vec<String>,
}

structure_traits! {
    Retryable = "smithy.api#retryable";
    Paginated = "smithy.api#paginated";
    RequestCompression = "smithy.api#requestCompression";
}
