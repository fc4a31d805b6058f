//! Emphasis, code, links and what is escaped.

use super::super::{code, line, markdown};

#[test]
fn bold_and_italic_need_no_space_around_them() {
    assert_eq!(
        markdown("<p><b> On </b>or <i>off</i>s</p>"),
        "**On** or *off*s"
    );
    assert_eq!(
        markdown("<p><b><code>on</code>, or</b></p>"),
        "**`on`, or**"
    );
    assert_eq!(markdown("a **b** *c*"), "a **b** *c*");
}

#[test]
fn emphasis_that_markdown_would_not_see_is_left_out() {
    assert_eq!(markdown("<b>On:</b>it glows"), "On:it glows");
    assert_eq!(markdown("lamp<b>(on)</b>"), "lamp(on)");
    assert_eq!(markdown("<b>On</b><i>off</i>"), "**On**off");
}

#[test]
fn an_unclosed_element_spoils_one_paragraph_at_most() {
    assert_eq!(markdown("<p><code>on</p><p>Next.</p>"), "`on`\n\nNext.");
    assert_eq!(markdown("<p>a</b></code></a>b</p>"), "ab");
    assert_eq!(markdown("a</li></ul></note></table>b"), "a\n\nb");
}

#[test]
fn an_element_that_closes_itself_styles_nothing() {
    assert_eq!(markdown("<p><i/>On <b/>or <code/>off.</p>"), "On or off.");
    assert_eq!(
        markdown("<dl><dt/><dd><p>On.</p></dd><dt/><dd>Off.</dd></dl>"),
        "- On.\n- Off."
    );
}

#[test]
fn pieces_of_code_stay_apart() {
    assert_eq!(
        markdown("<p><code> on, </code> <code>off</code></p>"),
        "`on,` `off`"
    );
    assert_eq!(markdown("<code>arn:</code><code>name</code>"), "`arn:name`");
}

#[test]
fn a_stop_stays_with_its_sentence() {
    assert_eq!(
        markdown("<p>Use <code>on</code> , or <a href=\"https://a.example\">off</a> . Ends.</p>"),
        "Use `on`, or [off](https://a.example). Ends."
    );
    for text in ["a .NET lamp ... on", "a-z 0-9 . + - = . /", "the , , or"] {
        assert_eq!(markdown(&format!("<p>{text}</p>")), text);
    }
}

#[test]
fn code_is_shown_as_it_is() {
    assert_eq!(markdown("<code>a*_[b]&lt;T&gt;</code>"), "`a*_[b]<T>`");
    assert_eq!(markdown("<code>a ` b</code>"), "``a ` b``");
    assert_eq!(markdown("<code>`</code>"), "`` ` ``");
    assert_eq!(markdown("<code>arn:<i>name</i></code>"), "`arn:name`");
    assert_eq!(markdown("<p>Use `on` here.</p>"), "Use `on` here.");
}

#[test]
fn only_links_to_the_web_are_links() {
    assert_eq!(
        markdown("<a href=\"https://a.example/x (1)\">a <code>b</code></a>"),
        "[a `b`](https://a.example/x%20%281%29)"
    );
    assert_eq!(
        markdown("<a href=\"API_Lamp.html\">Lamp</a>, <a>Bulb</a>"),
        "Lamp, Bulb"
    );
    assert_eq!(markdown("<a href=\"javascript:x\">y</a>"), "y");
    assert_eq!(
        markdown("Look!<a href=\"http://a.example\">b</a>"),
        "Look\\![b](http://a.example)"
    );
    assert_eq!(markdown("<a href=\"https://a.example\"></a>x"), "x");
}

#[test]
fn bare_addresses_become_links() {
    let link = "See <https://a.example/b_c?d=1>.";
    assert_eq!(markdown("<p>See https://a.example/b_c?d=1.</p>"), link);
    assert_eq!(markdown("See https://a.example/b_c?d=1."), link);
    assert_eq!(
        markdown("<a href=\"https://a.example/\">https://a.example/</a>"),
        "<https://a.example/>"
    );
}

#[test]
fn an_address_with_placeholders_is_code() {
    assert_eq!(
        markdown("<p>Use https://lamp.<region>.example, say.</p>"),
        "Use `https://lamp.<region>.example`, say."
    );
}

#[test]
fn placeholders_in_angle_brackets_are_text() {
    assert_eq!(
        markdown("<p>arn:<Region>:x < y</p>"),
        "arn:\\<Region>:x \\< y"
    );
    assert_eq!(markdown("arn:<Region> </name>"), "arn:\\<Region> \\</name>");
    assert_eq!(
        markdown("<p>below <code><max></code> or <max"),
        "below `<max>` or \\<max"
    );
}

#[test]
fn what_markdown_or_rustdoc_would_read_as_more_is_escaped() {
    assert_eq!(
        markdown("<p>[Lamp] Vec&lt;T&gt; *a* ~b~</p>"),
        "\\[Lamp\\] Vec\\<T> \\*a\\* \\~b\\~"
    );
    assert_eq!(
        markdown("<p>LAMP_ON _x_ --on</p>"),
        "LAMP_ON \\_x\\_ -\\-on"
    );
    assert_eq!(
        markdown("<p>a \\ b ` c &amp;lt; d & e</p>"),
        "a \\\\ b \\` c \\&lt; d & e"
    );
}

#[test]
fn no_line_starts_what_is_not_there() {
    assert_eq!(
        markdown("<p>- on</p><p># on</p><p>&gt; on</p>"),
        "\\- on\n\n\\# on\n\n\\> on"
    );
    assert_eq!(markdown("<p>1. on</p><p>---</p>"), "1\\. on\n\n-\\-\\-");
    let long = markdown(&format!("<p>{}lam 2. - + lamp</p>", "lamp ".repeat(17)));
    assert!(long.ends_with(" lam 2. - +\nlamp"), "{long}");
}

#[test]
fn a_line_break_is_kept_within_a_paragraph() {
    assert_eq!(markdown("<p><br>a<br/>b<br></p>"), "a\\\nb");
    assert_eq!(markdown("a  \nb"), "a\\\nb");
}

#[test]
fn invisible_characters_are_dropped() {
    assert_eq!(
        markdown("<p>a\u{200b}b\u{202e}c\u{a0}d\u{1}\r\n e</p>"),
        "abc d e"
    );
}

#[test]
fn comments_are_dropped() {
    assert_eq!(markdown("<p>a<!-- b --></p>"), "a");
    assert_eq!(markdown("a\n\n<!-- b -->\n\nc"), "a\n\nc");
}

#[test]
fn a_name_on_the_wire_is_code_on_one_line_whatever_is_in_it() {
    for (text, shown) in [
        ("us-east-1", "`us-east-1`"),
        ("", "`\"\"`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("[a](b) <c> *d*", "`[a](b) <c> *d*`"),
        ("a\n\n    b();\n\t", "`a\\n\\n    b();\\n\\t`"),
        ("a\rb\u{202e}c\u{1b}", "`a\\rb\\u{202e}c\\u{1b}`"),
    ] {
        assert_eq!(code(text), shown);
    }
}

#[test]
fn a_title_is_one_line_whatever_is_in_it() {
    for (text, shown) in [
        ("AWS License Manager", "AWS License Manager"),
        ("2018-08-01", "2018-08-01"),
        ("<p>One<br>line.</p><p>Two.</p>", "One line. Two."),
        ("a\n\n    b();\n", "a b();"),
        ("```\na();\n```", "```text a(); ```"),
    ] {
        assert_eq!(line(text), shown);
    }
}

#[test]
fn an_address_has_nothing_that_would_end_it() {
    assert_eq!(
        markdown("<a href=\"https://a.example/\u{202e}\u{a0}b\u{1b}\">c</a>"),
        "[c](https://a.example/%E2%80%AE%C2%A0b%1B)"
    );
}
