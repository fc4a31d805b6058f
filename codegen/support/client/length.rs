//! How long the bodies of requests are: what the HTTP library does not say by itself. Of a request that
//! somebody else sends, they say it.

// needed by: streams
use aws_smithy_types::body::SdkBody;
// needed by: streams
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::ConfigBag;
use http::header::CONTENT_LENGTH;
// needed by: documents that may be absent
use http::{HeaderValue, Method};

use super::presigned::is_presigned;

// needed by: documents that may be absent
/// Says the length of a body that could be there and is not: HTTP libraries do not, and servers wait for
/// it, or refuse the request.
#[inline]
pub(super) fn say_that_nothing_follows(
    mut request: http::Request<Vec<u8>>,
    config: &ConfigBag,
) -> http::Request<Vec<u8>> {
    let has_body = matches!(
        *request.method(),
        Method::PATCH | Method::POST | Method::PUT
    );
    if has_body && request.body().is_empty() && !is_presigned(config) {
        let length = request.headers_mut().entry(CONTENT_LENGTH);
        length.or_insert(HeaderValue::from_static("0"));
    }
    request
}

// needed by: streams
/// The request with a stream as its body. Its length, where it is known, can be signed.
#[inline]
pub(super) fn with_stream(
    request: http::Request<Vec<u8>>,
    stream: ByteStream,
    config: &ConfigBag,
) -> http::Request<SdkBody> {
    let (mut head, _) = request.into_parts();
    let body = stream.into_inner();
    if !is_presigned(config)
        && let Some(length) = body.content_length()
    {
        let length_of_body = head.headers.entry(CONTENT_LENGTH);
        length_of_body.or_insert(length.into());
    }
    http::Request::from_parts(head, body)
}
