//! Traits that AWS has for its services.
//!
//! <https://smithy.io/2.0/aws/aws-core.html>

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{annotation_traits, structure_traits};

/// The service is one of AWS, and has these names.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AwsService {
    /// The name that SDKs go by, e.g. `License Manager`.
    #[serde(deserialize_with = "sdk_id")]
    pub sdk_id: String,
    /// The namespace of the service's resources in ARNs.
    pub arn_namespace: Option<String>,
    /// The first label of the service's host names.
    pub endpoint_prefix: Option<String>,
}

/// How long the name may be that SDKs go by: it becomes the name of a folder.
const LONGEST_SDK_ID: usize = 100;

/// The name is part of paths and of a header.
fn sdk_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let id = String::deserialize(deserializer)?;
    let is_known = |c: char| c.is_ascii_alphanumeric() || " -_.".contains(c);
    if id.len() <= LONGEST_SDK_ID && id.chars().all(is_known) {
        return Ok(id);
    }
    Err(D::Error::custom(format!(
        "`{id}` cannot be an SDK id: it has letters, digits and spaces, at most {LONGEST_SDK_ID}"
    )))
}

annotation_traits! {
    /// The document that answers the operation is its output's one member itself.
    UnwrappedXmlOutput = "aws.customizations#s3UnwrappedXmlOutput";
}

structure_traits! {
    AwsService = "aws.api#service";
}
