//! The protocols that a service speaks, and what each makes of the names that members have in messages.

use serde_json::json;

use super::document::Metadata;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::traits::{
    AwsJson1_0, AwsJson1_1, AwsQuery, AwsQueryCompatible, Ec2Query, RestJson1, RestXml, RpcV2Cbor,
    Trait, Traits,
};

/// What the protocols of a service have in common with others of their kind.
#[derive(Clone, Copy, Default)]
pub(super) struct Protocols {
    /// Whether names may be those of JSON.
    pub(super) has_json: bool,
    /// Whether names may be those of XML, or of forms, which have the same.
    pub(super) has_xml: bool,
    /// Whether members may be elsewhere in a message of HTTP than in its body.
    pub(super) has_bindings: bool,
    /// Whether errors may have codes of their own.
    pub(super) has_codes: bool,
}

/// The protocols that Smithy has, by botocore's names.
const KNOWN: [&str; 6] = [
    "json",
    "rest-json",
    "rest-xml",
    "query",
    "ec2",
    "smithy-rpc-v2-cbor",
];

/// The protocols that a service lists, or its only one.
fn listed(metadata: &Metadata) -> &[String] {
    match metadata.protocols.as_slice() {
        [] => metadata.protocol.as_slice(),
        listed => listed,
    }
}

/// That a service has protocols, none of which is known.
pub(super) fn unknown(metadata: &Metadata) -> Option<Diagnostic> {
    let listed = listed(metadata);
    let first = listed.first()?;
    if listed.iter().any(|name| KNOWN.contains(&name.as_str())) {
        return None;
    }
    let message = format!("`{first}` is a protocol that nobody knows");
    let help =
        did_you_mean(first, KNOWN).unwrap_or_else(|| format!("it is one of {}", KNOWN.join(", ")));
    Some(Diagnostic::new(Code::UnsupportedProtocol, message).help(help))
}

/// Adds the traits of a service's protocols. One that Smithy does not have is none.
pub(super) fn apply(metadata: &Metadata, traits: &mut Traits) -> Protocols {
    let mut protocols = Protocols::default();
    for protocol in listed(metadata) {
        let id = match protocol.as_str() {
            "json" => {
                protocols.has_json = true;
                match metadata.json_version.as_deref() {
                    Some("1.0") => AwsJson1_0::ID,
                    _ => AwsJson1_1::ID,
                }
            }
            "rest-json" => {
                protocols.has_json = true;
                protocols.has_bindings = true;
                RestJson1::ID
            }
            "rest-xml" => {
                protocols.has_xml = true;
                protocols.has_bindings = true;
                RestXml::ID
            }
            "query" => {
                protocols.has_xml = true;
                protocols.has_codes = true;
                AwsQuery::ID
            }
            "ec2" => {
                protocols.has_xml = true;
                Ec2Query::ID
            }
            "smithy-rpc-v2-cbor" => RpcV2Cbor::ID,
            _ => continue,
        };
        traits.set(id, json!({}));
    }
    if metadata.aws_query_compatible.is_some() {
        protocols.has_codes = true;
        traits.set(AwsQueryCompatible::ID, json!({}));
    }
    protocols
}
