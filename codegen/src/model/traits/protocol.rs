//! Traits that say which protocols a service speaks.
//!
//! <https://smithy.io/2.0/aws/protocols/index.html>

use serde::Deserialize;

use super::{annotation_traits, structure_traits};

annotation_traits! {
    /// The service speaks awsJson1_0.
    AwsJson1_0 = "aws.protocols#awsJson1_0";
    /// The service speaks awsJson1_1.
    AwsJson1_1 = "aws.protocols#awsJson1_1";
    /// The service speaks restJson1.
    RestJson1 = "aws.protocols#restJson1";
    /// The service speaks restXml.
    RestXml = "aws.protocols#restXml";
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

structure_traits! {
    AwsQueryError = "aws.protocols#awsQueryError";
}
