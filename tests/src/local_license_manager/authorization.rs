//! Reads what a request says of its own signature: the headers `Authorization` and
//! `X-Amz-Date`.

use std::time::SystemTime;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use http::HeaderMap;

use super::service_error::ServiceError;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

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
}

impl Authorization {
    /// Reads the headers of a request.
    ///
    /// # Errors
    /// `MissingAuthenticationTokenException` where the request is not signed at all,
    /// `IncompleteSignatureException` where a part of it is missing.
    pub(super) fn of(headers: &HeaderMap) -> Result<Self, ServiceError> {
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
        let (access_key_id, scope) = part("Credential")?
            .split_once('/')
            .ok_or_else(|| incomplete("Credential lacks its scope"))?;
        Ok(Self {
            access_key_id: access_key_id.to_owned(),
            scope: scope.to_owned(),
            signed_headers: part("SignedHeaders")?
                .split(';')
                .map(str::to_owned)
                .collect(),
            signature: part("Signature")?.to_owned(),
            date: header("x-amz-date")
                .ok_or_else(|| incomplete("the header X-Amz-Date is missing"))?
                .to_owned(),
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
