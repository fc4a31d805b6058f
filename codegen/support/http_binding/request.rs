//! Requests: a path, a query and headers that grow member by member.

use std::borrow::Cow;

use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::super::operation::{BuildError, Own};
use super::super::percent;
use super::header;
use super::values::{Texts, Values, ValuesAs};

/// A request in the making. What cannot be sent is told when it is finished.
#[derive(Debug)]
pub struct Request {
    pub(super) method: &'static str,
    pub(super) uri: Vec<u8>,
    /// Where the query begins in the URI.
    query: Option<usize>,
    pub(super) headers: HeaderMap,
    pub(super) own: Own,
    pub(super) failure: Option<BuildError>,
}

impl Request {
    /// A request with this method and a path that begins with this.
    #[inline]
    pub fn new(method: &'static str, path: &str) -> Self {
        Self {
            method,
            uri: path.as_bytes().to_vec(),
            query: None,
            headers: HeaderMap::new(),
            own: Own::default(),
            failure: None,
        }
    }

    /// Continues the path with this, as it is.
    #[inline]
    pub fn path(&mut self, path: &str) {
        self.uri.extend_from_slice(path.as_bytes());
    }

    /// Continues the path with a member's value.
    #[inline]
    pub fn label(&mut self, member: &str, value: &impl Values) {
        self.add_label(member, value.texts(), false);
    }

    /// Continues the path with a member's text, or with this where it is not set or empty.
    pub fn label_or(&mut self, default: &str, value: &impl Values) {
        match value.texts() {
            Texts::One(text) if !text.is_empty() => percent::encode(&text, false, &mut self.uri),
            _ => percent::encode(default, false, &mut self.uri),
        }
    }

    /// Continues the path with a member's value in the form `F`.
    #[inline]
    pub fn label_as<F>(&mut self, member: &str, value: &impl ValuesAs<F>) {
        self.add_label(member, value.texts_as(), false);
    }

    /// Continues the path with a member's value, which may be several segments.
    #[inline]
    pub fn greedy_label(&mut self, member: &str, value: &impl Values) {
        self.add_label(member, value.texts(), true);
    }

    #[inline]
    fn add_label(&mut self, member: &str, value: Texts<'_>, is_greedy: bool) {
        match value {
            Texts::One(text) if !text.is_empty() => {
                percent::encode(&text, is_greedy, &mut self.uri)
            }
            Texts::OutOfRange => self.out_of_range(member),
            _ => self.fail(format!(
                "`{member}` is a part of the path and must not be empty"
            )),
        }
    }

    /// Adds this to the query, as it is.
    #[inline]
    pub fn literal_query(&mut self, parameters: &str) {
        self.separate();
        self.uri.extend_from_slice(parameters.as_bytes());
    }

    /// Adds a member's value to the query, each element of a list by itself.
    #[inline]
    pub fn query(&mut self, name: &str, value: &impl Values) {
        self.add_query(name, value.texts());
    }

    // needed by: texts that queries must have
    /// Adds the text of a member that is required to the query: without it, or empty, the request may be
    /// another one. What aborts an upload has the upload alone to tell it from what deletes an object.
    pub fn required_query(&mut self, name: &str, value: &impl Values) {
        match value.texts() {
            Texts::One(text) if text.is_empty() => self.fail(format!(
                "`{name}` is a required part of the query and must not be empty"
            )),
            text => self.add_query(name, text),
        }
    }

    /// Adds a member's value to the query, in the form `F`.
    #[inline]
    pub fn query_as<F>(&mut self, name: &str, value: &impl ValuesAs<F>) {
        self.add_query(name, value.texts_as());
    }

    /// Adds the entries of a map to the query, but for those whose names are there already.
    pub fn query_params<'m, K, V>(&mut self, entries: impl IntoIterator<Item = (&'m K, &'m V)>)
    where
        K: AsRef<str> + 'm,
        V: Values + 'm,
    {
        let query = self.query.unwrap_or(self.uri.len());
        let there = self.uri[query..].to_owned();
        for (name, value) in entries {
            let mut encoded = Vec::new();
            percent::encode(name.as_ref(), false, &mut encoded);
            let mut parameters = there[there.len().min(1)..].split(|byte| *byte == b'&');
            if !parameters.any(|there| there.split(|byte| *byte == b'=').next() == Some(&encoded)) {
                self.add_query(name.as_ref(), value.texts());
            }
        }
    }

    #[inline]
    fn add_query(&mut self, name: &str, value: Texts<'_>) {
        let values = match value {
            Texts::Absent => return,
            Texts::One(text) => vec![text],
            Texts::List(texts, _) => texts,
            Texts::OutOfRange => return self.out_of_range(name),
        };
        for value in values {
            self.separate();
            percent::encode(name, false, &mut self.uri);
            self.uri.push(b'=');
            percent::encode(&value, false, &mut self.uri);
        }
    }

    #[inline]
    fn separate(&mut self) {
        if self.query.is_none() {
            self.query = Some(self.uri.len());
            self.uri.push(b'?');
        } else {
            self.uri.push(b'&');
        }
    }

    /// Sets a header to a member's value, where it has one.
    #[inline]
    pub fn header(&mut self, name: &str, value: &impl Values) {
        self.set_header(name, name, value.texts());
    }

    /// Sets a header to a member's value in the form `F`, where it has one.
    #[inline]
    pub fn header_as<F>(&mut self, name: &str, value: &impl ValuesAs<F>) {
        self.set_header(name, name, value.texts_as());
    }

    /// Sets a header for each entry of a map, but for those that are set already.
    pub fn prefix_headers<'m, K, V>(
        &mut self,
        prefix: &str,
        entries: impl IntoIterator<Item = (&'m K, &'m V)>,
    ) where
        K: AsRef<str> + 'm,
        V: Values + 'm,
    {
        for (name, value) in entries {
            let name = [prefix, name.as_ref()].concat();
            if !self.headers.contains_key(&name) {
                self.set_header(&name, prefix, value.texts());
            }
        }
    }

    /// Sets a header. `told` is what of its name is the model's, and may be told.
    #[inline]
    fn set_header(&mut self, name: &str, told: &str, value: Texts<'_>) {
        let line = match value {
            Texts::Absent => return,
            Texts::One(text) => text,
            Texts::List(texts, quotes) => Cow::Owned(header::join(&texts, quotes)),
            Texts::OutOfRange => return self.out_of_range(told),
        };
        let name_and_value = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_bytes(line.as_bytes()),
        );
        match name_and_value {
            (Ok(name), Ok(value)) => {
                self.own.accept |= name == ACCEPT;
                self.own.content_type |= name == CONTENT_TYPE;
                self.headers.insert(name, value);
            }
            _ => self.fail(format!(
                "the header `{told}{}` has characters that none can have",
                if told == name { "" } else { ".." }
            )),
        }
    }

    /// Sets a header unless a member has set it.
    #[inline]
    pub fn default_header(&mut self, name: HeaderName, value: &'static str) {
        let value = HeaderValue::from_static(value);
        self.headers.entry(name).or_insert(value);
    }

    /// Gives up on the request, for this reason. The first reason is the one that is told.
    #[cold]
    pub fn fail(&mut self, reason: String) {
        self.failure.get_or_insert_with(|| BuildError::new(reason));
    }

    #[cold]
    fn out_of_range(&mut self, member: &str) {
        self.fail(format!(
            "`{member}` is a timestamp out of the range of its format"
        ));
    }
}
