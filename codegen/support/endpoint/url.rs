//! Where the parts of a URL are.

use std::ops::Range;

/// Where scheme, authority and path of a URL are; the authority is host and port, without user
/// information. `None` where a text is not a URL with a host, or has a query or fragment.
#[inline]
pub(super) fn parts(text: &str) -> Option<[Range<usize>; 3]> {
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

/// The host of an authority; `None` where there is none, or where its port is not a number.
#[inline]
pub(super) fn host(authority: &str) -> Option<&str> {
    let (host, port) = match authority.rfind(':') {
        Some(colon) if !authority.ends_with(']') => {
            (&authority[..colon], Some(&authority[colon + 1..]))
        }
        _ => (authority, None),
    };
    let port_is_valid = port.is_none_or(|port| port.parse::<u16>().is_ok());
    (!host.is_empty() && port_is_valid).then_some(host)
}
