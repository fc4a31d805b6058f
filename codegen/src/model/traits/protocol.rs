//! Traits that say which protocols a service speaks.
//!
//! <https://smithy.io/2.0/aws/protocols/index.html>

use serde::Deserialize;

use serde_json::Value;

use super::{
    HttpChecksumRequired, Trait, Traits, annotation_traits, read_structure, structure_traits,
};

annotation_traits! {
    /// The service speaks awsJson1_0.
    AwsJson1_0 = "aws.protocols#awsJson1_0";
    /// The service speaks awsJson1_1.
    AwsJson1_1 = "aws.protocols#awsJson1_1";
    /// The service speaks restJson1.
    RestJson1 = "aws.protocols#restJson1";
    /// The service speaks awsQuery.
    AwsQuery = "aws.protocols#awsQuery";
    /// The service speaks ec2Query.
    Ec2Query = "aws.protocols#ec2Query";
    /// The service speaks rpcv2Cbor.
    RpcV2Cbor = "smithy.protocols#rpcv2Cbor";
    /// The service spoke awsQuery once, and still sends the error codes of that time.
    AwsQueryCompatible = "aws.protocols#awsQueryCompatible";
}

/// The code of an error in awsQuery, where it is not the shape's name.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AwsQueryError {
    /// The code that the service sends.
    pub code: String,
    /// The status code of such responses.
    pub http_response_code: u16,
}

/// The service speaks restXml.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RestXml {
    /// Whether responses that are errors have nothing around these.
    #[serde(default)]
    pub no_error_wrapping: bool,
}

structure_traits! {
    RestXml = "aws.protocols#restXml";
    AwsQueryError = "aws.protocols#awsQueryError";
}

/// Requests of the operation carry a checksum that callers may choose, or its responses do.
///
/// <https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait>
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HttpChecksum {
    /// The input member by which callers choose the algorithm.
    pub request_algorithm_member: Option<String>,
    /// Whether there is no request without a checksum.
    #[serde(default)]
    pub request_checksum_required: bool,
    /// The input member by which callers ask for the checksum of a response.
    pub request_validation_mode_member: Option<String>,
    /// The algorithms of the checksums that responses may carry.
    #[serde(default)]
    pub response_algorithms: Vec<String>,
}

impl Trait for HttpChecksum {
    const ID: &'static str = "aws.protocols#httpChecksum";

    fn read(value: &Value) -> Result<Self, String> {
        let read: Self = read_structure(value)?;
        let is_of_requests =
            read.request_checksum_required || read.request_algorithm_member.is_some();
        match (
            &read.request_validation_mode_member,
            read.response_algorithms.as_slice(),
        ) {
            (Some(_), []) => {
                Err("a `requestValidationModeMember` needs `responseAlgorithms`".into())
            }
            (None, [_, ..]) => {
                Err("`responseAlgorithms` need a `requestValidationModeMember`".into())
            }
            (None, []) if !is_of_requests => {
                Err("it says neither that requests carry a checksum nor that responses do".into())
            }
            _ => Ok(read),
        }
    }
}

/// Whether the requests of an operation with these traits carry the MD5 of their bodies: there has to
/// be a checksum, and no member says of which algorithm.
#[must_use]
pub fn needs_md5(operation: &Traits) -> bool {
    match operation.get::<HttpChecksum>() {
        Some(of) if of.request_algorithm_member.is_some() => false,
        Some(of) if of.request_checksum_required => true,
        _ => operation.has::<HttpChecksumRequired>(),
    }
}
