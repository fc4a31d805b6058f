//! Whole messages: what is around the root, and what is no XML.

use super::shapes::Shapes;
use super::{Skipped, read, refusal};
use crate::support::wire::ErrorKind;

#[test]
fn a_message_may_have_things_before_and_behind_its_root() {
    for before in [
        "",
        "\u{feff}",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "\n <?xml version='1.0'?>\n",
        "\u{feff} \r\n\t<?xml?>",
        "<!-- a --> <?b c?>\n<!---->",
        "<?xml-stylesheet a?>",
    ] {
        for behind in ["", "\n", " <!-- a --> <?b?>\n"] {
            let message = format!("{before}<a/>{behind}");
            assert_eq!(read(&message), Ok(Skipped), "{message}");
            assert_eq!(read(&message), Ok(String::new()), "{message}");
        }
    }
}

#[test]
fn nothing_else_is_before_or_behind_the_root() {
    assert_eq!(refusal::<Skipped>("a<b/>"), (ErrorKind::ExpectedElement, 0));
    assert_eq!(refusal::<Skipped>("{}"), (ErrorKind::ExpectedElement, 0));
    for behind in ["b", "<b/>", "</a>", "\u{feff}", "&amp;"] {
        let refused = (ErrorKind::TrailingText, 5);
        assert_eq!(
            refusal::<Skipped>(format!("<a/> {behind}")),
            refused,
            "{behind}"
        );
    }
    for (message, place) in [
        ("<a/><![CDATA[]]>", 4),
        ("<![CDATA[]]><a/>", 0),
        ("<a/><?xml version='1.0'?>", 4),
        ("<!----><?xml version='1.0'?><a/>", 7),
    ] {
        assert_eq!(
            refusal::<Skipped>(message),
            (ErrorKind::InvalidMarkup, place),
            "{message}"
        );
    }
    for empty in ["", " ", "\u{feff}", "<!-- -->", "<?xml?>"] {
        let refused = (ErrorKind::UnexpectedEnd, empty.len());
        assert_eq!(refusal::<Skipped>(empty), refused, "{empty}");
    }
}

#[test]
fn document_types_are_refused_whatever_is_in_them() {
    for document_type in [
        "<!DOCTYPE a>",
        "<!DOCTYPE",
        "<!DOCTYPE html PUBLIC \"b\">",
        "<!DOCTYPE a []>",
    ] {
        for before in ["", " <!-- -->", "<?xml?>"] {
            let message = format!("{before}{document_type}<a/>");
            let refused = (ErrorKind::DocumentType, before.trim_end().len());
            assert_eq!(refusal::<Skipped>(message), refused);
        }
    }
    assert_eq!(
        refusal::<Skipped>("<a><!DOCTYPE a></a>").0,
        ErrorKind::DocumentType
    );
    assert_eq!(
        refusal::<Skipped>("<a/><!DOCTYPE a>").0,
        ErrorKind::DocumentType
    );
}

#[test]
fn characters_that_xml_forbids_are_nowhere() {
    for c in [
        '\0', '\u{1}', '\u{8}', '\u{b}', '\u{c}', '\u{e}', '\u{1f}', '\u{fffe}', '\u{ffff}',
    ] {
        for (before, behind) in [
            ("<a>", "</a>"),
            ("<a b='", "'/>"),
            ("<!--", "--><a/>"),
            ("<a/><?b ", "?>"),
            ("<a><![CDATA[", "]]></a>"),
            ("<a", "/>"),
        ] {
            let message = format!("{before}{c}{behind}");
            let refused = (ErrorKind::ForbiddenCharacter, before.len());
            assert_eq!(refusal::<Skipped>(&message), refused, "{message:?}");
        }
        for length in 0..200 {
            let message = format!("<a>{}{c}</a>", "x".repeat(length));
            let refused = (ErrorKind::ForbiddenCharacter, 3 + length);
            assert_eq!(refusal::<Skipped>(&message), refused, "{message:?}");
        }
    }
    for c in [
        "\t\n \u{7f}\u{80}\u{85}",
        "\u{d7ff}\u{e000}\u{fffd}\u{feff}\u{10ffff}",
    ] {
        let message = format!("<a>{}</a>", c.repeat(30));
        assert_eq!(read(message), Ok(c.repeat(30)));
    }
}

#[test]
fn a_message_is_utf_8() {
    assert_eq!(
        refusal::<Skipped>(b"<a>\xff</a>"),
        (ErrorKind::InvalidUtf8, 3)
    );
    assert_eq!(
        refusal::<Skipped>(b"<a>\xed\xa0\x80</a>"),
        (ErrorKind::InvalidUtf8, 3)
    );
    assert_eq!(
        refusal::<Skipped>(b"\xff\xfe<\0a\0/\0>\0"),
        (ErrorKind::InvalidUtf8, 0)
    );
}

#[test]
fn elements_end_with_their_own_tags() {
    for (message, place) in [
        ("<a></b>", 5),
        ("<a></A>", 5),
        ("<a></ab>", 6),
        ("<a></n:a>", 5),
        ("<n:a></a>", 7),
        ("<ab></a>", 6),
        ("<a></ a>", 5),
        ("<a></a b='c'>", 7),
        ("<a>x</b>", 6),
    ] {
        let refused = (ErrorKind::MismatchedTag, place);
        assert_eq!(refusal::<Skipped>(message), refused, "{message}");
        assert_eq!(refusal::<String>(message), refused, "{message}");
        assert_eq!(refusal::<Shapes>(message), refused, "{message}");
    }
    for message in [
        "<a><b></a></b>",
        "<a><b><c/></a></b>",
        "<a><Text>x</a></Text>",
    ] {
        assert_eq!(
            refusal::<Skipped>(message).0,
            ErrorKind::MismatchedTag,
            "{message}"
        );
        assert_eq!(
            refusal::<Shapes>(message).0,
            ErrorKind::MismatchedTag,
            "{message}"
        );
    }
    for message in [
        "<a>",
        "<a><b></b>",
        "<a>x",
        "<a><Text>",
        "<a><Text/>",
        "<a",
        "<a ",
        "<a></",
        "<a></a",
    ] {
        let refused = (ErrorKind::UnexpectedEnd, message.len());
        assert_eq!(refusal::<Skipped>(message), refused, "{message}");
        assert_eq!(refusal::<Shapes>(message), refused, "{message}");
    }
    assert_eq!(read("<a></a \n>"), Ok(Skipped));
}

#[test]
fn tags_are_written_as_xml_has_them() {
    for (message, kind, place) in [
        ("<>", ErrorKind::InvalidName, 1),
        ("< a/>", ErrorKind::InvalidName, 1),
        ("<1a/>", ErrorKind::InvalidName, 1),
        ("<-a/>", ErrorKind::InvalidName, 1),
        ("<a:/>", ErrorKind::InvalidName, 3),
        ("<:a/>", ErrorKind::InvalidName, 1),
        ("<a:b:c/>", ErrorKind::InvalidName, 3),
        ("<a:1/>", ErrorKind::InvalidName, 3),
        ("<\u{2019}/>", ErrorKind::InvalidName, 1),
        ("<a\u{2019}/>", ErrorKind::InvalidName, 1),
        ("<a&b/>", ErrorKind::InvalidName, 2),
        ("<a'b'/>", ErrorKind::InvalidName, 2),
        ("<a /b>", ErrorKind::ExpectedTagEnd, 4),
        ("<a / >", ErrorKind::ExpectedTagEnd, 4),
        ("<a b='c'd='e'/>", ErrorKind::ExpectedTagEnd, 8),
        ("<a b='c'\"/>", ErrorKind::ExpectedTagEnd, 8),
        ("<a <b/>", ErrorKind::InvalidName, 3),
        ("<a ='c'/>", ErrorKind::InvalidName, 3),
        ("<a b/>", ErrorKind::ExpectedAttributeValue, 4),
        ("<a b=c/>", ErrorKind::ExpectedAttributeValue, 5),
        ("<a b 'c'/>", ErrorKind::ExpectedAttributeValue, 5),
        ("<a b='c<d'/>", ErrorKind::UnescapedText, 7),
        ("<a b='&nbsp;'/>", ErrorKind::InvalidReference, 6),
        ("<a b='' b=''/>", ErrorKind::DuplicateAttribute, 10),
        ("<a n:b='' n:b=''/>", ErrorKind::DuplicateAttribute, 14),
    ] {
        assert_eq!(refusal::<Skipped>(message), (kind, place), "{message}");
        assert_eq!(refusal::<Shapes>(message), (kind, place), "{message}");
        assert_eq!(refusal::<String>(message), (kind, place), "{message}");
    }
    for message in [
        "<a b='c' d=\"e\"\n f\t= 'g' />",
        "<_.-1/>",
        "<é/>",
        "<é:中·/>",
        "<a b='' n:b=''/>",
        "<a b='>'/>",
    ] {
        assert_eq!(read(message), Ok(Skipped), "{message}");
    }
}
