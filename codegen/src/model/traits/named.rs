//! The names of all traits that Smithy and AWS define, and the keys of some of these, whether they mean
//! anything here or not: what is not among them is a slip, or newer than this list.
//!
//! <https://smithy.io/2.0/trait-index.html>

/// The traits of a namespace, sorted, where these are known.
pub(crate) fn of(namespace: &str) -> Option<&'static [&'static str]> {
    let known = KNOWN.iter().find(|(known, _)| *known == namespace);
    known.map(|(_, names)| *names)
}

/// The keys of a trait whose value is an object of a few, by the trait's id.
pub(crate) fn keys(id: &str) -> Option<&'static [&'static str]> {
    let known = KEYS.iter().find(|(known, _)| *known == id);
    known.map(|(_, keys)| *keys)
}

const KEYS: &[(&str, &[&str])] = &[
    (
        "aws.api#service",
        &[
            "arnNamespace",
            "cloudFormationName",
            "cloudTrailEventSource",
            "docId",
            "endpointPrefix",
            "sdkId",
        ],
    ),
    ("aws.auth#sigv4", &["name"]),
    ("aws.auth#sigv4a", &["name"]),
    ("aws.protocols#awsQueryError", &["code", "httpResponseCode"]),
    (
        "aws.protocols#httpChecksum",
        &[
            "requestAlgorithmMember",
            "requestChecksumRequired",
            "requestValidationModeMember",
            "responseAlgorithms",
        ],
    ),
    ("aws.protocols#restJson1", &["eventStreamHttp", "http"]),
    (
        "aws.protocols#restXml",
        &["eventStreamHttp", "http", "noErrorWrapping"],
    ),
    ("smithy.api#deprecated", &["message", "since"]),
    ("smithy.api#endpoint", &["hostPrefix"]),
    ("smithy.api#http", &["code", "method", "uri"]),
    ("smithy.api#httpApiKeyAuth", &["in", "name", "scheme"]),
    ("smithy.api#length", &["max", "min"]),
    ("smithy.api#mixin", &["interfaces", "localTraits"]),
    (
        "smithy.api#paginated",
        &["inputToken", "items", "outputToken", "pageSize"],
    ),
    ("smithy.api#range", &["max", "min"]),
    ("smithy.api#requestCompression", &["encodings"]),
    ("smithy.api#retryable", &["throttling"]),
    ("smithy.api#xmlNamespace", &["prefix", "uri"]),
    ("smithy.protocols#rpcv2Cbor", &["eventStreamHttp", "http"]),
    ("smithy.rules#contextParam", &["name"]),
];

const KNOWN: &[(&str, &[&str])] = &[
    (
        "smithy.api",
        &[
            "addedDefault",
            "auth",
            "authDefinition",
            "box",
            "clientOptional",
            "cors",
            "default",
            "deprecated",
            "documentation",
            "endpoint",
            "enum",
            "enumValue",
            "error",
            "eventHeader",
            "eventPayload",
            "examples",
            "externalDocumentation",
            "hostLabel",
            "http",
            "httpApiKeyAuth",
            "httpBasicAuth",
            "httpBearerAuth",
            "httpChecksumRequired",
            "httpDigestAuth",
            "httpError",
            "httpHeader",
            "httpLabel",
            "httpPayload",
            "httpPrefixHeaders",
            "httpQuery",
            "httpQueryParams",
            "httpResponseCode",
            "idRef",
            "idempotencyToken",
            "idempotent",
            "input",
            "inputEventStream",
            "internal",
            "jsonName",
            "length",
            "longPoll",
            "mediaType",
            "metadata",
            "mixin",
            "nestedProperties",
            "noReplace",
            "notProperty",
            "optionalAuth",
            "output",
            "outputEventStream",
            "paginated",
            "pattern",
            "private",
            "property",
            "protocolDefinition",
            "range",
            "readonly",
            "recommended",
            "references",
            "requestCompression",
            "required",
            "requiresLength",
            "resourceIdentifier",
            "retryable",
            "sensitive",
            "since",
            "sparse",
            "streaming",
            "suppress",
            "tags",
            "timestampFormat",
            "title",
            "trait",
            "traitValidators",
            "uniqueItems",
            "unitType",
            "unstable",
            "xmlAttribute",
            "xmlFlattened",
            "xmlName",
            "xmlNamespace",
        ],
    ),
    (
        "aws.api",
        &[
            "arn",
            "arnReference",
            "clientDiscoveredEndpoint",
            "clientEndpointDiscovery",
            "clientEndpointDiscoveryId",
            "controlPlane",
            "data",
            "dataPlane",
            "service",
            "tagEnabled",
            "taggable",
        ],
    ),
    (
        "aws.auth",
        &["cognitoUserPools", "sigv4", "sigv4a", "unsignedPayload"],
    ),
    (
        "aws.protocols",
        &[
            "awsJson1_0",
            "awsJson1_1",
            "awsQuery",
            "awsQueryCompatible",
            "awsQueryError",
            "ec2Query",
            "ec2QueryName",
            "httpChecksum",
            "restJson1",
            "restXml",
        ],
    ),
    ("smithy.protocols", &["rpcv2Cbor", "rpcv2Json"]),
    (
        "smithy.rules",
        &[
            "clientContextParams",
            "contextParam",
            "endpointBdd",
            "endpointRuleSet",
            "endpointTests",
            "operationContextParams",
            "staticContextParams",
        ],
    ),
    (
        "smithy.test",
        &[
            "httpMalformedRequestTests",
            "httpRequestTests",
            "httpResponseTests",
            "smokeTests",
        ],
    ),
    ("smithy.waiters", &["waitable"]),
];

#[cfg(test)]
mod tests {
    use super::KNOWN;

    #[test]
    fn names_are_sorted() {
        for (namespace, names) in KNOWN {
            assert!(names.is_sorted(), "{namespace}");
        }
    }
}
