//! The life of a token: created once per `ClientToken`, listed, turned into access tokens,
//! deleted. This is the service itself; nothing here knows of HTTP.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use super::clock::{date, seconds};
use super::jwt::{self, Claims, TokenUse};
use super::members::{
    CreateTokenInput, DeleteTokenInput, Filter, GetAccessTokenInput, ListTokensInput,
    ListTokensOutput, TokenData, read,
};
use super::service_error::{ServiceError, denied, invalid, not_found};
use super::wire::Answer;

const SECONDS_PER_DAY: u64 = 24 * 60 * 60;
const DEFAULT_EXPIRATION_IN_DAYS: i32 = 365;
const ACCESS_TOKEN_SECONDS: u64 = 60 * 60;
const MAX_PAGE: usize = 100;
const AVAILABLE: &str = "AVAILABLE";
const DELETED: &str = "DELETED";

/// How long a `ClientToken` stands for the token that it created.
const IDEMPOTENCY: Duration = Duration::from_mins(10);

/// Every token that the service has created.
#[derive(Default)]
pub(super) struct Tokens {
    /// Goes into each token as `iss`.
    pub(super) issuer: String,
    /// Licenses that do not exist. Any other does.
    pub(super) unknown_licenses: HashSet<String>,
    created: Vec<TokenData>,
    by_client_token: HashMap<String, Creation>,
    access_tokens: u64,
}

/// A call of CreateToken that may be repeated.
struct Creation {
    at: SystemTime,
    input: CreateTokenInput,
    output: Value,
}

impl Tokens {
    /// Carries out an operation whose input meets the constraints of the model.
    pub(super) fn call(&mut self, operation: &str, input: Value, now: SystemTime) -> Answer {
        match operation {
            "CreateToken" => self.create_token(read(input)?, now),
            "GetAccessToken" => self.get_access_token(&read(input)?, now),
            "ListTokens" => self.list_tokens(&read(input)?),
            "DeleteToken" => self.delete_token(&read(input)?),
            _ => Err(ServiceError::new(
                "UnknownOperationException",
                format!("{operation} is not implemented here"),
            )),
        }
    }

    fn create_token(&mut self, input: CreateTokenInput, now: SystemTime) -> Answer {
        if let Some(earlier) = self.by_client_token.get(&input.client_token)
            && now < earlier.at + IDEMPOTENCY
        {
            return if earlier.input == input {
                Ok(earlier.output.clone())
            } else {
                Err(invalid(
                    "ClientToken was used with other parameters less than 10 minutes ago",
                ))
            };
        }
        if self.unknown_licenses.contains(&input.license_arn) {
            return Err(not_found("there is no such license"));
        }
        let (token, jwt) = self.new_token(&input, now)?;
        let output = json!({
            "TokenId": token.token_id,
            "TokenType": token.token_type,
            "Token": jwt,
        });
        self.created.push(token);
        let creation = Creation {
            at: now,
            input: input.clone(),
            output: output.clone(),
        };
        self.by_client_token.insert(input.client_token, creation);
        Ok(output)
    }

    fn new_token(
        &self,
        input: &CreateTokenInput,
        now: SystemTime,
    ) -> Result<(TokenData, String), ServiceError> {
        let days = input
            .expiration_in_days
            .unwrap_or(DEFAULT_EXPIRATION_IN_DAYS);
        let days = u64::try_from(days).ok().filter(|days| *days > 0);
        let days = days.ok_or_else(|| invalid("ExpirationInDays must be at least 1"))?;
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: input.license_arn.clone(),
            jti: format!("token-{:08}", self.created.len() + 1),
            iat: seconds(now),
            exp: seconds(now) + days * SECONDS_PER_DAY,
            amr: input.token_properties.clone(),
            role_arns: input.role_arns.clone(),
            token_use: TokenUse::Refresh,
        };
        let token = TokenData {
            token_id: claims.jti.clone(),
            token_type: "REFRESH_TOKEN",
            license_arn: claims.aud.clone(),
            expiration_time: date(claims.exp)
                .ok_or_else(|| invalid("ExpirationInDays goes beyond the year 9999"))?,
            token_properties: claims.amr.clone(),
            role_arns: claims.role_arns.clone(),
            status: AVAILABLE,
        };
        Ok((token, mint(&claims)?))
    }

    fn get_access_token(&mut self, input: &GetAccessTokenInput, now: SystemTime) -> Answer {
        let refresh = jwt::read(&input.token)
            .ok()
            .filter(|claims| claims.token_use == TokenUse::Refresh)
            .ok_or_else(|| invalid("Token is not a refresh token of this service"))?;
        if refresh.exp <= seconds(now) {
            return Err(denied("the token has expired"));
        }
        let mut issued = self.created.iter();
        if !issued.any(|token| token.token_id == refresh.jti && token.status != DELETED) {
            return Err(denied("the token has been deleted"));
        }
        let has = |property| refresh.amr.contains(property);
        if !input.token_properties.iter().all(has) {
            return Err(denied("the token does not have all of TokenProperties"));
        }
        self.access_tokens += 1;
        let access = Claims {
            jti: format!("access-{:08}", self.access_tokens),
            iat: seconds(now),
            exp: seconds(now) + ACCESS_TOKEN_SECONDS,
            token_use: TokenUse::Access,
            ..refresh
        };
        Ok(json!({ "AccessToken": mint(&access)? }))
    }

    fn list_tokens(&self, input: &ListTokensInput) -> Answer {
        let known = |filter: &Filter| filter.name == "LicenseArns";
        if !input.filters.iter().all(known) {
            return Err(invalid("the only filter is LicenseArns"));
        }
        // A page begins after the token that NextToken names, the last one of the page before.
        let begin = match &input.next_token {
            None => 0,
            Some(last) => self
                .created
                .iter()
                .position(|token| token.token_id == *last)
                .map(|index| index + 1)
                .ok_or_else(|| invalid("NextToken is not one that this service gave"))?,
        };
        let asked_for = |token: &&TokenData| input.selects(token);
        let mut rest = self.created[begin..].iter().filter(asked_for);
        let size = input.max_results.unwrap_or(MAX_PAGE);
        let tokens: Vec<_> = rest.by_ref().take(size).cloned().collect();
        let next_token = rest
            .next()
            .and_then(|_| tokens.last())
            .map(|token| token.token_id.clone());
        let output = ListTokensOutput { tokens, next_token };
        serde_json::to_value(output).map_err(|_| internal())
    }

    /// Deleting a deleted token succeeds, so that a call whose answer got lost can be repeated.
    fn delete_token(&mut self, input: &DeleteTokenInput) -> Answer {
        let named = |token: &&mut TokenData| token.token_id == input.token_id;
        let Some(token) = self.created.iter_mut().find(named) else {
            return Err(not_found("there is no such token"));
        };
        token.status = DELETED;
        Ok(json!({}))
    }
}

fn mint(claims: &Claims) -> Result<String, ServiceError> {
    jwt::mint(claims).map_err(|_| internal())
}

fn internal() -> ServiceError {
    ServiceError::new("ServerInternalException", "the token could not be written")
}
