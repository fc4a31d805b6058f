//! Lists in headers: their elements stand between commas, those that have commas themselves in
//! quotes.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html#httpheader-trait>

use std::borrow::Cow;

/// Joins the elements of a list.
#[inline]
pub(super) fn join(elements: &[Cow<'_, str>], quotes: bool) -> String {
    let mut line = String::new();
    for (index, element) in elements.iter().enumerate() {
        if index > 0 {
            line += ", ";
        }
        if quotes && needs_quotes(element) {
            line.push('"');
            for char in element.chars() {
                if matches!(char, '"' | '\\') {
                    line.push('\\');
                }
                line.push(char);
            }
            line.push('"');
        } else {
            line += element;
        }
    }
    line
}

/// Whether an element would be read as another one, or as several, if it stood there as it is.
#[inline]
fn needs_quotes(element: &str) -> bool {
    element.is_empty() || element.contains([',', '"']) || element.trim() != element
}

/// The elements of a list, each of which has so many commas in itself. `None` where a quote is
/// not closed. Nothing between two commas is no element.
#[inline]
pub(super) fn split(line: &str, commas: usize) -> Option<Vec<Cow<'_, str>>> {
    let mut elements = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let behind = if let Some(quoted) = rest.strip_prefix('"') {
            let (element, behind) = unquote(quoted)?;
            elements.push(Cow::Owned(element));
            behind.trim_start()
        } else {
            let end = rest.match_indices(',').nth(commas);
            let (element, behind) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            if !element.trim().is_empty() {
                elements.push(Cow::Borrowed(element.trim()));
            }
            behind
        };
        rest = match behind.strip_prefix(',') {
            Some(rest) => rest.trim_start(),
            None if behind.is_empty() => behind,
            None => return None,
        };
    }
    Some(elements)
}

/// An element in quotes, the first of which has been read, and what stands behind it.
#[inline]
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut element = String::new();
    let mut chars = text.chars();
    loop {
        match chars.next()? {
            '"' => return Some((element, chars.as_str())),
            '\\' => element.push(chars.next()?),
            char => element.push(char),
        }
    }
}
