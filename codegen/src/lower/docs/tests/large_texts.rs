//! Texts of many characters that a reader treats specially: what comes of them grows as they do, and no
//! depth of them is too deep. Whoever makes reading them take time of a higher order will see it here:
//! these tests would not end.

use super::super::{code, first_sentence, line, markdown};

/// What is repeated.
const PIECES: &[&str] = &[
    "<",
    ">",
    "</",
    "<p",
    "<p>",
    "</p>",
    "<b>",
    "<i>a</i>",
    "<code>",
    "<examples",
    "<examples>",
    "<a href=\"",
    "<a href=\"https://a.example\">a",
    "<!--",
    "<!-- -->",
    "<lamp>",
    "&",
    "&#",
    "&amp;",
    "&a",
    "[",
    "]",
    "![",
    "](",
    "[a](",
    "[a](b)",
    "[a]: b\n",
    "[a][",
    "*",
    "**a ",
    "*a*",
    "_",
    "__a ",
    "~",
    "`",
    "``a ",
    "```\n",
    "`a` ",
    "\\",
    "|",
    "| ",
    "|\n",
    "|a|\n|-|\n",
    "- ",
    "- a\n",
    "1. ",
    "> ",
    ">",
    "> a\n",
    "# ",
    "#",
    "--",
    "---\n",
    "===\n",
    "    a\n",
    "\t",
    " ",
    "\n",
    "a\n\n",
    "http",
    "https://a",
    "https://a.example/ ",
    "https://a)))",
    "a. ",
    ".",
    ". *",
    "e.g. ",
    "\u{1b}",
    "\u{202e}",
    "\u{e9}",
    "\r",
    "<ul>",
    "<ul><li>a",
    "<ol><li>",
    "<li>a</li>",
    "<dl><dt>a<dd>b",
    "<dt>",
    "<dd>",
    "<note>",
    "<note>a",
    "<blockquote><ul><li>",
    "</ul>",
    "<table>",
    "<table><tr><td>a",
    "<tr>",
    "<td>",
    "<td>a</td>",
    "<tr><td>a",
    "<h1>a",
    "<pre>",
    "<pre>```</pre>",
    "<br>",
    "<br/>a",
    "<p>a<br>",
];

/// How large each text is, in bytes.
const LARGE: usize = 60_000;

#[test]
fn what_comes_of_a_large_text_is_no_more_than_a_few_times_as_large() {
    for piece in PIECES {
        // Alone, as HTML, and where a tag may still be ended.
        for (before, after) in [("", ""), ("<p>", "</p>"), ("a ", "<b>c</b>")] {
            let text = format!("{before}{}{after}", piece.repeat(LARGE / piece.len()));
            let markdown = markdown(&text);
            assert!(
                markdown.len() < 30 * LARGE,
                "{piece:?}: {} bytes",
                markdown.len()
            );
            let _ = first_sentence(&markdown);
            assert!(line(&text).len() < 30 * LARGE, "{piece:?}");
            assert!(code(&text).len() < LARGE, "{piece:?}");
        }
    }
}

#[test]
fn wide_tables_and_long_ones_do_not_multiply() {
    let wide = format!("<tr>{}</tr>", "<td>a</td>".repeat(5_000));
    let long = "<tr><td>a</td></tr>".repeat(5_000);
    let markdown = markdown(&format!("<table>{wide}{long}</table>"));
    assert!(markdown.len() < 1_000_000, "{} bytes", markdown.len());
}

#[test]
fn what_is_too_deep_to_be_indented_is_there_all_the_same() {
    for (opening, closing) in [
        ("<ul><li>a", "</li></ul>"),
        ("<ol><li>a", "</li></ol>"),
        ("<note>a", "</note>"),
        ("<dl><dt>a", "</dt></dl>"),
    ] {
        let text = format!("{}{}<p>end</p>", opening.repeat(200), closing.repeat(200));
        let markdown = markdown(&text);
        let said = markdown.matches('a').count();
        assert_eq!(said, 200, "{opening}: {markdown}");
        // All that was opened is closed: what follows is in none of it.
        assert!(markdown.ends_with("\n\nend"), "{opening}: {markdown}");
    }
}

#[test]
fn many_lines_within_very_many_quotations_or_items_are_read() {
    for marker in [">", "> ", "- ", "1. ", "> - "] {
        for line in ["|\n", "a\n", "[a]: b\n", "- a\n", "\n"] {
            let (depth, lines) = (LARGE / 2 / marker.len(), LARGE / 2 / line.len());
            let text = marker.repeat(depth) + &line.repeat(lines);
            let markdown = markdown(&text);
            assert!(
                markdown.len() < 30 * LARGE,
                "{marker:?} {line:?}: {} bytes",
                markdown.len()
            );
        }
    }
}
