//! Whole answers: status, headers and body, as operations of a generated crate read them.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use generated::Operation;
use generated::license_manager::{
    CheckoutLicenseInput, CreateTokenInput, DeleteTokenInput, GetAccessTokenInput, ListTokensInput,
};
use generated::sts::AssumeRoleWithWebIdentityInput;
use generated::support::operation::Failure;
use http::{HeaderMap, HeaderName, HeaderValue};

/// Reads an answer as each operation's. It is written as in HTTP, which people read and fuzzers change
/// with ease: the status, headers and an empty line, each ending in `\n`, and the body.
pub fn check(bytes: &[u8]) {
    let Some(answer) = parse(bytes) else {
        return;
    };
    check_operation::<AssumeRoleWithWebIdentityInput, true>(&answer);
    check_operation::<CheckoutLicenseInput, false>(&answer);
    check_operation::<CreateTokenInput, false>(&answer);
    check_operation::<DeleteTokenInput, false>(&answer);
    check_operation::<GetAccessTokenInput, false>(&answer);
    check_operation::<ListTokensInput, false>(&answer);
}

/// The status alone decides whether an answer is an error, or its root too, as it does for a query. An
/// error has a code and a text, whatever came with it.
fn check_operation<O: Operation, const BY_ROOT: bool>(answer: &http::Response<Vec<u8>>)
where
    O::Output: std::fmt::Debug,
{
    let read = O::response(&answer.into());
    let is_success = answer.status().is_success();
    match read {
        Ok(output) => {
            assert!(is_success);
            let _ = format!("{output:?}");
        }
        Err(Failure::Service(error)) => {
            assert!(BY_ROOT || !is_success);
            assert!(error.code().is_some_and(|code| !code.is_empty()));
            assert!(!error.to_string().is_empty());
            let _ = format!("{error:?}");
        }
        Err(Failure::Unreadable(error)) => {
            assert!(is_success, "only we cannot read an error: {error}");
            let _ = format!("{error:?}");
        }
        Err(_) => unreachable!("there is no other failure"),
    }
}

/// `None` where the bytes are no answer that could come to an operation.
fn parse(bytes: &[u8]) -> Option<http::Response<Vec<u8>>> {
    let (status, mut rest) = line(bytes)?;
    let mut answer = http::Response::new(Vec::new());
    *answer.status_mut() = http::StatusCode::from_bytes(status).ok()?;
    let mut headers = HeaderMap::new();
    loop {
        let (header, next) = line(rest)?;
        rest = next;
        if header.is_empty() {
            break;
        }
        let colon = header.iter().position(|byte| *byte == b':')?;
        let name = HeaderName::from_bytes(&header[..colon]).ok()?;
        let value = HeaderValue::from_bytes(header[colon + 1..].trim_ascii()).ok()?;
        // As HTTP clients do, which bound how many headers there are.
        headers.try_append(name, value).ok()?;
    }
    *answer.headers_mut() = headers;
    *answer.body_mut() = rest.to_vec();
    Some(answer)
}

/// The bytes up to the end of the line, and what follows.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_written_as_in_http() {
        let answer = parse(b"400\nx-amzn-errortype: Busy\na:b\n\n{\n}").expect("an answer");
        assert_eq!(answer.status(), 400);
        assert_eq!(answer.headers()["x-amzn-errortype"], "Busy");
        assert_eq!(answer.headers()["a"], "b");
        assert_eq!(answer.body(), b"{\n}");
    }

    #[test]
    fn what_is_cut_off_in_its_headers_is_no_answer() {
        assert!(parse(b"400\na: b").is_none());
        assert!(parse(b"400\na: b\n").is_none());
        assert!(parse(b"40\n\n").is_none());
    }
}
