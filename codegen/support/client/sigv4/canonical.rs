//! Requests in the form in which they are signed.
//!
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request>

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use http::Uri;
use http::uri::Authority;
use sha2::{Digest, Sha256};

/// Headers that are not signed: what signs, and what is changed on the way.
const UNSIGNED: [&str; 4] = [
    "authorization",
    "transfer-encoding",
    "user-agent",
    "x-amzn-trace-id",
];

/// A request as it is signed.
pub(super) struct Form {
    pub(super) text: String,
    /// The names of the headers in it, as `host;x-amz-date`.
    pub(super) signed_headers: String,
}

/// The form of a request with these headers in place of its own of their names, and this hash of its
/// body. Where its path is not signed as it is sent, it is encoded once more or made simpler. Nothing, where
/// the form of a request is not as simple as that of most: then the runtime knows.
#[inline]
pub(super) fn form(
    request: &HttpRequest,
    is_path_as_sent: bool,
    added: &[(&'static str, &str)],
    body: &str,
) -> Option<Form> {
    let uri: Uri = request.uri().parse().ok()?;
    let path = uri.path();
    if !is_path_as_sent && !is_plain(path) {
        return None;
    }
    let mut headers = added.to_vec();
    let mut has_host = false;
    for (name, value) in request.headers() {
        has_host |= name == "host";
        if !UNSIGNED.contains(&name) && !added.iter().any(|(added, _)| *added == name) {
            headers.push((name, value));
        }
    }
    if !has_host {
        headers.push(("host", host(&uri)?));
    }
    headers.sort_by_key(|(name, _)| *name);
    let mut text = String::with_capacity(1024);
    text.extend([request.method(), "\n", path, "\n"]);
    push_parameters(&mut text, uri.query().unwrap_or_default())?;
    let mut signed_headers = String::with_capacity(128);
    let mut last = "";
    for (name, value) in headers {
        if value.starts_with(' ') || value.ends_with(' ') || value.contains("  ") {
            return None;
        }
        if name == last {
            text.extend([",", value]);
            continue;
        }
        text.extend(["\n", name, ":", value]);
        signed_headers.extend([if last.is_empty() { "" } else { ";" }, name]);
        last = name;
    }
    text.extend(["\n\n", &signed_headers, "\n", body]);
    Some(Form {
        text,
        signed_headers,
    })
}

/// The hash of some bytes, in hexadecimal digits.
#[inline]
pub(super) fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from(half + if half < 10 { b'0' } else { b'a' - 10 }));
        }
    }
    text
}

/// The header of a request to this URI. A port that its scheme implies is left out.
#[inline]
fn host(uri: &Uri) -> Option<&str> {
    match (uri.scheme_str(), uri.port_u16()) {
        (Some("http"), Some(80)) | (Some("https"), Some(443)) => uri.host(),
        _ => uri.authority().map(Authority::as_str),
    }
}

/// Whether a path stays the same when it is encoded and made simpler.
#[inline]
fn is_plain(path: &str) -> bool {
    path.bytes().all(|byte| byte == b'/' || is_unreserved(byte))
        && !path.contains("//")
        && !path.contains("/.")
}

/// Writes parameters in the order of their names. Nothing, where any is encoded otherwise than in the signed
/// form.
#[inline]
fn push_parameters(text: &mut String, query: &str) -> Option<()> {
    let mut pairs = Vec::new();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !is_encoded(name.as_bytes()) || !is_encoded(value.as_bytes()) {
            return None;
        }
        if !pair.is_empty() {
            pairs.push((name, value));
        }
    }
    pairs.sort_unstable();
    let mut between = "";
    for (name, value) in pairs {
        text.extend([between, name, "=", value]);
        between = "&";
    }
    Some(())
}

/// Whether a text of ASCII is encoded as in the signed form: all that has to be, and nothing else.
#[inline]
fn is_encoded(mut text: &[u8]) -> bool {
    while let [byte, rest @ ..] = text {
        text = match (byte, rest) {
            (
                b'%',
                [
                    high @ b'0'..=b'7',
                    low @ (b'0'..=b'9' | b'A'..=b'F'),
                    rest @ ..,
                ],
            ) => {
                let low = if *low < b'A' {
                    low - b'0'
                } else {
                    low - b'A' + 10
                };
                if is_unreserved((high - b'0') << 4 | low) {
                    return false;
                }
                rest
            }
            (byte, rest) if is_unreserved(*byte) => rest,
            _ => return false,
        };
    }
    true
}

/// Whether a byte is never encoded.
#[inline]
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}
