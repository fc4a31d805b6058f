//! Calls that end with their requests, and the headers that these leave out.

use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use http::header::{ACCEPT, CONTENT_TYPE};

use crate::support::operation::Own;

/// A call that ends with its request.
#[derive(Debug)]
pub(super) struct Presigned;

impl Storable for Presigned {
    type Storer = StoreReplace<Self>;
}

/// Whether a call ends with its request.
#[inline]
pub(super) fn is_presigned(config: &ConfigBag) -> bool {
    config.load::<Presigned>().is_some()
}

/// The request without headers that are there by default, and that nobody has to send: each that is
/// signed has to be sent exactly so. A document keeps its media type, without which it would not be
/// understood; what the service itself demands (the name of an operation, a checksum, the version of
/// an API) stays as well.
#[inline]
pub(super) fn settle(
    mut request: http::Request<Vec<u8>>,
    config: &ConfigBag,
) -> http::Request<Vec<u8>> {
    if !is_presigned(config) {
        return request;
    }
    let own = request.extensions().get().copied();
    let own: Own = own.unwrap_or_default();
    let is_document = !own.body && !request.body().is_empty();
    let headers = request.headers_mut();
    if !own.accept {
        headers.remove(ACCEPT);
    }
    if !own.content_type && !is_document {
        headers.remove(CONTENT_TYPE);
    }
    request
}
