//! What Markdown must be that rustdoc reads: nothing of a text of the model is compiled, or is HTML, or
//! leads anywhere.

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::rust_file;
use super::texts::MARK;

/// What is wrong with a text.
pub fn faults(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    // Rustdoc takes what looks like a link for one of an item.
    let as_item =
        |link: BrokenLink<'_>| Some((CowStr::from(link.reference.into_string()), "".into()));
    let mut faults = Vec::new();
    let mut compiled: Option<String> = None;
    for event in Parser::new_with_broken_link_callback(markdown, options, Some(as_item)) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => compiled = is_compiled(&kind).then(String::new),
            Event::End(TagEnd::CodeBlock) => {
                if let Some(code) = compiled.take() {
                    example_faults(&code, &mut faults);
                }
            }
            Event::Text(text) => {
                if let Some(code) = &mut compiled {
                    code.push_str(&text);
                }
            }
            Event::Html(html) | Event::InlineHtml(html) if html.contains(MARK) => {
                faults.push(format!("HTML: {html}"));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })
                if dest_url.contains(MARK) && !dest_url.starts_with("https://") =>
            {
                faults.push(format!("a link to `{dest_url}`"));
            }
            Event::Start(Tag::FootnoteDefinition(name)) | Event::FootnoteReference(name)
                if name.contains(MARK) =>
            {
                faults.push(format!("a footnote `{name}`"));
            }
            Event::TaskListMarker(_) => faults.push("a task".to_owned()),
            _ => {}
        }
    }
    faults
}

/// Whether rustdoc compiles such a block.
fn is_compiled(kind: &CodeBlockKind<'_>) -> bool {
    match kind {
        CodeBlockKind::Indented => true,
        CodeBlockKind::Fenced(info) => info.as_ref() != "text",
    }
}

/// Examples are compiled, and have texts of the model in strings alone.
fn example_faults(code: &str, faults: &mut Vec<String>) {
    let lines = code.lines().map(|line| {
        let line = line.trim_start();
        line.strip_prefix("# ").unwrap_or(line)
    });
    let code = lines.collect::<Vec<_>>().join("\n");
    match code.parse() {
        Ok(tokens) => rust_file::code_faults(tokens, faults),
        Err(error) => faults.push(format!("an example is not Rust: {error}")),
    }
}
