//! What botocore's files say, as it is written in them. Keys that say nothing of a client are left out.
//!
//! Nobody but botocore describes this form; what each key means is in what reads it.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Number, Value};

use crate::model::json_places::Entries;

/// `service-2.json`, of whose parts none is looked into yet.
#[derive(Deserialize)]
#[serde(
    rename_all = "camelCase",
    expecting = "a service of botocore, an object"
)]
pub(super) struct ServiceFile<'a> {
    #[serde(borrow)]
    pub(super) metadata: &'a RawValue,
    #[serde(borrow, default)]
    pub(super) operations: Entries<'a>,
    #[serde(borrow, default)]
    pub(super) shapes: Entries<'a>,
    pub(super) documentation: Option<String>,
    pub(super) client_context_params: Option<Value>,
}

/// What `metadata` says of the service.
#[derive(Deserialize)]
#[serde(
    rename_all = "camelCase",
    expecting = "what is said of the service, an object"
)]
pub(super) struct Metadata {
    pub(super) service_id: String,
    #[serde(default)]
    pub(super) api_version: String,
    pub(super) service_full_name: Option<String>,
    pub(super) endpoint_prefix: String,
    pub(super) signing_name: Option<String>,
    pub(super) protocol: Option<String>,
    #[serde(default)]
    pub(super) protocols: Vec<String>,
    pub(super) json_version: Option<String>,
    pub(super) target_prefix: Option<String>,
    pub(super) signature_version: Option<String>,
    #[serde(default)]
    pub(super) auth: Vec<String>,
    pub(super) xml_namespace: Option<XmlNamespace>,
    pub(super) aws_query_compatible: Option<Value>,
}

/// An entry of `operations`.
#[derive(Default, Deserialize)]
#[serde(
    rename_all = "camelCase",
    default,
    expecting = "an operation, an object"
)]
pub(super) struct Operation {
    pub(super) http: Http,
    pub(super) input: Option<Reference>,
    pub(super) output: Option<Reference>,
    pub(super) errors: Vec<Reference>,
    pub(super) documentation: Option<String>,
    pub(super) idempotent: bool,
    pub(super) readonly: bool,
    pub(super) deprecated: bool,
    pub(super) deprecated_message: Option<String>,
    pub(super) deprecated_since: Option<String>,
    pub(super) auth: Option<Vec<String>>,
    pub(super) authtype: Option<String>,
    pub(super) unsigned_payload: bool,
    pub(super) endpoint: Option<Value>,
    pub(super) http_checksum: Option<Value>,
    pub(super) http_checksum_required: bool,
    pub(super) requestcompression: Option<Value>,
    pub(super) endpointdiscovery: Option<EndpointDiscovery>,
    pub(super) endpointoperation: bool,
    pub(super) static_context_params: Option<Value>,
    pub(super) operation_context_params: Option<Value>,
}

/// Where an operation is in HTTP.
#[derive(Default, Deserialize)]
#[serde(
    rename_all = "camelCase",
    default,
    expecting = "where the operation is in HTTP, an object"
)]
pub(super) struct Http {
    pub(super) method: String,
    pub(super) request_uri: String,
    pub(super) response_code: Option<u16>,
}

/// Whether an operation is called at an endpoint that another one tells.
#[derive(Default, Deserialize)]
#[serde(default, expecting = "an object")]
pub(super) struct EndpointDiscovery {
    pub(super) required: bool,
}

/// The input, the output or an error of an operation.
#[derive(Deserialize)]
#[serde(
    rename_all = "camelCase",
    expecting = "a reference to a shape, an object"
)]
pub(super) struct Reference {
    pub(super) shape: String,
    pub(super) location_name: Option<String>,
    pub(super) xml_namespace: Option<XmlNamespace>,
}

/// An entry of `shapes`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, expecting = "a shape, an object")]
pub(super) struct Shape {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) members: Ordered<Member>,
    pub(super) required: Vec<String>,
    pub(super) member: Option<Member>,
    pub(super) key: Option<Member>,
    pub(super) value: Option<Member>,
    #[serde(rename = "enum")]
    pub(super) values: Vec<String>,
    pub(super) documentation: Option<String>,
    pub(super) min: Option<Number>,
    pub(super) max: Option<Number>,
    pub(super) pattern: Option<String>,
    pub(super) sensitive: bool,
    pub(super) sparse: bool,
    pub(super) flattened: bool,
    pub(super) streaming: bool,
    pub(super) requires_length: bool,
    pub(super) timestamp_format: Option<String>,
    pub(super) deprecated: bool,
    pub(super) deprecated_message: Option<String>,
    pub(super) deprecated_since: Option<String>,
    pub(super) union: bool,
    pub(super) document: bool,
    pub(super) eventstream: bool,
    pub(super) payload: Option<String>,
    pub(super) location_name: Option<String>,
    pub(super) xml_namespace: Option<XmlNamespace>,
    pub(super) exception: bool,
    pub(super) fault: bool,
    pub(super) error: ErrorNames,
    pub(super) retryable: Option<Retryable>,
}

/// How an error is told from others.
#[derive(Default, Deserialize)]
#[serde(
    rename_all = "camelCase",
    default,
    expecting = "how an error is told from others, an object"
)]
pub(super) struct ErrorNames {
    pub(super) code: Option<String>,
    pub(super) http_status_code: Option<u16>,
}

/// That a call may be made again after an error.
#[derive(Default, Deserialize)]
#[serde(default, expecting = "an object")]
pub(super) struct Retryable {
    pub(super) throttling: bool,
}

/// A member of a structure, or what a list or a map is of.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, expecting = "a member, an object")]
pub(super) struct Member {
    pub(super) shape: String,
    pub(super) documentation: Option<String>,
    pub(super) deprecated: bool,
    pub(super) deprecated_message: Option<String>,
    pub(super) deprecated_since: Option<String>,
    pub(super) location: Option<String>,
    pub(super) location_name: Option<String>,
    pub(super) query_name: Option<String>,
    pub(super) xml_namespace: Option<XmlNamespace>,
    pub(super) xml_attribute: bool,
    pub(super) flattened: bool,
    pub(super) streaming: bool,
    pub(super) jsonvalue: bool,
    pub(super) idempotency_token: bool,
    pub(super) host_label: bool,
    pub(super) timestamp_format: Option<String>,
    pub(super) eventpayload: bool,
    pub(super) eventheader: bool,
    pub(super) context_param: Option<Value>,
}

/// A namespace of XML.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(
    untagged,
    expecting = "there is neither a namespace nor an object with its `uri`"
)]
pub(super) enum XmlNamespace {
    /// The name alone.
    Uri(String),
    /// With what stands for it in names.
    Named { uri: String, prefix: Option<String> },
}

/// `paginators-1.json`.
#[derive(Deserialize)]
#[serde(expecting = "the paginators of a service, an object")]
pub(super) struct PaginatorsFile<'a> {
    #[serde(borrow)]
    pub(super) pagination: Entries<'a>,
}

/// How an operation answers page by page.
#[derive(Deserialize)]
#[serde(expecting = "a paginator, an object")]
pub(super) struct Paginator {
    pub(super) input_token: OneOrMore,
    pub(super) output_token: OneOrMore,
    pub(super) limit_key: Option<String>,
    pub(super) result_key: Option<OneOrMore>,
}

/// A name, or several.
#[derive(Deserialize)]
#[serde(untagged, expecting = "there is neither a name nor a list of names")]
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    /// The name, where it is one.
    pub(super) fn one(&self) -> Option<&str> {
        match self {
            Self::One(name) => Some(name),
            Self::More(names) => match names.as_slice() {
                [name] => Some(name),
                _ => None,
            },
        }
    }
}

/// `waiters-2.json`.
#[derive(Deserialize)]
#[serde(expecting = "the waiters of a service, an object")]
pub(super) struct WaitersFile<'a> {
    #[serde(borrow)]
    pub(super) waiters: Entries<'a>,
}

/// A waiter.
#[derive(Deserialize)]
#[serde(expecting = "a waiter, an object")]
pub(super) struct Waiter {
    pub(super) operation: String,
    pub(super) delay: u32,
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) acceptors: Vec<Acceptor>,
}

/// What a certain answer means.
#[derive(Deserialize)]
#[serde(expecting = "what an answer means, an object")]
pub(super) struct Acceptor {
    pub(super) matcher: String,
    pub(super) expected: Value,
    pub(super) argument: Option<String>,
    pub(super) state: State,
}

/// What an answer means for what is waited for.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    Success,
    Failure,
    Retry,
}

impl State {
    /// As it is written, also in Smithy.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::Retry => "retry",
        }
    }
}

/// `examples-1.json`.
#[derive(Deserialize)]
#[serde(expecting = "the examples of a service, an object")]
pub(super) struct ExamplesFile<'a> {
    #[serde(borrow, default)]
    pub(super) examples: Entries<'a>,
}

/// A call that shows how an operation is used.
#[derive(Deserialize)]
#[serde(expecting = "an example, an object")]
pub(super) struct Example {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) input: Option<Value>,
    pub(super) output: Option<Value>,
}

/// Entries of an object in the order of the text.
pub(super) struct Ordered<T>(pub(super) Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Ordered<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("members by name, an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }

        deserializer.deserialize_map(InOrder(PhantomData))
    }
}
