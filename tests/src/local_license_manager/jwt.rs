//! The JSON Web Tokens that the service mints: what they say, and how they are read back.

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

/// Signs every token. It protects nothing: tokens of this server open no door elsewhere.
const KEY: &[u8] = b"local license manager";

/// What a token says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Claims {
    /// The service that minted the token.
    pub iss: String,
    /// The license that the token is for.
    pub aud: String,
    /// The token's id.
    pub jti: String,
    /// When the token was made, in seconds since 1970.
    pub iat: u64,
    /// When the token ends, in seconds since 1970.
    pub exp: u64,
    /// The caller's own data: `TokenProperties`.
    pub amr: Vec<String>,
    /// The roles that the token can assume.
    pub role_arns: Vec<String>,
    /// What the token is good for.
    pub token_use: TokenUse,
}

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TokenUse {
    /// Getting access tokens, for as long as the caller asked.
    Refresh,
    /// Assuming a role, for an hour.
    Access,
}

/// A token that could not be written or read.
#[derive(Debug)]
pub(crate) struct BadToken;

/// The token that says this.
pub(crate) fn mint(claims: &Claims) -> Result<String, BadToken> {
    super::hs256::install();
    let header = Header::new(Algorithm::HS256);
    encode(&header, claims, &EncodingKey::from_secret(KEY)).map_err(|_| BadToken)
}

/// What a token says, if its signature is ours. Whether it has expired is for the caller to
/// judge, by the service's own clock.
pub(crate) fn read(token: &str) -> Result<Claims, BadToken> {
    let mut validation = validation();
    validation.validate_aud = false;
    verify(token, &validation).map_err(|_| BadToken)
}

/// What a token must be, beside what a caller asks of it: signed as ours are. The day is not
/// looked at, since servers have a clock of their own.
pub(crate) fn validation() -> Validation {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = false;
    validation
}

/// What a token says, if it is signed with our key and is what `validation` asks for.
///
/// # Errors
/// What of it is not.
pub(crate) fn verify(token: &str, validation: &Validation) -> Result<Claims, ErrorKind> {
    super::hs256::install();
    match decode(token, &DecodingKey::from_secret(KEY), validation) {
        Ok(token) => Ok(token.claims),
        Err(error) => Err(error.into_kind()),
    }
}
