//! What may be part of a host name: `isValidHostLabel`, `aws.isVirtualHostableS3Bucket`.

use std::net::Ipv4Addr;

use super::super::evaluate::Arguments;
use super::super::url::are_labels;
use super::super::value::Value;

/// `isValidHostLabel`: whether a string is a host label of RFC 1123, or several joined by dots
/// where that is allowed.
#[inline]
pub fn is_valid_host_label<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let is_valid = are_labels(&args.text(0)?, args.bool(1)?);
    Some(Value::Boolean(is_valid))
}

/// `aws.isVirtualHostableS3Bucket`: whether a bucket's name is lower case, of 3 to 63 characters,
/// a valid host label, or several where that is allowed, and not an IP address.
#[inline]
pub fn is_virtual_hostable_s3_bucket<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let (name, allow_subdomains) = (args.text(0)?, args.bool(1)?);
    let is_hostable = (3..=63).contains(&name.len())
        && !name.bytes().any(|byte| byte.is_ascii_uppercase())
        && are_labels(&name, allow_subdomains)
        && name.parse::<Ipv4Addr>().is_err();
    Some(Value::Boolean(is_hostable))
}
