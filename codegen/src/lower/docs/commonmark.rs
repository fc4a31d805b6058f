//! Reads CommonMark, with tables; what it says is laid out anew.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::blocks::Writer;
use super::container::Kind;

/// Reads CommonMark that has no HTML of meaning: what looks like a tag is text.
pub(super) fn read(markdown: &str, writer: &mut Writer) {
    let mut code: Option<String> = None;
    let markdown = shallow(markdown.trim());
    for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) => match &mut code {
                Some(code) => code.push_str(&text),
                None => writer.paragraph.push(&text),
            },
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => code = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => match code.take() {
                Some(code) => writer.code_block(&code),
                None => writer.end_block(),
            },
            Event::Start(tag) => start(&tag, writer),
            Event::End(tag) => end(tag, writer),
            Event::Code(code) => writer.paragraph.push_code(&code),
            Event::Html(html) | Event::InlineHtml(html) if !html.starts_with("<!--") => {
                writer.paragraph.push(&html);
            }
            Event::SoftBreak => writer.paragraph.push(" "),
            Event::HardBreak => writer.paragraph.push_break(),
            Event::Rule => writer.end_block(),
            _ => {}
        }
    }
}

/// How many quotations and items a line may begin with.
const DEEPEST: usize = 32;

/// The text with what begins a quotation or an item escaped where a line begins with very many: the
/// parser looks at each of them again for every line that follows.
fn shallow(markdown: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        if let Some(at) = marker_beyond(line, DEEPEST) {
            out.push_str(&markdown[copied..start + at]);
            out.push('\\');
            copied = start + at;
        }
        start += line.len();
    }
    match copied {
        0 => Cow::Borrowed(markdown),
        _ => Cow::Owned(out + &markdown[copied..]),
    }
}

/// Where a line that begins with more markers than these has the next one.
fn marker_beyond(line: &str, most: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut markers = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let ends = bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
        match byte {
            b'>' => markers += 1,
            b'-' | b'+' | b'*' | b'.' | b')' if ends => markers += 1,
            b' ' | b'\t' | b'0'..=b'9' => {}
            _ => return None,
        }
        if markers > most {
            return Some(at);
        }
    }
    None
}

fn start(tag: &Tag<'_>, writer: &mut Writer) {
    match tag {
        Tag::Paragraph => writer.start_paragraph(),
        Tag::Heading { level, .. } => writer.start_heading(demoted(*level)),
        Tag::BlockQuote(_) => writer.open_quote(None),
        Tag::List(first) => writer.open_list(*first),
        Tag::Item => writer.open_item(),
        Tag::Emphasis => writer.paragraph.set_emphasis(true),
        Tag::Strong => writer.paragraph.set_strong(true),
        Tag::Link { dest_url, .. } => writer.paragraph.set_link(Some(dest_url)),
        Tag::Table(_) => writer.open_table(),
        Tag::TableHead | Tag::TableRow => writer.open_row(),
        Tag::TableCell => writer.open_cell(),
        // Text that is indented by four spaces was hardly ever meant as code.
        Tag::CodeBlock(_) | Tag::HtmlBlock => writer.end_block(),
        _ => {}
    }
}

fn end(tag: TagEnd, writer: &mut Writer) {
    match tag {
        TagEnd::Paragraph
        | TagEnd::Heading(_)
        | TagEnd::HtmlBlock
        | TagEnd::TableHead
        | TagEnd::TableRow
        | TagEnd::TableCell => writer.end_block(),
        TagEnd::BlockQuote(_) => writer.close(Kind::Quote),
        TagEnd::List(_) => writer.close(Kind::List),
        TagEnd::Item => writer.end_item(),
        TagEnd::Emphasis => writer.paragraph.set_emphasis(false),
        TagEnd::Strong => writer.paragraph.set_strong(false),
        TagEnd::Link => writer.paragraph.set_link(None),
        TagEnd::Table => writer.close_table(),
        _ => {}
    }
}

/// Rustdoc's own headings are of the first two levels.
fn demoted(level: HeadingLevel) -> usize {
    level as usize + 2
}
