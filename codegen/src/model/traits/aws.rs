//! Traits that AWS has for its services.
//!
//! <https://smithy.io/2.0/aws/aws-core.html>

use serde::Deserialize;

use super::structure_traits;

/// The service is one of AWS, and has these names.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AwsService {
    /// The name that SDKs go by, e.g. `License Manager`.
    pub sdk_id: String,
    /// The namespace of the service's resources in ARNs.
    pub arn_namespace: Option<String>,
    /// The first label of the service's host names.
    pub endpoint_prefix: Option<String>,
}

structure_traits! {
    AwsService = "aws.api#service";
}
