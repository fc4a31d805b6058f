//! The inputs and outputs of the operations, as the service reads and writes them.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::service_error::ServiceError;

/// Reads an input whose members have the types of the model.
///
/// # Errors
/// `SerializationException` where something of it does not fit.
pub(super) fn read<T: DeserializeOwned>(input: Value) -> Result<T, ServiceError> {
    serde_json::from_value(input)
        .map_err(|error| ServiceError::new("SerializationException", error.to_string()))
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct CreateTokenInput {
    pub(super) license_arn: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(super) role_arns: Vec<String>,
    pub(super) expiration_in_days: Option<i32>,
    #[serde(default, deserialize_with = "or_default")]
    pub(super) token_properties: Vec<String>,
    pub(super) client_token: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct GetAccessTokenInput {
    pub(super) token: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(super) token_properties: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct DeleteTokenInput {
    pub(super) token_id: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct ListTokensInput {
    #[serde(default, deserialize_with = "or_default")]
    pub(super) token_ids: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(super) filters: Vec<Filter>,
    pub(super) next_token: Option<String>,
    pub(super) max_results: Option<usize>,
}

impl ListTokensInput {
    /// Whether a token is one of those asked for. Naming none asks for all.
    pub(super) fn selects(&self, token: &TokenData) -> bool {
        let named = self.token_ids.is_empty() || self.token_ids.contains(&token.token_id);
        let of_license = |filter: &Filter| filter.values.contains(&token.license_arn);
        named && self.filters.iter().all(of_license)
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Filter {
    #[serde(default, deserialize_with = "or_default")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(super) values: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct ListTokensOutput {
    pub(super) tokens: Vec<TokenData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next_token: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct TokenData {
    pub(super) token_id: String,
    pub(super) token_type: &'static str,
    pub(super) license_arn: String,
    pub(super) expiration_time: String,
    pub(super) token_properties: Vec<String>,
    pub(super) role_arns: Vec<String>,
    pub(super) status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct CheckoutLicenseInput {
    #[serde(rename = "ProductSKU")]
    pub(super) product_sku: String,
    #[serde(rename = "CheckoutType")]
    pub(super) checkout_type: String,
    #[serde(rename = "Entitlements")]
    pub(super) entitlements: Vec<EntitlementData>,
    #[serde(rename = "ClientToken")]
    pub(super) client_token: String,
    #[serde(rename = "NodeId")]
    pub(super) node_id: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct CheckoutLicenseOutput<'a> {
    pub(super) checkout_type: &'a str,
    pub(super) license_consumption_token: String,
    pub(super) entitlements_allowed: &'a [EntitlementData],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) node_id: Option<&'a str>,
    pub(super) issued_at: Option<String>,
    pub(super) expiration: Option<String>,
    pub(super) license_arn: &'a str,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct EntitlementData {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<String>,
    pub(super) unit: String,
}

/// Reads `null` like a member that is absent, as the protocol asks.
fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
