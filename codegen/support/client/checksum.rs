//! Whether checksums are calculated and checked that nobody insists on.

use aws_smithy_types::checksum_config::{RequestChecksumCalculation, ResponseChecksumValidation};
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use super::presigned::is_presigned;
use crate::support::http_checksum;
use crate::support::operation::ResponseChecksum;

/// The response of a call is checked.
#[derive(Debug)]
pub(super) struct Checks;

impl Storable for Checks {
    type Storer = StoreReplace<Self>;
}

/// The request without what a setting does not want, or would have to be sent by whoever has a presigned
/// one. Notes whether its response is checked.
#[inline]
pub(super) fn settle(
    mut request: http::Request<Vec<u8>>,
    facts: Option<ResponseChecksum>,
    config: &mut ConfigBag,
) -> http::Request<Vec<u8>> {
    let is_presigned = is_presigned(config);
    if is_presigned || !calculates(config) {
        http_checksum::without_unasked_checksum(&mut request);
    }
    let validation = config.load::<ResponseChecksumValidation>();
    let validates = validation != Some(&ResponseChecksumValidation::WhenRequired);
    if is_presigned || !validates {
        http_checksum::without_unasked_mode(&mut request);
    }
    let asks = facts.is_some_and(|facts| {
        let header = facts.mode_header.map(|name| request.headers().get(name));
        header.map_or(validates, |mode| mode.is_some_and(|mode| mode == "ENABLED"))
    });
    if asks {
        config.interceptor_state().store_put(Checks);
    }
    request
}

/// Whether checksums of requests are calculated that nobody insists on.
#[inline]
pub(super) fn calculates(config: &ConfigBag) -> bool {
    let calculation = config.load::<RequestChecksumCalculation>();
    calculation != Some(&RequestChecksumCalculation::WhenRequired)
}
