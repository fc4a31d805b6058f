//! Reads what a request says of its own signature: in the headers `Authorization` and `X-Amz-Date`,
//! or, where it has been presigned, in the query of its URL.

use std::time::{Duration, SystemTime};

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use http::HeaderMap;
use http::request::Parts;

use super::service_error::ServiceError;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// How long a presigned request may last.
const WEEK: Duration = Duration::from_hours(7 * 24);

/// A signature, and what it claims to have been made with.
#[derive(Debug)]
pub(super) struct Authorization {
    pub(super) access_key_id: String,
    /// `20260131/us-east-1/license-manager/aws4_request`
    pub(super) scope: String,
    /// Names in lower case, in the order signed.
    pub(super) signed_headers: Vec<String>,
    /// In lower case hexadecimal digits.
    pub(super) signature: String,
    /// `20260131T235959Z`
    pub(super) date: String,
    /// The token that goes with temporary credentials.
    pub(super) session_token: Option<String>,
    /// How long the signature lasts, where it has been made for somebody else to send.
    pub(super) lasts: Option<Duration>,
}

impl Authorization {
    /// Reads the URL or the headers of a request.
    ///
    /// # Errors
    /// `MissingAuthenticationTokenException` where the request is not signed at all,
    /// `IncompleteSignatureException` where a part of it is missing.
    pub(super) fn of(request: &Parts) -> Result<Self, ServiceError> {
        match request.uri.query() {
            Some(query) if query.contains("X-Amz-Signature=") => Self::of_query(query),
            _ => Self::of_headers(&request.headers),
        }
    }

    fn of_query(query: &str) -> Result<Self, ServiceError> {
        let parameter = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            unescaped(pairs.find(|(key, _)| *key == name)?.1)
        };
        let required =
            |name| parameter(name).ok_or_else(|| incomplete(format!("the URL lacks {name}")));
        if required("X-Amz-Algorithm")? != ALGORITHM {
            return Err(incomplete("X-Amz-Algorithm must be AWS4-HMAC-SHA256"));
        }
        let lasts = required("X-Amz-Expires")?.parse().map(Duration::from_secs);
        let lasts = lasts.map_err(|_| incomplete("X-Amz-Expires must be a number of seconds"))?;
        if lasts.is_zero() || lasts > WEEK {
            return Err(incomplete("X-Amz-Expires must be a week at most"));
        }
        let (access_key_id, scope) = credential(&required("X-Amz-Credential")?)?;
        Ok(Self {
            access_key_id,
            scope,
            signed_headers: names(&required("X-Amz-SignedHeaders")?),
            signature: required("X-Amz-Signature")?,
            date: required("X-Amz-Date")?,
            session_token: parameter("X-Amz-Security-Token"),
            lasts: Some(lasts),
        })
    }

    fn of_headers(headers: &HeaderMap) -> Result<Self, ServiceError> {
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(authorization) = header("authorization") else {
            let message = "the request is not signed";
            return Err(ServiceError::new(
                "MissingAuthenticationTokenException",
                message,
            ));
        };
        let parts = authorization
            .strip_prefix(ALGORITHM)
            .ok_or_else(|| incomplete("Authorization must begin with AWS4-HMAC-SHA256"))?;
        let part = |name: &str| {
            parts
                .split(',')
                .filter_map(|part| part.trim().split_once('='))
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value)
                .ok_or_else(|| incomplete(format!("Authorization lacks {name}")))
        };
        let (access_key_id, scope) = credential(part("Credential")?)?;
        Ok(Self {
            access_key_id,
            scope,
            signed_headers: names(part("SignedHeaders")?),
            signature: part("Signature")?.to_owned(),
            date: header("x-amz-date")
                .ok_or_else(|| incomplete("the header X-Amz-Date is missing"))?
                .to_owned(),
            session_token: header("x-amz-security-token").map(str::to_owned),
            lasts: None,
        })
    }

    /// When the signature was made.
    ///
    /// # Errors
    /// `IncompleteSignatureException` where that is not a date.
    pub(super) fn signed_at(&self) -> Result<SystemTime, ServiceError> {
        extended(&self.date)
            .and_then(|date| DateTime::from_str(&date, Format::DateTime).ok())
            .and_then(|date| SystemTime::try_from(date).ok())
            .ok_or_else(|| incomplete("X-Amz-Date must be a date such as 20260131T235959Z"))
    }
}

/// The access key and the scope of `AKID/20260131/us-east-1/license-manager/aws4_request`.
fn credential(text: &str) -> Result<(String, String), ServiceError> {
    let (access_key_id, scope) = text
        .split_once('/')
        .ok_or_else(|| incomplete("Credential lacks its scope"))?;
    Ok((access_key_id.to_owned(), scope.to_owned()))
}

fn names(text: &str) -> Vec<String> {
    text.split(';').map(str::to_owned).collect()
}

/// A value of a query; `None` where it is not UTF-8 in percent-encoding.
fn unescaped(value: &str) -> Option<String> {
    let mut parts = value.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (escaped, rest) = part.split_at_checked(2)?;
        bytes.extend(hex::decode(escaped).ok()?);
        bytes.extend(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// `2026-01-31T23:59:59Z` for `20260131T235959Z`.
fn extended(basic: &str) -> Option<String> {
    let (year, month, day) = (basic.get(..4)?, basic.get(4..6)?, basic.get(6..8)?);
    let time = basic.get(8..)?;
    let (hour, minute, second) = (time.get(..3)?, time.get(3..5)?, time.get(5..)?);
    Some(format!("{year}-{month}-{day}{hour}:{minute}:{second}"))
}

fn incomplete(message: impl Into<String>) -> ServiceError {
    ServiceError::new("IncompleteSignatureException", message)
}
