//! Paragraphs, lists, notes, headings, code and tables.

use super::super::markdown;

#[test]
fn a_paragraph_is_its_text() {
    assert_eq!(
        markdown("<p>The name of a lamp.</p>"),
        "The name of a lamp."
    );
    assert_eq!(markdown("The name of a lamp."), "The name of a lamp.");
    assert_eq!(markdown(""), "");
    assert_eq!(markdown("<p></p>\n <p> </p>"), "");
}

#[test]
fn paragraphs_are_apart_by_a_blank_line_whether_closed_or_not() {
    let expected = "One.\n\nTwo.\n\nThree.";
    assert_eq!(
        markdown("<p>One.</p>\n\t<p>Two.</p><p>Three.</p>"),
        expected
    );
    assert_eq!(markdown("<p>One.<p>Two.<p>Three."), expected);
    assert_eq!(markdown("One.\n\nTwo.\n\nThree."), expected);
}

#[test]
fn white_space_of_the_source_never_makes_code() {
    assert_eq!(
        markdown("<p>a\n        b\t c</p>\n\n      <p>d</p>"),
        "a b c\n\nd"
    );
    assert_eq!(markdown("a\n\n        b"), "a\n\nb");
}

#[test]
fn long_paragraphs_are_wrapped() {
    let lines = markdown(&format!("<p>{}</p>", "lamp ".repeat(100)));
    assert_eq!(lines.lines().count(), 6);
    assert!(lines.lines().all(|line| line.len() <= 92), "{lines}");
}

#[test]
fn code_and_links_are_never_broken() {
    let code = format!(
        "<p>{} <code>let lamp = new lamp</code></p>",
        "lamp ".repeat(16)
    );
    assert!(
        markdown(&code).ends_with("\n`let lamp = new lamp`"),
        "{code}"
    );
    let link = format!(
        "<p>{} <a href=\"https://a.example\">all the lamps</a></p>",
        "lamp ".repeat(16)
    );
    assert!(
        markdown(&link).ends_with("\n[all the lamps](https://a.example)"),
        "{link}"
    );
}

#[test]
fn lists_nest() {
    let html = "<p>Modes:</p><ul><li><p>on</p></li><li>off<ol><li>now</li><li>later</li></ol></li></ul><p>End.</p>";
    let expected = "Modes:\n\n- on\n- off\n  1. now\n  2. later\n\nEnd.";
    assert_eq!(markdown(html), expected);
    assert_eq!(markdown(expected), expected);
}

#[test]
fn items_need_not_be_closed_nor_be_in_a_list() {
    assert_eq!(markdown("<ul><li>a<li>b</ul>c"), "- a\n- b\n\nc");
    assert_eq!(markdown("<p>x</p><li>a</li><p>y</p>"), "x\n\n- a\n\ny");
}

#[test]
fn text_between_items_belongs_to_the_item_before() {
    let html = "<ol><li>Size</li>In bytes.<li>Color</li></ol>";
    assert_eq!(markdown(html), "1. Size\n\n   In bytes.\n2. Color");
}

#[test]
fn an_item_keeps_all_its_paragraphs() {
    let html = "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>";
    assert_eq!(markdown(html), "- a\n\n  b\n- c");
}

#[test]
fn notes_are_quotations_with_a_label() {
    assert_eq!(
        markdown("<note><p>Hot.</p><p>Very.</p></note>"),
        "> **Note:** Hot.\n>\n> Very."
    );
    assert_eq!(
        markdown("<important>Hot.</important>x"),
        "> **Important:** Hot.\n\nx"
    );
    assert_eq!(
        markdown("<note><ul><li>a</li></ul></note>"),
        "> **Note:**\n>\n> - a"
    );
    assert_eq!(markdown("<p>x</p><note> </note>"), "x");
    assert_eq!(
        markdown("<note>a</note><note>b</note>"),
        "> **Note:** a\n\n> **Note:** b"
    );
}

#[test]
fn definitions_are_items_that_begin_with_their_term() {
    let html = "<dl><dt>On </dt><dd><p>It glows.</p><p>Red.</p></dd><dt><code>off</code>:</dt><dd>Dark.</dl>";
    assert_eq!(
        markdown(html),
        "- **On**: It glows.\n\n  Red.\n- **`off`:** Dark."
    );
}

#[test]
fn headings_stay_below_those_of_rustdoc() {
    assert_eq!(
        markdown("<h1>Use</h1><p>x</p><h6>End</h6>"),
        "### Use\n\nx\n\n###### End"
    );
    assert_eq!(markdown("# Use\n\nx"), "### Use\n\nx");
}

#[test]
fn preformatted_text_is_never_taken_for_rust() {
    let html = "<p>So:</p><pre><code>fn main() {\n\tlamp&lt;T&gt;\n}</code></pre>";
    assert_eq!(
        markdown(html),
        "So:\n\n```text\nfn main() {\n    lamp<T>\n}\n```"
    );
    assert_eq!(markdown("```rust\nx\n```"), "```text\nx\n```");
    assert_eq!(
        markdown("<pre>a\n```\nb</pre>"),
        "````text\na\n```\nb\n````"
    );
}

#[test]
fn names_that_could_be_placeholders_are_elements_where_they_are_closed() {
    let html =
        "<p>So:</p><example><name>On</name><request>\nPOST /lamp\n  on\n</request></example>";
    assert_eq!(
        markdown(html),
        "So:\n\nOn\n\n```text\nPOST /lamp\n  on\n```"
    );
    assert_eq!(
        markdown("<p>Of <name> or <request>.</p>"),
        "Of \\<name> or \\<request>."
    );
    assert_eq!(
        markdown("<p>In <filename>lamp.conf</filename>, see <link to=\"x\">Lamp</link>.</p>"),
        "In `lamp.conf`, see Lamp."
    );
}

#[test]
fn tables_have_as_many_cells_in_each_row() {
    let html = "<table><tr><th>Mode</th><th>a|b</th></tr><tr><td><p>on</p></td></tr></table>";
    assert_eq!(markdown(html), "| Mode | a\\|b |\n| --- | --- |\n| on |  |");
    assert_eq!(
        markdown("| a | b |\n|---|---|\n| c | `d` |"),
        "| a | b |\n| --- | --- |\n| c | `d` |"
    );
}
