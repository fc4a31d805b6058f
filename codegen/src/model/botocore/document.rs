//! What the file of a service says, as it is written in it. Keys that say nothing of a client are left out.
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
