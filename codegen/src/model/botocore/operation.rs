//! Operations.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::document;
use super::service::Service;
use super::words::{deprecated, documentation, flag};
use crate::model::ast::{Definition, Reference};
use crate::model::traits::{
    Auth, Endpoint, Http, HttpChecksum, HttpChecksumRequired, Idempotent, OperationContextParams,
    OptionalAuth, Readonly, RequestCompression, StaticContextParams, Trait, Traits,
    UnsignedPayload,
};

/// Nobody has to say who they are.
const NO_AUTH: &str = "smithy.api#noAuth";

impl Service<'_> {
    /// What the JSON AST says of an operation.
    pub(super) fn operation(&self, operation: &document::Operation) -> Definition {
        let mut definition = Definition::new("operation".to_owned());
        let reference = |of: &document::Reference| Reference::new(self.names.shape(&of.shape));
        definition.input = operation.input.as_ref().map(reference);
        definition.output = operation.output.as_ref().map(reference);
        let mut known = BTreeSet::new();
        let errors = operation.errors.iter();
        let errors = errors.filter(|error| known.insert(error.shape.as_str()));
        definition.errors = errors.map(reference).collect();
        let traits = &mut definition.traits;
        documentation(traits, operation.documentation.as_deref());
        deprecated(
            traits,
            operation.deprecated,
            operation.deprecated_message.as_deref(),
            operation.deprecated_since.as_deref(),
        );
        flag(traits, Idempotent::ID, operation.idempotent);
        flag(traits, Readonly::ID, operation.readonly);
        flag(
            traits,
            HttpChecksumRequired::ID,
            operation.http_checksum_required,
        );
        for (id, value) in [
            (HttpChecksum::ID, &operation.http_checksum),
            (Endpoint::ID, &operation.endpoint),
            (RequestCompression::ID, &operation.requestcompression),
            (StaticContextParams::ID, &operation.static_context_params),
            (
                OperationContextParams::ID,
                &operation.operation_context_params,
            ),
        ] {
            if let Some(value) = value {
                traits.set(id, value.clone());
            }
        }
        if let Some(discovery) = &operation.endpointdiscovery {
            let value = json!({ "required": discovery.required });
            traits.set("aws.api#clientDiscoveredEndpoint", value);
        }
        if self.protocols.has_bindings {
            traits.set(Http::ID, self.http(operation));
        }
        auth(operation, traits);
        definition
    }

    /// Where the operation is in HTTP.
    fn http(&self, operation: &document::Operation) -> Value {
        let http = &operation.http;
        let input = operation.input.as_ref().map(|input| input.shape.as_str());
        json!({
            "method": http.method,
            "uri": self.with_labels_of(&http.request_uri, input.unwrap_or_default()),
            "code": http.response_code.unwrap_or(200),
        })
    }

    /// A path in which labels, `{name}` or `{name+}`, are called as the members of the input that fill them.
    fn with_labels_of(&self, uri: &str, input: &str) -> String {
        let mut named = String::with_capacity(uri.len());
        let mut rest = uri;
        while let Some((before, from)) = rest.split_once('{')
            && let Some((label, after)) = from.split_once('}')
        {
            let name = label.strip_suffix('+').unwrap_or(label);
            let greedy = &label[name.len()..];
            let member = self.label(input, name).unwrap_or(name);
            named.extend([before, "{", member, greedy, "}"]);
            rest = after;
        }
        named + rest
    }
}

fn auth(operation: &document::Operation, traits: &mut Traits) {
    let authtype = operation.authtype.as_deref();
    let is_unsigned = operation.unsigned_payload || authtype == Some("v4-unsigned-body");
    flag(traits, UnsignedPayload::ID, is_unsigned);
    let listed = operation.auth.as_ref();
    let is_optional = authtype == Some("none")
        || listed.is_some_and(|schemes| schemes.iter().any(|scheme| scheme == NO_AUTH));
    flag(traits, OptionalAuth::ID, is_optional);
    let named = listed.map(|schemes| {
        let schemes = schemes.iter().filter(|scheme| *scheme != NO_AUTH);
        schemes.cloned().collect::<Vec<String>>()
    });
    match named {
        Some(schemes) => traits.set(Auth::ID, json!(schemes)),
        None if authtype == Some("none") => traits.set(Auth::ID, json!([])),
        None => {}
    }
}
