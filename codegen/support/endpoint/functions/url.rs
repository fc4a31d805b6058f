//! The parts of a URL: `parseURL`.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;
use std::rc::Rc;

use super::super::evaluate::Arguments;
use super::super::url::{self, host};
use super::super::value::{Parts, Value};
use super::text::cut;

/// `parseURL`: the parts of a URL of HTTP or HTTPS that has no query.
#[inline]
pub fn parse_url<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let text = args.text(0)?;
    let [scheme, authority, path] = url::parts(&text)?;
    let url = Url {
        text,
        scheme,
        authority,
        path,
    };
    matches!(&*url.cut(&url.scheme), "http" | "https").then(|| Value::Parts(Rc::new(url)))
}

/// A URL, and where its parts are.
struct Url<'v> {
    text: Cow<'v, str>,
    scheme: Range<usize>,
    authority: Range<usize>,
    path: Range<usize>,
}

impl<'v> Parts<'v> for Url<'v> {
    #[inline]
    fn part(&self, key: &str) -> Option<Value<'v>> {
        Some(match key {
            "scheme" => Value::String(self.cut(&self.scheme)),
            "authority" => Value::String(self.cut(&self.authority)),
            "path" => Value::String(self.cut(&self.path)),
            "normalizedPath" => Value::String(self.normalized_path()),
            "isIp" => Value::Boolean(is_ip(&self.cut(&self.authority))),
            _ => return None,
        })
    }
}

impl<'v> Url<'v> {
    #[inline]
    fn cut(&self, range: &Range<usize>) -> Cow<'v, str> {
        cut(&self.text, range)
    }

    /// The path with a slash at either end.
    #[inline]
    fn normalized_path(&self) -> Cow<'v, str> {
        let path = self.cut(&self.path);
        match path.as_ref() {
            "" => Cow::Borrowed("/"),
            closed if closed.ends_with('/') => path,
            open => Cow::Owned(format!("{open}/")),
        }
    }
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
