//! Plain text in Markdown: everything that Markdown or rustdoc would read as more is escaped.

use super::wrap::UNBROKEN_SPACE;

/// Adds text that is not code. A bare URL becomes a link, unless the text is one already.
pub(super) fn push_text(out: &mut String, text: &str, in_link: bool) {
    let mut rest = text;
    while let Some(at) = find_url(rest) {
        push_escaped(out, &rest[..at], rest[at..].chars().next());
        let length = url_length(&rest[at..]);
        push_url(out, &rest[at..at + length], in_link);
        rest = &rest[at + length..];
    }
    push_escaped(out, rest, None);
}

/// Adds a code span; lines are not broken within it.
pub(super) fn push_code(out: &mut String, code: &str) {
    let longest = code
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = code.starts_with('`') || code.ends_with('`');
    if out.ends_with('`') {
        out.push(' ');
    }
    out.push_str(&fence);
    out.extend(pad.then_some(UNBROKEN_SPACE));
    out.extend(code.chars().map(|character| match character {
        ' ' => UNBROKEN_SPACE,
        other => other,
    }));
    out.extend(pad.then_some(UNBROKEN_SPACE));
    out.push_str(&fence);
}

/// The address of a link, with what would end it in Markdown percent-encoded; `None` where it is
/// no address on the web.
pub(super) fn web_address(href: &str) -> Option<String> {
    let href = href.trim();
    let scheme_end = href.find("://")?;
    let scheme = &href[..scheme_end];
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let mut address = String::with_capacity(href.len());
    for character in href.chars() {
        match character {
            '\n' | '\t' | '\r' => {}
            ' ' | '(' | ')' | '<' | '>' | '\\' | '`' | '*' | '"' | '[' | ']' | '|' => {
                address.push_str(&format!("%{:02X}", u32::from(character)));
            }
            other => address.push(other),
        }
    }
    Some(address)
}

fn find_url(text: &str) -> Option<usize> {
    text.match_indices("http")
        .find(|(at, _)| {
            let after = &text[at + 4..];
            let host = after
                .strip_prefix("://")
                .or_else(|| after.strip_prefix("s://"));
            host.is_some_and(|host| {
                host.starts_with(|c: char| c.is_alphanumeric() || "<{[".contains(c))
            })
        })
        .map(|(at, _)| at)
}

/// How far a URL at the start of `text` goes: to white space or a quotation mark, without
/// punctuation that belongs to the sentence around it.
fn url_length(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || c == '"')
        .unwrap_or(text.len());
    let mut url = &text[..end];
    while let Some(last) = url.chars().last() {
        let belongs = match last {
            ')' => url.contains('('),
            '>' => url.contains('<'),
            ']' => url.contains('['),
            '}' => url.contains('{'),
            other => !".,;:!?'*`".contains(other),
        };
        if belongs {
            break;
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    url.len()
}

/// Adds a bare URL: as a link, or as code where it has placeholders and so leads nowhere.
fn push_url(out: &mut String, url: &str, in_link: bool) {
    if url.contains(['<', '>', '{', '}', '[', ']', '*', '\\', '`', '|', '\'']) {
        push_code(out, url);
    } else if in_link {
        push_escaped(out, url, None);
    } else {
        out.push('<');
        out.push_str(url);
        out.push('>');
    }
}

/// Adds text, with `after` as the character that will follow it.
fn push_escaped(out: &mut String, text: &str, after: Option<char>) {
    let mut previous = out.chars().last();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let next = characters.clone().next().or(after);
        let escape = match character {
            '\\' | '*' | '`' | '[' | ']' | '<' | '~' => true,
            // Within a word an underscore means nothing to Markdown, and names read better so.
            '_' => ![previous, next]
                .iter()
                .all(|near| near.is_some_and(char::is_alphanumeric)),
            // Rustdoc makes a dash of two hyphens.
            '-' => previous == Some('-'),
            '&' => starts_entity(characters.as_str()),
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        out.push(character);
        previous = Some(character);
    }
}

/// Whether text after `&` makes it an entity, such as `lt;`.
fn starts_entity(text: &str) -> bool {
    let name = text.split(';').next().unwrap_or_default();
    let name_characters = name.strip_prefix('#').unwrap_or(name);
    name.len() < text.len()
        && !name_characters.is_empty()
        && name_characters
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric())
}
