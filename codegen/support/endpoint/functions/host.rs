//! What may be part of a host name: `isValidHostLabel`, `aws.isVirtualHostableS3Bucket`.

use std::net::Ipv4Addr;

/// Whether a string is a host label of RFC 1123, or several joined by dots where that is allowed.
#[inline]
pub(super) fn is_valid_label(text: &str, allow_subdomains: bool) -> bool {
    if allow_subdomains {
        text.split('.').all(is_label)
    } else {
        is_label(text)
    }
}

/// Whether a bucket's name is lower case, of 3 to 63 characters, a valid host label, or several
/// where that is allowed, and not an IP address.
#[inline]
pub(super) fn is_virtual_hostable_bucket(name: &str, allow_subdomains: bool) -> bool {
    (3..=63).contains(&name.len())
        && !name.bytes().any(|byte| byte.is_ascii_uppercase())
        && is_valid_label(name, allow_subdomains)
        && name.parse::<Ipv4Addr>().is_err()
}

#[inline]
fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
