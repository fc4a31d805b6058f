//! Requests that somebody else sends: there are none, as what proves who calls is in a header, or does
//! not expire.

use aws_smithy_types::config_bag::ConfigBag;

/// Whether a call ends with its request.
#[inline]
pub(super) fn is_presigned(_: &ConfigBag) -> bool {
    false
}
