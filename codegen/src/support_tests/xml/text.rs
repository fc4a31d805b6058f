//! Simple values: texts, numbers, times and bytes.

use std::borrow::Cow;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, Number};

use super::{Reader, WireReader as _, read, refusal};
use crate::support::timestamp::{DateTimeFormat, HttpDate, TimestampFormat};
use crate::support::wire::{Cursor as _, ErrorKind};

/// The text of an element with this content.
fn text(content: &str) -> Result<String, ErrorKind> {
    read(format!("<a>{content}</a>")).map_err(|error| error.kind())
}

#[test]
fn white_space_in_text_is_kept() {
    assert_eq!(text(" a\n\tb "), Ok(" a\n\tb ".to_owned()));
    assert_eq!(text("  "), Ok("  ".to_owned()));
}

#[test]
fn empty_text_is_there() {
    for message in ["<a/>", "<a />", "<a></a>", "<a><!----></a>", "<a b='c'/>"] {
        assert_eq!(read(message), Ok(String::new()), "{message}");
    }
}

#[test]
fn the_ends_of_lines_are_line_feeds() {
    assert_eq!(text("a\r\nb\rc\nd\r"), Ok("a\nb\nc\nd\n".to_owned()));
    assert_eq!(text("<![CDATA[a\r\nb\rc\r]]>"), Ok("a\nb\nc\n".to_owned()));
    assert_eq!(text("a\r&amp;&#13;&#10;"), Ok("a\n&\r\n".to_owned()));
}

#[test]
fn references_are_characters() {
    let all = "&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;&#x1f600;&#10;&#0013;&#x85;";
    let characters = "<>&\"'A\u{1f600}\u{1f600}\n\r\u{85}";
    assert_eq!(text(all), Ok(characters.to_owned()));
    assert_eq!(text("a&amp;lt;b"), Ok("a&lt;b".to_owned()));
}

#[test]
fn references_to_no_character_are_refused() {
    for reference in [
        "&",
        "&;",
        "& ",
        "&amp",
        "&amp ;",
        "&Amp;",
        "&nbsp;",
        "&#;",
        "&#x;",
        "&#0;",
        "&#x0;",
        "&#1;",
        "&#xD800;",
        "&#xFFFE;",
        "&#xFFFF;",
        "&#x110000;",
        "&#99999999999;",
        "&#-65;",
        "&#+65;",
        "&#xx41;",
        "&#X41;",
        "&#6 5;",
        "&é;",
    ] {
        assert_eq!(
            text(reference),
            Err(ErrorKind::InvalidReference),
            "{reference}"
        );
    }
    let refused = (ErrorKind::InvalidReference, 5);
    assert_eq!(refusal::<String>("<a>ab&nbsp;c</a>"), refused);
    assert_eq!(refusal::<Vec<String>>("<a>ab&nbsp;c</a>"), refused);
}

#[test]
fn cdata_is_text_as_it_is() {
    assert_eq!(
        text("<![CDATA[<b>&amp;</b>]]>"),
        Ok("<b>&amp;</b>".to_owned())
    );
    assert_eq!(
        text("a<![CDATA[b]]]]><![CDATA[>c]]>d"),
        Ok("ab]]>cd".to_owned())
    );
    assert_eq!(text("<![CDATA[]]>"), Ok(String::new()));
    assert_eq!(text("]]>"), Err(ErrorKind::UnescapedText));
    assert_eq!(text("a]] ]>]&gt;"), Ok("a]] ]>]>".to_owned()));
}

#[test]
fn comments_and_instructions_are_no_text() {
    assert_eq!(text("a<!-- <b> & -->b<?c d>?>c"), Ok("abc".to_owned()));
    assert_eq!(text("<!--->-->"), Ok(String::new()));
    for comment in ["<!-- -- -->", "<!-- --->"] {
        assert_eq!(text(comment), Err(ErrorKind::InvalidComment), "{comment}");
    }
    for markup in [
        "<!>",
        "<!a>",
        "<!-a->",
        "<![cdata[]]>",
        "<!ELEMENT a>",
        "<?xml?>",
        "<?a\"b\"?>",
    ] {
        assert_eq!(text(markup), Err(ErrorKind::InvalidMarkup), "{markup}");
    }
}

#[test]
fn an_element_is_no_text() {
    assert_eq!(
        refusal::<String>("<a>b<c/></a>"),
        (ErrorKind::ExpectedText, 6)
    );
    assert_eq!(refusal::<i32>("<a><c>1</c></a>").0, ErrorKind::ExpectedText);
}

#[test]
fn text_is_borrowed_where_it_stands_in_the_message() {
    for (message, is_borrowed) in [
        ("<a>bc</a>", true),
        ("<a b='c'>bc</a >", true),
        ("<a><![CDATA[bc]]></a>", true),
        ("<a><!-- -->bc<?d?></a>", true),
        ("<a/>", true),
        ("<a>b<!-- -->c</a>", false),
        ("<a>b&#99;</a>", false),
    ] {
        let mut reader = Reader::new(message.as_bytes()).expect("a message");
        let text = reader.string().expect("text");
        assert_eq!(matches!(text, Cow::Borrowed(_)), is_borrowed, "{message}");
    }
}

#[test]
fn numbers_may_have_white_space_around_them() {
    assert_eq!(read("<a> -7\n</a>"), Ok(-7_i8));
    assert_eq!(read("<a>9223372036854775807</a>"), Ok(i64::MAX));
    assert_eq!(read("<a>\t1.5 </a>"), Ok(1.5_f32));
    assert_eq!(read("<a>1e3</a>"), Ok(1000.0_f64));
    assert_eq!(read("<a>1<!-- -->2</a>"), Ok(12));
    assert_eq!(read("<a>\r\ntrue </a>"), Ok(true));
    assert_eq!(read("<a>false</a>"), Ok(false));
    let long = "123456789012345678901234567890";
    assert_eq!(
        read(format!("<a> {long} </a>")),
        Ok(long.parse::<BigInteger>().expect("big"))
    );
    let decimal = "0.1234567890123456789012345";
    assert_eq!(
        read(format!("<a>{decimal}</a>")),
        Ok(decimal.parse::<BigDecimal>().expect("big"))
    );
}

#[test]
fn floats_need_not_be_numbers() {
    assert_eq!(read("<a>Infinity</a>"), Ok(f64::INFINITY));
    assert_eq!(read("<a> -Infinity </a>"), Ok(f32::NEG_INFINITY));
    assert!(read::<f64>("<a>NaN</a>").is_ok_and(f64::is_nan));
}

#[test]
fn what_is_no_number_is_refused() {
    for (text, kind) in [
        ("", ErrorKind::ExpectedNumber),
        ("x", ErrorKind::ExpectedNumber),
        ("1 2", ErrorKind::ExpectedNumber),
        ("1.5", ErrorKind::ExpectedInteger),
        ("1e3", ErrorKind::ExpectedInteger),
        ("9223372036854775808", ErrorKind::NumberOutOfRange),
    ] {
        assert_eq!(
            refusal::<i64>(format!("<a>{text}</a>")),
            (kind, 2),
            "{text}"
        );
    }
    assert_eq!(
        refusal::<i8>("<a>128</a>"),
        (ErrorKind::NumberOutOfRange, 2)
    );
    assert_eq!(
        refusal::<f64>("<a>1e999</a>"),
        (ErrorKind::NumberOutOfRange, 2)
    );
    for text in ["", "x", "inf", "nan", "infinity", "1,5"] {
        let refused = (ErrorKind::ExpectedNumber, 2);
        assert_eq!(refusal::<f64>(format!("<a>{text}</a>")), refused, "{text}");
    }
    for text in ["", "1", "True", "yes"] {
        let refused = (ErrorKind::ExpectedBoolean, 2);
        assert_eq!(refusal::<bool>(format!("<a>{text}</a>")), refused, "{text}");
    }
}

#[test]
fn a_number_of_no_type_is_an_integer_where_it_can_be() {
    let any_number = |message: &str| {
        let mut reader = Reader::new(message.as_bytes()).expect("a message");
        reader.any_number()
    };
    assert_eq!(any_number("<a>1</a>"), Ok(Number::PosInt(1)));
    assert_eq!(any_number("<a>-1</a>"), Ok(Number::NegInt(-1)));
    assert_eq!(any_number("<a>1.5</a>"), Ok(Number::Float(1.5)));
}

#[test]
fn bytes_are_base64_with_white_space_anywhere() {
    for text in ["AP8+Pw==", "\n AP8+Pw==\n", "AP8+\r\nPw=="] {
        let bytes = Blob::new([0, 255, 62, 63]);
        assert_eq!(read(format!("<a>{text}</a>")), Ok(bytes), "{text}");
    }
    assert_eq!(read("<a/>"), Ok(Blob::new([])));
    assert_eq!(
        refusal::<Blob>("<a>AP8+Pw=</a>"),
        (ErrorKind::InvalidBase64, 2)
    );
}

#[test]
fn moments_may_have_white_space_around_them() {
    let moment = DateTime::from_secs(1_576_540_098);
    let read = |text: &str, parse: fn(&str) -> Option<DateTime>| {
        let message = format!("<a>\n{text} </a>");
        let mut reader = Reader::new(message.as_bytes()).expect("a message");
        reader.timestamp(false, parse)
    };
    assert_eq!(
        read("2019-12-16T23:48:18Z", DateTimeFormat::read),
        Ok(moment)
    );
    assert_eq!(
        read("Mon, 16 Dec 2019 23:48:18 GMT", HttpDate::read),
        Ok(moment)
    );
    assert_eq!(super::read("<a> 1576540098 </a>"), Ok(moment));
    assert_eq!(
        refusal::<DateTime>("<a>x</a>"),
        (ErrorKind::InvalidTimestamp, 2)
    );
}

#[test]
fn there_are_no_documents() {
    assert_eq!(
        refusal::<Document>("<a>1</a>"),
        (ErrorKind::ExpectedValue, 2)
    );
}
