//! The parts of a URL: `parseURL`.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

use super::super::value::Value;
use super::text::cut;

/// A URL that `parseURL` accepts, and where its parts are.
#[derive(Clone, Debug)]
pub(in super::super) struct Url<'v> {
    text: Cow<'v, str>,
    parts: Parts,
}

#[derive(Clone, Debug)]
struct Parts {
    scheme: Range<usize>,
    /// Host and port, without user information.
    authority: Range<usize>,
    path: Range<usize>,
}

impl<'v> Url<'v> {
    /// Reads a URL; `None` where it is not one of HTTP or HTTPS, or has a query.
    #[inline]
    pub(super) fn parse(text: Cow<'v, str>) -> Option<Self> {
        let parts = Parts::of(&text)?;
        matches!(&text[parts.scheme.clone()], "http" | "https").then_some(Self { text, parts })
    }

    /// Whether a text is a URL of any scheme, with a host, and without a query or fragment.
    pub(in super::super) fn is_absolute(text: &str) -> bool {
        Parts::of(text).is_some()
    }

    /// What `getAttr` finds in a URL.
    pub(in super::super) fn part(&self, key: &str) -> Option<Value<'v>> {
        let Parts {
            scheme,
            authority,
            path,
        } = &self.parts;
        Some(match key {
            "scheme" => Value::String(cut(&self.text, scheme)),
            "authority" => Value::String(cut(&self.text, authority)),
            "path" => Value::String(cut(&self.text, path)),
            "normalizedPath" => Value::String(self.normalized_path()),
            "isIp" => Value::Boolean(is_ip(&self.text[authority.clone()])),
            _ => return None,
        })
    }

    /// The path with a slash at either end.
    #[inline]
    fn normalized_path(&self) -> Cow<'v, str> {
        let path = cut(&self.text, &self.parts.path);
        match path.as_ref() {
            "" => Cow::Borrowed("/"),
            closed if closed.ends_with('/') => path,
            open => Cow::Owned(format!("{open}/")),
        }
    }
}

impl Parts {
    #[inline]
    fn of(text: &str) -> Option<Self> {
        let is_refused = |byte: u8| byte <= b' ' || matches!(byte, b'?' | b'#' | 0x7f);
        if text.bytes().any(is_refused) {
            return None;
        }
        let scheme = 0..text.find("://")?;
        let start = scheme.end + "://".len();
        let end = text[start..].find('/').map_or(text.len(), |at| start + at);
        let user_info = text[start..end].rfind('@').map_or(0, |at| at + 1);
        let authority = start + user_info..end;
        (is_scheme(&text[scheme.clone()]) && host(&text[authority.clone()]).is_some()).then_some(
            Self {
                scheme,
                authority,
                path: end..text.len(),
            },
        )
    }
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
fn host(authority: &str) -> Option<&str> {
    let (host, port) = match authority.rfind(':') {
        Some(colon) if !authority.ends_with(']') => {
            (&authority[..colon], Some(&authority[colon + 1..]))
        }
        _ => (authority, None),
    };
    let port_is_valid = port.is_none_or(|port| port.parse::<u16>().is_ok());
    (!host.is_empty() && port_is_valid).then_some(host)
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
