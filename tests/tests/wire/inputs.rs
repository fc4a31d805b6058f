//! The inputs of the recorded calls, built as a caller of the generated crate builds them.

use generated::Operation;
use generated::license_manager::types::Filter;
use generated::license_manager::{
    Client, CreateTokenInput, DeleteTokenInput, Error, GetAccessTokenInput, ListTokensInput,
};
use http::Request;
use serde_json::Value;

/// The input of any operation.
pub enum Input {
    CreateToken(CreateTokenInput),
    DeleteToken(DeleteTokenInput),
    GetAccessToken(GetAccessTokenInput),
    ListTokens(ListTokensInput),
}

impl Input {
    /// The input of an operation with these members.
    pub fn of(operation: &str, members: &Value) -> Self {
        match operation {
            "CreateToken" => Self::CreateToken(create_token(members)),
            "DeleteToken" => Self::DeleteToken(delete_token(members)),
            "GetAccessToken" => Self::GetAccessToken(get_access_token(members)),
            "ListTokens" => Self::ListTokens(list_tokens(members)),
            other => panic!("the recording has an operation {other}"),
        }
    }

    /// The request as the sans-IO core makes it.
    pub fn request(&self) -> Request<Vec<u8>> {
        let request = match self {
            Self::CreateToken(input) => input.request(),
            Self::DeleteToken(input) => input.request(),
            Self::GetAccessToken(input) => input.request(),
            Self::ListTokens(input) => input.request(),
        };
        request.expect("the input can be sent")
    }

    /// Calls the operation.
    pub async fn send(self, client: &Client) -> Result<(), Error> {
        match self {
            Self::CreateToken(input) => client.call(input).await.map(drop)?,
            Self::DeleteToken(input) => client.call(input).await.map(drop)?,
            Self::GetAccessToken(input) => client.call(input).await.map(drop)?,
            Self::ListTokens(input) => client.call(input).await.map(drop)?,
        }
        Ok(())
    }
}

fn create_token(members: &Value) -> CreateTokenInput {
    let mut builder = CreateTokenInput::builder()
        .license_arn(text(&members["LicenseArn"]))
        .client_token(text(&members["ClientToken"]));
    if let Some(arns) = members.get("RoleArns") {
        builder = builder.role_arns(texts(arns));
    }
    if let Some(days) = members.get("ExpirationInDays") {
        builder = builder.expiration_in_days(integer(days));
    }
    if let Some(properties) = members.get("TokenProperties") {
        builder = builder.token_properties(texts(properties));
    }
    builder.build()
}

fn delete_token(members: &Value) -> DeleteTokenInput {
    let builder = DeleteTokenInput::builder();
    builder.token_id(text(&members["TokenId"])).build()
}

fn get_access_token(members: &Value) -> GetAccessTokenInput {
    let mut builder = GetAccessTokenInput::builder().token(text(&members["Token"]));
    if let Some(properties) = members.get("TokenProperties") {
        builder = builder.token_properties(texts(properties));
    }
    builder.build()
}

fn list_tokens(members: &Value) -> ListTokensInput {
    let mut builder = ListTokensInput::builder();
    if let Some(ids) = members.get("TokenIds") {
        builder = builder.token_ids(texts(ids));
    }
    if let Some(filters) = members.get("Filters") {
        builder = builder.filters(items(filters).iter().map(filter));
    }
    if let Some(next) = members.get("NextToken") {
        builder = builder.next_token(text(next));
    }
    if let Some(max) = members.get("MaxResults") {
        builder = builder.max_results(integer(max));
    }
    builder.build()
}

fn filter(members: &Value) -> Filter {
    let mut builder = Filter::builder();
    if let Some(name) = members.get("Name") {
        builder = builder.name(text(name));
    }
    if let Some(values) = members.get("Values") {
        builder = builder.values(texts(values));
    }
    builder.build()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn items(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    items(value).iter().map(text)
}

fn integer(value: &Value) -> i32 {
    let value = value.as_i64().and_then(|value| value.try_into().ok());
    value.expect("an integer")
}
