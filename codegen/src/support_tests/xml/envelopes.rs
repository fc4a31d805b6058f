//! Where errors, outputs and the ids of requests are in messages.

use super::shapes::Shapes;
use super::{Skipped, read};
use crate::support::wire::{self, Error, ErrorKind, Unit};
use crate::support::xml::Xml;
use crate::support::xml::envelope::{Envelope, is_error, query_output, request_id, root};

/// An error as services tell it, and as a message of its own.
const ERROR: &str =
    "<Error><Type>Sender</Type><Code>Busy</Code><Message>m &amp; n</Message></Error>";

/// The error and the request's id that are found in a body.
fn found(body: &[u8]) -> (Option<&str>, Option<String>) {
    let Envelope { error, request_id } = Envelope::of_error(body);
    (
        error.and_then(|error| str::from_utf8(error).ok()),
        request_id,
    )
}

fn id(id: &str) -> Option<String> {
    Some(id.to_owned())
}

#[test]
fn an_error_is_found_in_whatever_is_around_it() {
    for (before, behind) in [
        (
            "<ErrorResponse>",
            "<RequestId>r-1</RequestId></ErrorResponse>",
        ),
        (
            "<ErrorResponse xmlns='urn:s'>\n  ",
            "\n  <RequestID> r-1\n</RequestID>\n</ErrorResponse>\n",
        ),
        (
            "<?xml version='1.0'?>\n<ErrorResponse><RequestId>r-1</RequestId>",
            "</ErrorResponse>",
        ),
        (
            "<e><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>",
            "</e>",
        ),
        (
            "<Response><Errors>",
            "</Errors><RequestID>r-1</RequestID></Response>",
        ),
        (
            "<Response><Errors>",
            "<Error/></Errors><requestId>r-1</requestId></Response>",
        ),
        (
            "\u{feff}<n:a><New><Error/></New>",
            "<RequestId/><RequestId>r-1</RequestId></n:a>",
        ),
    ] {
        let body = format!("{before}{ERROR}{behind}");
        assert_eq!(found(body.as_bytes()), (Some(ERROR), id("r-1")), "{body}");
    }
}

#[test]
fn an_error_may_be_the_root_and_have_the_id_in_it() {
    for name in ["RequestId", "RequestID", "requestId"] {
        let error = format!("<Error><Code>Busy</Code><{name}>r-1</{name}></Error>");
        let body = format!("<?xml version='1.0'?>\n<!-- -->{error}\n");
        assert_eq!(found(body.as_bytes()), (Some(&*error), id("r-1")));
        let wrapped = format!("<ErrorResponse>{error}</ErrorResponse>");
        assert_eq!(found(wrapped.as_bytes()), (Some(&*error), id("r-1")));
    }
    let error = "<n:Error xmlns:n='urn:s' n:a='>'><n:Code>Busy</n:Code></n:Error>";
    assert_eq!(found(error.as_bytes()), (Some(error), None));
    assert_eq!(found(b"<Error/>"), (Some("<Error/>"), None));
}

#[test]
fn the_id_beside_an_error_counts_more_than_one_in_it() {
    let error = "<Error><RequestId>r-2</RequestId></Error>";
    for body in [
        format!("<e>{error}<RequestId>r-1</RequestId></e>"),
        format!("<e><RequestId>r-1</RequestId>{error}</e>"),
    ] {
        assert_eq!(found(body.as_bytes()), (Some(error), id("r-1")), "{body}");
    }
}

#[test]
fn an_error_is_a_message_of_its_own() {
    let body = format!("<e>{ERROR}<RequestId>r-1</RequestId></e>");
    let (error, _) = found(body.as_bytes());
    assert_eq!(read(error.expect("an error")), Ok(Skipped));
}

#[test]
fn a_root_without_an_error_in_it_is_the_error() {
    let body = "<?xml version='1.0'?>\n<AccessDenied>\n<Message>m</Message></AccessDenied>\n";
    assert_eq!(found(body.as_bytes()), (Some(&body[22..]), None));
    let body = "<ErrorResponse><Code>Busy</Code><RequestId>r-1</RequestId></ErrorResponse>";
    assert_eq!(found(body.as_bytes()), (Some(body), id("r-1")));
}

#[test]
fn what_is_no_error_in_xml_is_absent() {
    for body in [
        "",
        " ",
        "busy",
        "{\"code\":\"Busy\"}",
        "<!DOCTYPE html><html><Error/></html>",
        "<html><body>Error</body></html>",
        "<a/>",
        "<",
        "<Error",
    ] {
        assert_eq!(found(body.as_bytes()).1, None, "{body}");
    }
    assert_eq!(found(b"<html><body>Error</body></html>").0, None);
    assert_eq!(found(b"<!DOCTYPE html><html><Error/></html>").0, None);
}

#[test]
fn what_breaks_off_is_found_as_far_as_it_is_there() {
    let body = format!("<ErrorResponse>{ERROR}<RequestId>r-1</RequestId></ErrorResponse>");
    let start = body.find("<Error>").expect("an error");
    let end = start + ERROR.len();
    for length in 0..body.len() {
        let (error, request_id) = found(&body.as_bytes()[..length]);
        let expected = match length {
            _ if length > start + "<Error".len() => Some(&body[start..length.min(end)]),
            // The root may be the error.
            _ if length >= start => Some(&body[..length]),
            _ => None,
        };
        assert_eq!(error, expected, "{length}");
        let has_id = length >= end + "<RequestId>r-1</RequestId>".len();
        assert_eq!(request_id.is_some(), has_id, "{length}");
    }
}

#[test]
fn an_error_is_found_whatever_is_wrong_with_its_text() {
    let error: &[u8] =
        b"<Error><Code>Busy</Code><Message>\xff \0 &nbsp; &#0; ]]></Message></Error>";
    let body = [
        b"<e \xff='&x;'>".as_slice(),
        error,
        b"<RequestId>r-1</RequestId></e>",
    ]
    .concat();
    assert_eq!(Envelope::of_error(&body).error, None);
    let body = [
        b"<e a='\xff&x;'>".as_slice(),
        error,
        b"\xff<RequestId>r-1</RequestId></e>",
    ]
    .concat();
    let envelope = Envelope::of_error(&body);
    assert_eq!(envelope.error, Some(error));
    assert_eq!(envelope.request_id, id("r-1"));
}

fn output(text: &str) -> Shapes {
    Shapes {
        text: Some(text.to_owned()),
        ..Shapes::default()
    }
}

#[test]
fn an_output_of_a_query_is_beside_the_metadata() {
    for body in [
        "<R><Result><Text>t</Text></Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></R>",
        "<R xmlns='u' a=''> <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata> <Any><Text>t</Text></Any> </R>\n",
        "<R><RequestId>r-1</RequestId><Result><Text>t</Text></Result><Other><Text>u</Text></Other></R>",
        "<R><Result><RequestId>r-2</RequestId><Text>t</Text></Result><ResponseMetadata><New/><RequestId>r-1</RequestId></ResponseMetadata></R>",
    ] {
        assert_eq!(
            query_output("Read", body.as_bytes()),
            Ok((output("t"), id("r-1"))),
            "{body}"
        );
    }
    let no_id = "<R><Result><RequestId>r-2</RequestId><Text>t</Text></Result></R>";
    assert_eq!(
        query_output("Read", no_id.as_bytes()),
        Ok((output("t"), None))
    );
}

#[test]
fn an_output_of_a_query_is_found_by_its_name_among_elements_that_nobody_knows() {
    let result = "<ReadResult><Text>t</Text></ReadResult>";
    for body in [
        format!("<R><New><Text>u</Text></New>{result}</R>"),
        format!("<R><New/>{result}<WriteResult/></R>"),
        format!(
            "<n:R xmlns:n='u'><New>{result}</New><n:ReadResult><Text>t</Text></n:ReadResult></n:R>"
        )
        .replacen("t</Text>", "u</Text>", 1),
    ] {
        let read = query_output("Read", body.as_bytes());
        assert_eq!(read, Ok((output("t"), None)), "{body}");
    }
}

#[test]
fn an_answer_to_a_query_is_an_error_by_its_root() {
    for (operation, root, expected) in [
        ("Read", "ErrorResponse", true),
        ("Read", "Response", true),
        ("Read", "Error", true),
        ("Read", "n:ErrorResponse", true),
        ("Read", "ReadResponse", false),
        ("Read", "Any", false),
        ("Error", "ErrorResponse", false),
    ] {
        let body = format!("<?xml version='1.0'?><!-- --><{root} xmlns:n='u'/>");
        assert_eq!(is_error(operation, body.as_bytes()), expected, "{body}");
    }
    assert!(!is_error("Read", b"") && !is_error("Read", b"no XML"));
}

#[test]
fn a_query_may_have_no_output() {
    let body = "<R><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></R>";
    assert_eq!(
        query_output("Read", body.as_bytes()),
        Ok((Shapes::default(), id("r-1")))
    );
    assert_eq!(query_output("Read", b""), Ok((Shapes::default(), None)));
    assert_eq!(query_output("Read", b"<R/>"), Ok((Shapes::default(), None)));
    // Of what has no members, the body does not matter.
    for (body, expected) in [(body, id("r-1")), ("no XML", None), ("", None)] {
        let (Unit, request_id) = query_output("Read", body.as_bytes()).expect("a unit");
        assert_eq!(request_id, expected, "{body}");
    }
}

#[test]
fn an_output_that_breaks_off_is_refused() {
    let body = b"<R><Result><Text>t</Text></Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></R>";
    for end in 1..body.len() {
        let refused = Error::new(ErrorKind::UnexpectedEnd, end);
        assert_eq!(query_output::<Shapes>("Read", &body[..end]), Err(refused));
    }
    let refused = Error::new(ErrorKind::TrailingText, 4);
    assert_eq!(query_output::<Shapes>("Read", b"<R/>x"), Err(refused));
}

#[test]
fn a_page_of_html_is_no_output_though_it_may_be_xml() {
    for (page, start) in [
        ("<html><head/><body>closed</body></html>", 0),
        ("<?xml version='1.0'?>\n<HTML a='b'/>", 22),
    ] {
        let refused = Error::new(ErrorKind::Html, start);
        assert_eq!(
            query_output::<Shapes>("Read", page.as_bytes()),
            Err(refused),
            "{page}"
        );
        let read = wire::read::<Xml, Shapes>(page.as_bytes());
        assert_eq!(read, Err(Error::new(ErrorKind::Html, start)), "{page}");
    }
}

#[test]
fn the_id_of_a_request_is_in_the_root_or_in_its_metadata() {
    for (body, expected) in [
        ("<R><requestId>r-1</requestId><set/></R>", id("r-1")),
        (
            "<R><set><requestId>r-2</requestId></set><requestId> r-1 </requestId></R>",
            id("r-1"),
        ),
        (
            "<R><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></R>",
            id("r-1"),
        ),
        ("<R><requestId>r-1</requestId><broken", id("r-1")),
        ("<R><requestId/></R>", None),
        ("<R/>", None),
        ("no XML", None),
        ("", None),
    ] {
        assert_eq!(request_id(body.as_bytes()), expected, "{body}");
    }
}

#[test]
fn a_root_is_found_wherever_it_begins() {
    for before in 0..2_000 {
        let comment = "x".repeat(before);
        let body =
            format!("<?xml version='1.0'?><!--{comment}--><e:ErrorResponse><a/></e:ErrorResponse>");
        assert_eq!(
            root(body.as_bytes()).as_deref(),
            Some("ErrorResponse"),
            "{before}"
        );
        let body = format!("<ErrorResponse a='{comment}'>\u{fffd}</ErrorResponse>");
        assert_eq!(
            root(body.as_bytes()).as_deref(),
            Some("ErrorResponse"),
            "{before}"
        );
        assert_eq!(root(format!("<{comment}").as_bytes()), None, "{before}");
    }
}
