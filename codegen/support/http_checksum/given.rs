//! What the caller of a request says of its checksum: the algorithm, or the checksum itself.

use aws_smithy_types::base64;
use http::HeaderMap;

use super::super::operation::{BuildError, RequestChecksum};
use super::Algorithm;

/// How the headers begin that have a checksum.
const PREFIX: &str = "x-amz-checksum-";

/// What else begins so.
const OTHERS: [&str; 3] = [
    "x-amz-checksum-algorithm",
    "x-amz-checksum-mode",
    "x-amz-checksum-type",
];

/// Whether any of these headers, whose names are in lower case, is a checksum, known or not.
#[inline]
pub fn is_given<'h>(mut headers: impl Iterator<Item = &'h str>) -> bool {
    headers.any(|name| name.starts_with(PREFIX) && !OTHERS.contains(&name))
}

/// Checks the checksums that the caller of a request has set.
///
/// # Errors
/// Where one is none: it is not base64, or of another length.
pub fn check_given<B>(request: http::Request<B>) -> Result<http::Request<B>, BuildError> {
    for (name, value) in request.headers() {
        let Some(algorithm) = Algorithm::from_header(name.as_str()) else {
            continue;
        };
        if !value
            .to_str()
            .is_ok_and(|text| is_checksum(algorithm, text))
        {
            return Err(BuildError::new(format!(
                "the header `{name}` is no checksum: give its {} bytes in base64",
                algorithm.bytes()
            )));
        }
    }
    Ok(request)
}

/// Whether a text is a checksum of this algorithm.
#[inline]
pub(super) fn is_checksum(algorithm: Algorithm, text: &str) -> bool {
    base64::decode(text).is_ok_and(|bytes| bytes.len() == algorithm.bytes())
}

/// The algorithm that the head of a request says its caller has chosen; `None` where none is.
///
/// # Errors
/// Where it is not known: no other is taken in its place.
#[inline]
pub fn chosen(
    headers: &HeaderMap,
    facts: RequestChecksum,
) -> Result<Option<Algorithm>, BuildError> {
    let value = facts.algorithm_header.and_then(|name| headers.get(name));
    let name = value.map(|value| value.to_str().unwrap_or_default());
    name.map(known).transpose()
}

/// The algorithm of this name.
#[inline]
pub(super) fn known(name: &str) -> Result<Algorithm, BuildError> {
    Algorithm::from_name(name).ok_or_else(|| {
        let known: Vec<&str> = Algorithm::all().map(Algorithm::name).collect();
        BuildError::new(format!(
            "the algorithm that is chosen for its checksum is not known: choose one of {}, or set the \
             checksum itself",
            known.join(", ")
        ))
    })
}
