//! The parts of a URL: `parseURL`.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;
use std::sync::Arc;

use super::super::evaluate::Arguments;
use super::super::url::host;
use super::super::value::Value;
use super::text::cut;

/// `parseURL`: the parts of a URL of HTTP or HTTPS that has no query.
#[inline]
pub fn parse_url<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let text = args.text(0)?;
    let parts = parts(&text)?;
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

/// Where scheme, authority and path of a URL are; the authority is host and port, without user
/// information. `None` where a text is not a URL with a host, or has a query or fragment.
#[inline]
fn parts(text: &str) -> Option<[Range<usize>; 3]> {
    let is_refused = |byte: u8| byte <= b' ' || matches!(byte, b'?' | b'#' | 0x7f);
    if text.bytes().any(is_refused) {
        return None;
    }
    let scheme = 0..text.find("://")?;
    let start = scheme.end + "://".len();
    let end = text[start..].find('/').map_or(text.len(), |at| start + at);
    let user_info = text[start..end].rfind('@').map_or(0, |at| at + 1);
    let authority = start + user_info..end;
    let is_url = is_scheme(&text[scheme.clone()]) && host(&text[authority.clone()]).is_some();
    is_url.then_some([scheme, authority, end..text.len()])
}

#[inline]
fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}
