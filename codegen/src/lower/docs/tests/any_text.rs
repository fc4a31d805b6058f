//! What holds for any text at all.

use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::super::{first_sentence, markdown};

/// Pieces that models are made of, and that are made to disturb each other.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<li>",
    "</li>",
    "<note>",
    "</note>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<code>",
    "</code>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<pre>",
    "</pre>",
    "<br>",
    "<a href=\"https://a.example/(b)\">",
    "</a>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<h1>",
    "</h1>",
    "<lamp>",
    "<",
    ">",
    "&lt;T>",
    "&amp;amp;",
    "`",
    "```",
    "*",
    "**",
    "_",
    "~",
    "[",
    "](",
    "](x)",
    "]: x",
    "!",
    "#",
    "- ",
    "1. ",
    "--",
    "|",
    "---",
    "\\",
    " ",
    "\n",
    "\n\n",
    "    ",
    "\u{e9}",
    "lamp",
    "https://a.example",
    "http://<",
    "a b.",
];

fn as_rustdoc_reads(markdown: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options)
}

proptest! {
    #[test]
    fn whatever_a_model_says_it_brings_no_html_and_no_code_that_rustdoc_compiles(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
    ) {
        let source = pieces.concat();
        let markdown = markdown(&source);
        for event in as_rustdoc_reads(&markdown) {
            let is_harmless = match &event {
                Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => false,
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => &**language == "text",
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented) | Tag::Image { .. }) => false,
                Event::Start(Tag::Link { dest_url, .. }) => dest_url.starts_with("http"),
                _ => true,
            };
            prop_assert!(is_harmless, "{event:?} of {source:?} in {markdown:?}");
        }
        prop_assert!(markdown.starts_with(first_sentence(&markdown)));
    }
}
