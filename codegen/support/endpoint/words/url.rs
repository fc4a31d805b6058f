//! The parts of a URL: `parseURL`.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use super::super::evaluate::Arguments;
use super::super::url::{self, host};
use super::super::value::Value;
use super::text::cut;

/// `parseURL`: the parts of a URL of HTTP or HTTPS that has no query.
#[inline]
pub fn parse_url<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let text = args.text(0)?;
    let parts = url::parts(&text)?;
    let [scheme, authority, path] = parts.map(|range| cut(&text, &range));
    // The path with a slash at either end.
    let normalized_path = match path.as_ref() {
        "" => Cow::Borrowed("/"),
        closed if closed.ends_with('/') => path.clone(),
        open => Cow::Owned(format!("{open}/")),
    };
    let is_ip = is_ip(&authority);
    matches!(&*scheme, "http" | "https").then(|| {
        Value::Record(Arc::new([
            ("scheme", scheme.into()),
            ("authority", authority.into()),
            ("path", path.into()),
            ("normalizedPath", normalized_path.into()),
            ("isIp", is_ip.into()),
        ]))
    })
}

#[inline]
fn is_ip(authority: &str) -> bool {
    let Some(host) = host(authority) else {
        return false;
    };
    let bracketed = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    match bracketed {
        Some(host) => host.parse::<Ipv6Addr>().is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    }
}
