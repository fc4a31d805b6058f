//! Documentation: what a model says, in HTML or in CommonMark, becomes Markdown that rustdoc
//! reads without a warning and that a person reads with pleasure in the source.
//!
//! A reader (`html` or `commonmark`) turns the text into blocks, `blocks` lays them out, and
//! `inline` and `render` write the text within them. No text of a model reaches documentation but
//! through here: as [`markdown`], or as [`line()`] or [`code`], which have one line.

mod blocks;
mod commonmark;
mod container;
mod element;
mod escape;
mod html;
mod inline;
mod render;
mod rendered;
mod table;
mod wrap;

#[cfg(test)]
mod tests;

pub(crate) use rendered::Rendered;

use crate::diagnostic::printable_line;

/// The documentation of a model (`smithy.api#documentation`) as Markdown for rustdoc, without a
/// line break at its end.
///
/// Smithy defines documentation as CommonMark; the models of AWS hold HTML. A text that has any
/// HTML element of those that documentation is written with is read as HTML, every other as
/// CommonMark. What looks like a tag but is none, such as `<region>`, is text in both.
pub fn markdown(documentation: &str) -> String {
    let mut writer = blocks::Writer::new(documentation.len());
    match html::Html::of(documentation) {
        Some(html) => html::read(&html, &mut writer),
        None => commonmark::read(documentation, &mut writer),
    }
    writer.finish()
}

/// The same on one line, for what is short: a title, a note.
pub fn line(documentation: &str) -> String {
    joined(&markdown(documentation))
}

/// The lines of such Markdown as one.
pub fn joined(markdown: &str) -> String {
    let lines: Vec<&str> = markdown
        .lines()
        // A backslash at the end is a line break.
        .map(|line| line.strip_suffix('\\').unwrap_or(line).trim())
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// A text that is no documentation, such as a name on the wire, as code on one line. What cannot be
/// seen is written as Rust writes it.
pub fn code(text: &str) -> String {
    let text = match text {
        "" => "\"\"".into(),
        text => printable_line(text),
    };
    let mut code = String::with_capacity(text.len() + 2);
    escape::push_code(&mut code, &text);
    code.replace(wrap::UNBROKEN_SPACE, " ")
}

/// The first paragraph of such Markdown. Empty where the documentation does not begin with one.
pub fn first_paragraph(markdown: &str) -> &str {
    let block = markdown.split("\n\n").next().unwrap_or_default();
    if starts_another_block(block) {
        ""
    } else {
        block
    }
}

/// The first sentence of such Markdown, for a summary. Empty where the documentation does not
/// begin with a paragraph.
pub fn first_sentence(markdown: &str) -> &str {
    let paragraph = first_paragraph(markdown);
    let mut in_code = false;
    let mut link_depth = 0_u32;
    let mut escaped = false;
    for (index, character) in paragraph.char_indices() {
        match character {
            _ if escaped => {}
            '`' => in_code = !in_code,
            '[' if !in_code => link_depth += 1,
            ']' if !in_code => link_depth = link_depth.saturating_sub(1),
            '.' | '!' | '?' if !in_code && link_depth == 0 => {
                if let Some(end) = sentence_end(paragraph, index) {
                    return &paragraph[..end];
                }
            }
            _ => {}
        }
        escaped = character == '\\' && !escaped && !in_code;
    }
    // A list may follow a paragraph without a blank line only where both are in a list item, so
    // what is left is one paragraph.
    paragraph
}

/// Whether Markdown of ours begins with a list, a quotation, a heading, code or a table.
fn starts_another_block(markdown: &str) -> bool {
    let marker = markdown.split(' ').next().unwrap_or_default();
    let number = marker.strip_suffix('.').unwrap_or_default();
    matches!(marker, "-" | ">" | "|")
        || (!marker.is_empty() && marker.bytes().all(|byte| byte == b'#'))
        || marker.starts_with("```")
        || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Where the sentence ends whose full stop may be at `stop`; `None` where it is none, as in
/// `e.g. this`.
fn sentence_end(paragraph: &str, stop: usize) -> Option<usize> {
    let rest = &paragraph[stop + 1..];
    let closing = rest.len() - rest.trim_start_matches([')', '*', '"', '\'']).len();
    let end = stop + 1 + closing;
    let mut next = paragraph[end..].chars();
    let Some(first) = next.next() else {
        return Some(end);
    };
    if !first.is_whitespace() {
        return None;
    }
    let word = paragraph[..stop].rsplit([' ', '\n', '(']).next()?;
    let is_abbreviation = word.split('.').all(|part| part.chars().count() == 1)
        || matches!(word, "etc" | "vs" | "Inc" | "approx");
    let starts_small = next.next().is_some_and(char::is_lowercase);
    (!starts_small && !is_abbreviation).then_some(end)
}
