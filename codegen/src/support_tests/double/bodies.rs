//! What is undone of bodies before they are read, and forms as documents of XML.

use http::header::CONTENT_ENCODING;

use crate::support::compression;
use crate::support::double::aws_chunked;
use crate::support::form::Dialect;
use crate::support::query::form;

fn request(encoding: &str, body: &[u8]) -> http::Request<Vec<u8>> {
    let request = http::Request::builder().header(CONTENT_ENCODING, encoding);
    request.body(body.to_vec()).expect("a request")
}

fn encoding(request: &http::Request<Vec<u8>>) -> Option<&str> {
    request.headers().get(CONTENT_ENCODING)?.to_str().ok()
}

#[test]
fn chunks_are_joined_and_what_they_were_encoded_with_before_stays_told() {
    let chunks =
        b"3;chunk-signature=0f\r\nabc\r\nA\r\n0123456789\r\n0\r\nx-amz-checksum-crc32:AA==\r\n\r\n";
    let joined = aws_chunked::joined(request("gzip,aws-chunked", chunks));
    assert_eq!(joined.body(), b"abc0123456789");
    assert_eq!(encoding(&joined), Some("gzip"));
    let joined = aws_chunked::joined(request("aws-chunked", b"0\r\n\r\n"));
    assert_eq!(
        (joined.body().as_slice(), encoding(&joined)),
        (&b""[..], None)
    );
}

#[test]
fn what_is_no_chunk_stays_as_it_is() {
    for body in [
        &b"abc"[..],
        b"4\r\nabc\r\n0\r\n",
        b"x\r\n",
        b"3\r\nabcd\r\n0\r\n",
    ] {
        let same = aws_chunked::joined(request("aws-chunked", body));
        assert_eq!(same.body(), body);
        assert_eq!(encoding(&same), Some("aws-chunked"));
    }
    let same = aws_chunked::joined(request("gzip", b"0\r\n\r\n"));
    assert_eq!(same.body(), b"0\r\n\r\n");
}

#[test]
fn what_was_compressed_last_is_unpacked() {
    let packed = compression::gzip(request("custom", b"abc"), Some(0));
    let unpacked = compression::unpacked(packed);
    assert_eq!(unpacked.body(), b"abc");
    assert_eq!(encoding(&unpacked), Some("custom"));
    let broken = compression::unpacked(request("gzip", b"abc"));
    assert_eq!(
        (broken.body().as_slice(), encoding(&broken)),
        (&b"abc"[..], Some("gzip"))
    );
}

fn xml(text: &str, dialect: Dialect) -> String {
    let document = form::to_xml(text.as_bytes(), dialect).expect("a form");
    String::from_utf8(document).expect("UTF-8")
}

#[test]
fn a_form_has_what_its_document_has() {
    let text = "Tags.member.2=b&Tags.member.1=a&Flat.1=x&Flat.10=z&Flat.2=y&A.B=%26%3C+%0D&Empty=";
    assert_eq!(
        xml(text, Dialect::AwsQuery),
        "<_><A><B>&#38;&#60; &#13;</B></A><Empty></Empty><Flat>x</Flat><Flat>y</Flat><Flat>z</Flat>\
         <Tags><member>a</member><member>b</member></Tags></_>"
    );
    assert_eq!(
        xml("Tag.1.Key=a&Tag.2.Key=b", Dialect::Ec2Query),
        "<_><Tag><member><Key>a</Key></member><member><Key>b</Key></member></Tag></_>"
    );
}

#[test]
fn a_form_that_is_too_deep_is_refused() {
    let deep = vec!["a"; 100_000].join(".");
    let error = form::to_xml(deep.as_bytes(), Dialect::AwsQuery).expect_err("too deep");
    assert_eq!(error.to_string(), "the form is too deep");
    for form in [&b"a=\xff"[..], b"a=b&c=%ff", b"%c3=b"] {
        let error = form::to_xml(form, Dialect::AwsQuery).expect_err("not UTF-8");
        assert_eq!(error.to_string(), "the form is not UTF-8");
        assert_eq!(form::action(form), None);
    }
}

#[test]
fn what_is_no_name_is_no_element_either() {
    for form in [
        "a><b>=c", "a..b=c", ".a=b", "=b", "a%20b=c", "a.1x=b", "a/=b",
    ] {
        let error = form::to_xml(form.as_bytes(), Dialect::Ec2Query).expect_err(form);
        let told = error.to_string();
        assert!(
            told.starts_with("no member has the name of the parameter"),
            "{told}"
        );
    }
    assert_eq!(
        xml("\u{e9}_1-a:b=c", Dialect::AwsQuery),
        "<_><\u{e9}_1-a:b>c</\u{e9}_1-a:b></_>"
    );
}

#[test]
fn the_action_of_a_form_is_its_operation() {
    assert_eq!(form::action(b"a=b&Action=Do+It").as_deref(), Some("Do It"));
    assert_eq!(form::action(b"a=b"), None);
}
