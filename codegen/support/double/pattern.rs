//! Patterns of URIs, and whether requests have such.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html#uri>

use super::Request;
use super::percent_decoded::decoded;

/// What a path has of a pattern.
pub(super) struct Match {
    /// The texts of the labels, in their order.
    pub labels: Vec<String>,
    /// Of each segment of the pattern, whether it is a text. Those that are come before labels, and these
    /// before greedy ones.
    pub texts: Vec<bool>,
}

/// Matches a path with that of a pattern.
#[inline]
pub(super) fn of_path(pattern: &str, path: &str) -> Option<Match> {
    let mut found = Match {
        labels: Vec::new(),
        texts: Vec::new(),
    };
    let mut rest: Vec<&str> = segments(path);
    let wanted = segments(pattern);
    for (index, segment) in wanted.iter().enumerate() {
        let behind = wanted.len() - index - 1;
        let label = segment
            .strip_prefix('{')
            .and_then(|label| label.strip_suffix('}'));
        found.texts.push(label.is_none());
        let taken = match label {
            Some(label) if label.ends_with('+') => rest.len().checked_sub(behind)?,
            _ => 1,
        };
        if taken == 0 || taken > rest.len() {
            return None;
        }
        let text = rest.drain(..taken).collect::<Vec<_>>().join("/");
        match label {
            Some(_) if text.is_empty() => return None,
            Some(_) => found.labels.push(decoded(&text)?),
            None if decoded(&text)? != decoded(segment)? => return None,
            None => {}
        }
    }
    // A slash at its end says nothing.
    matches!(rest.as_slice(), [] | [""]).then_some(found)
}

/// The segments of a path, the last of which is empty where the path ends with a slash.
#[inline]
fn segments(path: &str) -> Vec<&str> {
    let path = path.strip_prefix('/').unwrap_or(path);
    match path {
        "" => Vec::new(),
        path => path.split('/').collect(),
    }
}

/// How many of the literals of a pattern a query has; `None` where one is not there. A literal whose value
/// is the name of the operation is for those who read logs: it may be left out.
#[inline]
pub(super) fn of_query(literals: &str, request: &Request, operation: &str) -> Option<usize> {
    let mut there = 0;
    for literal in literals.split('&').filter(|literal| !literal.is_empty()) {
        let (name, value) = literal.split_once('=').unwrap_or((literal, ""));
        let (name, value) = (decoded(name)?, decoded(value)?);
        let values = request.query(&name);
        if values
            .iter()
            .any(|other| value.is_empty() || *other == value)
        {
            there += 1;
        } else if !(values.is_empty() && value == operation) {
            return None;
        }
    }
    Some(there)
}
