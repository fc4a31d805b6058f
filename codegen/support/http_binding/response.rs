//! Responses: members that are read from headers, from the status, and from bodies that are
//! no more than a text or bytes.

use std::collections::HashMap;
use std::hash::Hash;

use aws_smithy_types::Blob;

use super::super::operation::{Response, UnreadableError};
use super::super::text::Text;
use super::values::{Values, ValuesAs};

/// Reads a header into its member. Where it is not there the member stays as it is.
///
/// # Errors
/// Where the header's value is not one of the member's type.
#[inline]
pub fn header(
    response: &Response<'_>,
    name: &str,
    member: &mut impl Values,
) -> Result<(), UnreadableError> {
    read(response, name, member, Values::from_lines)
}

/// Like [`header()`], with values in the form `F`.
///
/// # Errors
/// Where the header's value is not one of the member's type.
#[inline]
pub fn header_as<F>(
    response: &Response<'_>,
    name: &str,
    member: &mut impl ValuesAs<F>,
) -> Result<(), UnreadableError> {
    read(response, name, member, ValuesAs::from_lines_as)
}

fn read<V>(
    response: &Response<'_>,
    name: &str,
    member: &mut V,
    from_lines: impl Fn(&[&str]) -> Option<V>,
) -> Result<(), UnreadableError> {
    let lines = response.lines(name);
    if lines.is_empty() {
        return Ok(());
    }
    match from_lines(&lines) {
        Some(value) => *member = value,
        // An empty header says nothing, unless it is a text.
        None if lines.iter().all(|line| line.trim().is_empty()) => {}
        None => {
            let reason =
                format!("the header `{name}` has a value of another type than the model's");
            return Err(UnreadableError::new(response, reason));
        }
    }
    Ok(())
}

/// Reads all headers whose names begin with this into a map, without that beginning. The map is there
/// even where there is no such header.
pub fn prefix_headers(response: &Response<'_>, prefix: &str, member: &mut impl PrefixHeaders) {
    member.begin();
    for (name, value) in response.all_headers() {
        if let Some((start, rest)) = name.split_at_checked(prefix.len())
            && start.eq_ignore_ascii_case(prefix)
        {
            member.add(rest, value);
        }
    }
}

/// A map of headers.
pub trait PrefixHeaders {
    /// Makes sure that it is there.
    #[inline]
    fn begin(&mut self) {}

    /// Adds a header; the first of several of one name stays.
    fn add(&mut self, name: &str, value: &str);
}

impl<K: From<String> + Eq + Hash, V: Text> PrefixHeaders for HashMap<K, V> {
    fn add(&mut self, name: &str, value: &str) {
        if let Some(value) = V::from_text(value) {
            self.entry(K::from(name.to_owned())).or_insert(value);
        }
    }
}

impl<M: PrefixHeaders + Default> PrefixHeaders for Option<M> {
    #[inline]
    fn begin(&mut self) {
        self.get_or_insert_default();
    }

    #[inline]
    fn add(&mut self, name: &str, value: &str) {
        self.get_or_insert_default().add(name, value);
    }
}

/// Reads the status code into its member.
pub fn status(response: &Response<'_>, member: &mut impl Values) {
    if let Some(value) = Values::from_lines(&[&response.status().to_string()]) {
        *member = value;
    }
}

/// Reads a body that is a text into its member. Where it is empty the member stays as it is.
///
/// # Errors
/// Where the body is not UTF-8.
pub fn text(response: &Response<'_>, member: &mut impl Values) -> Result<(), UnreadableError> {
    if response.body().is_empty() {
        return Ok(());
    }
    let text = std::str::from_utf8(response.body())
        .map_err(|error| UnreadableError::new(response, error))?;
    if let Some(value) = Values::from_lines(&[text]) {
        *member = value;
    }
    Ok(())
}

/// Reads a body that is bytes into its member. Where it is empty the member stays as it is.
pub fn blob(response: &Response<'_>, member: &mut impl From<Blob>) {
    if !response.body().is_empty() {
        *member = Blob::new(response.body()).into();
    }
}
