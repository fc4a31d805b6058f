//! Which texts are URLs that requests can go to, and what a host is made of.

use super::error::EndpointError;

/// What is wrong with a URL that requests should go to; `None` where nothing is.
///
/// The runtime joins requests with it by means of `http::Uri`, and would show a request as a whole,
/// its body too, where that refuses it.
#[inline]
pub(in crate::support) fn fault(text: &str) -> Option<&'static str> {
    const NO_URL: &str = "is not a URL with scheme and host, e.g. https://example.com";
    let Ok(uri) = text.parse::<http::Uri>() else {
        return Some(NO_URL);
    };
    let (Some(_), Some(authority)) = (uri.scheme(), uri.authority()) else {
        return Some(NO_URL);
    };
    if authority.as_str().contains('@') {
        return Some("has a user name or password in it: who calls is told by credentials");
    }
    if authority.host().is_empty() {
        return Some(NO_URL);
    }
    let Some(host) = host(authority.as_str()) else {
        return Some("has a port that is no number up to 65535");
    };
    // `http::Uri` also takes an address of IPv6 with something before it, and labels of nothing.
    let is_odd = host.contains('[') && !host.starts_with('[');
    if is_odd || host.starts_with('.') || host.contains("..") {
        return Some(NO_URL);
    }
    // `http::Uri` drops fragments, and the runtime drops queries of endpoints.
    text.contains(['?', '#'])
        .then_some("has a query or a fragment, which no request would have")
}

/// A text is no URL that requests can go to, and is shown without what may be a secret in it: user
/// name, password, query.
#[inline]
pub(in crate::support) fn invalid(text: &str) -> EndpointError {
    let (url, query) = match text.split_once('?') {
        Some((url, _)) => (url, "?**"),
        None => (text, ""),
    };
    let (user, rest) = url.rsplit_once('@').unwrap_or(("", url));
    let shown = match user.split_once("://") {
        _ if user.is_empty() => [rest, query].concat(),
        Some((scheme, _)) => [scheme, "://**@", rest, query].concat(),
        None => ["**@", rest, query].concat(),
    };
    EndpointError::InvalidUrl(shown)
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

/// Whether a text is one host label or, where `dots` allow it, several joined by dots.
#[inline]
pub(in crate::support) fn are_labels(text: &str, dots: bool) -> bool {
    if dots {
        text.split('.').all(is_label)
    } else {
        is_label(text)
    }
}

/// Whether a text is a host label of RFC 1123.
#[inline]
fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(is_label_byte)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Whether a byte may be part of a host label.
#[inline]
pub(super) fn is_label_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}
