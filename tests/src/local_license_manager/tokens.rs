//! The life of a token: created once per `ClientToken`, listed, turned into access tokens,
//! deleted. This is the service itself; nothing here knows of HTTP.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, SystemTime};

use generated::license_manager::types::{Filter, TokenData, TokenType};
use generated::license_manager::{
    CreateTokenInput, CreateTokenOutput, DeleteTokenInput, DeleteTokenOutput, Error,
    GetAccessTokenInput, GetAccessTokenOutput, ListTokensInput, ListTokensOutput,
};

use super::clock::{date, seconds};
use super::errors::{denied, internal, invalid, not_found};
use super::jwt::{self, Claims, TokenUse};

const SECONDS_PER_DAY: u64 = 24 * 60 * 60;
const DEFAULT_EXPIRATION_IN_DAYS: i32 = 365;
const ACCESS_TOKEN_SECONDS: u64 = 60 * 60;
const MAX_PAGE: i32 = 100;
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
    output: CreateTokenOutput,
}

impl Tokens {
    /// Creates a token, once for each `ClientToken`.
    pub(super) fn create(
        &mut self,
        input: CreateTokenInput,
        now: SystemTime,
    ) -> Result<CreateTokenOutput, Error> {
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
        let claims = self.claims(&input, now)?;
        let token = listed(&claims)?;
        let output = CreateTokenOutput::builder()
            .token_id(&claims.jti)
            .token_type(TokenType::RefreshToken)
            .token(mint(&claims)?)
            .build();
        self.created.push(token);
        let creation = Creation {
            at: now,
            input: input.clone(),
            output: output.clone(),
        };
        self.by_client_token.insert(input.client_token, creation);
        Ok(output)
    }

    /// What a new token says.
    fn claims(&self, input: &CreateTokenInput, now: SystemTime) -> Result<Claims, Error> {
        let days = input
            .expiration_in_days
            .unwrap_or(DEFAULT_EXPIRATION_IN_DAYS);
        let days = u64::try_from(days).ok().filter(|days| *days > 0);
        let days = days.ok_or_else(|| invalid("ExpirationInDays must be at least 1"))?;
        Ok(Claims {
            iss: self.issuer.clone(),
            aud: input.license_arn.clone(),
            jti: format!("token-{:08}", self.created.len() + 1),
            iat: seconds(now),
            exp: seconds(now) + days * SECONDS_PER_DAY,
            amr: input.token_properties.clone().unwrap_or_default(),
            role_arns: input.role_arns.clone().unwrap_or_default(),
            token_use: TokenUse::Refresh,
        })
    }

    /// An access token for a refresh token.
    pub(super) fn get_access_token(
        &mut self,
        input: &GetAccessTokenInput,
        now: SystemTime,
    ) -> Result<GetAccessTokenOutput, Error> {
        let refresh = jwt::read(&input.token)
            .ok()
            .filter(|claims| claims.token_use == TokenUse::Refresh)
            .ok_or_else(|| invalid("Token is not a refresh token of this service"))?;
        if refresh.exp <= seconds(now) {
            return Err(denied("the token has expired"));
        }
        let mut issued = self.created.iter();
        if !issued.any(|token| has_id(token, &refresh.jti) && !is_deleted(token)) {
            return Err(denied("the token has been deleted"));
        }
        let mut properties = input.token_properties.iter().flatten();
        if !properties.all(|property| refresh.amr.contains(property)) {
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
        let output = GetAccessTokenOutput::builder().access_token(mint(&access)?);
        Ok(output.build())
    }

    /// A page of the tokens that are asked for.
    pub(super) fn list(&self, input: &ListTokensInput) -> Result<ListTokensOutput, Error> {
        let known = |filter: &Filter| filter.name.as_deref() == Some("LicenseArns");
        if !input.filters.iter().flatten().all(known) {
            return Err(invalid("the only filter is LicenseArns"));
        }
        // A page begins after the token that NextToken names, the last one of the page before.
        let begin = match &input.next_token {
            None => 0,
            Some(last) => self
                .created
                .iter()
                .position(|token| has_id(token, last))
                .map(|index| index + 1)
                .ok_or_else(|| invalid("NextToken is not one that this service gave"))?,
        };
        let rest = self.created[begin..].iter();
        let mut rest = rest.filter(|token| is_asked_for(token, input));
        let size = input.max_results.unwrap_or(MAX_PAGE);
        let tokens = rest.by_ref().take(size.try_into().unwrap_or_default());
        let mut output = ListTokensOutput::builder().tokens(tokens.cloned()).build();
        if rest.next().is_some() {
            let last = output.tokens.as_ref().and_then(|tokens| tokens.last());
            output.next_token = last.and_then(|token| token.token_id.clone());
        }
        Ok(output)
    }

    /// Deleting a deleted token succeeds, so that a call whose answer got lost can be repeated.
    pub(super) fn delete(&mut self, input: &DeleteTokenInput) -> Result<DeleteTokenOutput, Error> {
        let mut created = self.created.iter_mut();
        let Some(token) = created.find(|token| has_id(token, &input.token_id)) else {
            return Err(not_found("there is no such token"));
        };
        token.status = Some(DELETED.to_owned());
        Ok(DeleteTokenOutput::default())
    }
}

/// What is listed of a refresh token.
fn listed(claims: &Claims) -> Result<TokenData, Error> {
    let end =
        date(claims.exp).ok_or_else(|| invalid("ExpirationInDays goes beyond the year 9999"))?;
    let token = TokenData::builder()
        .token_id(&claims.jti)
        .token_type(TokenType::RefreshToken.as_str())
        .license_arn(&claims.aud)
        .expiration_time(end)
        .token_properties(&claims.amr)
        .role_arns(&claims.role_arns)
        .status(AVAILABLE);
    Ok(token.build())
}

fn has_id(token: &TokenData, id: &str) -> bool {
    token.token_id.as_deref() == Some(id)
}

fn is_deleted(token: &TokenData) -> bool {
    token.status.as_deref() == Some(DELETED)
}

/// Whether a token is one of those asked for. Naming none asks for all.
fn is_asked_for(token: &TokenData, input: &ListTokensInput) -> bool {
    let one_of = |wanted: &Option<Vec<String>>, it: &Option<String>| match (wanted, it) {
        (Some(wanted), Some(it)) => wanted.contains(it),
        _ => false,
    };
    let names_none = input.token_ids.iter().flatten().next().is_none();
    let mut filters = input.filters.iter().flatten();
    (names_none || one_of(&input.token_ids, &token.token_id))
        && filters.all(|filter| one_of(&filter.values, &token.license_arn))
}

fn mint(claims: &Claims) -> Result<String, Error> {
    jwt::mint(claims).map_err(|_| internal("the token could not be written"))
}
