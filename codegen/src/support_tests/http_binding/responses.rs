//! Responses that are read member by member.

use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime};
use http::HeaderValue;

use crate::support::http_binding::{
    self, DateTimeFormat, EpochSeconds, HttpDate, Values, ValuesAs,
};
use crate::support::operation::Headers;

fn response(headers: &[(&str, &str)], body: &str) -> http::Response<Vec<u8>> {
    let mut response = http::Response::builder().status(404);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(body.as_bytes().to_vec());
    response.expect("headers that HTTP allows")
}

/// A header of these lines, read over a value.
fn header<V: Values>(lines: &[&str], mut value: V) -> Result<V, String> {
    let headers: Vec<(&str, &str)> = lines.iter().map(|line| ("X-A", *line)).collect();
    let response = response(&headers, "");
    http_binding::header(&(&response).into(), "x-a", &mut value)
        .map_err(|error| error.to_string())?;
    Ok(value)
}

fn header_as<F, V: ValuesAs<F>>(line: &str, mut value: V) -> Option<V> {
    let response = response(&[("X-A", line)], "");
    let read = http_binding::header_as::<F>(&(&response).into(), "x-a", &mut value);
    read.is_ok().then_some(value)
}

const UNREADABLE: &str = "the response (HTTP status 404) could not be read: \
                          the header `x-a` has a value of another type than the model's";

#[test]
fn a_header_that_is_not_there_leaves_its_member_as_it_is() {
    assert_eq!(header(&[], 7), Ok(7));
    assert_eq!(header(&[], Some("a".to_owned())), Ok(Some("a".to_owned())));
}

#[test]
fn an_empty_header_is_an_empty_text_or_list_and_no_number() {
    assert_eq!(header(&[""], None), Ok(Some(String::new())));
    assert_eq!(header(&[""], Some(vec![1])), Ok(Some(vec![])));
    assert_eq!(header(&[""], Some(7)), Ok(Some(7)));
    assert_eq!(header(&[""], true), Ok(true));
}

#[test]
fn numbers_and_booleans_are_read_with_space_around_them() {
    assert_eq!(header(&[" -5 "], 0_i64), Ok(-5));
    assert_eq!(header(&["true"], None), Ok(Some(true)));
    assert_eq!(header(&["2.5"], 0.0), Ok(2.5));
    assert_eq!(header(&["-Infinity"], 0.0_f32), Ok(f32::NEG_INFINITY));
    assert!(header(&["NaN"], 0.0).is_ok_and(f64::is_nan));
}

#[test]
fn a_value_of_another_type_is_told_by_the_name_of_its_header() {
    assert_eq!(header(&["1.5"], 0), Err(UNREADABLE.to_owned()));
    assert_eq!(header(&["128"], 0_i8), Err(UNREADABLE.to_owned()));
    assert_eq!(header(&["True"], false), Err(UNREADABLE.to_owned()));
    assert_eq!(header(&["inf"], 0.0), Err(UNREADABLE.to_owned()));
    assert_eq!(header(&["1e999"], 0.0), Err(UNREADABLE.to_owned()));
    assert_eq!(header(&["1, x"], vec![0]), Err(UNREADABLE.to_owned()));
}

#[test]
fn lists_may_be_spread_over_lines_and_their_elements_quoted() {
    let list = |lines: &[&str]| header(lines, Vec::<String>::new());
    let is = |elements: &[&str]| Ok(elements.iter().map(ToString::to_string).collect());
    assert_eq!(list(&["a, b", "c"]), is(&["a", "b", "c"]));
    assert_eq!(list(&["a,,b , "]), is(&["a", "b"]));
    assert_eq!(list(&[r#""a, b" ,c"#]), is(&["a, b", "c"]));
    assert_eq!(list(&[r#""a\"b", "\\", """#]), is(&["a\"b", "\\", ""]));
    assert_eq!(list(&[r#"a"b"#]), is(&["a\"b"]));
}

#[test]
fn a_quote_that_is_not_closed_or_followed_by_more_is_no_list() {
    for line in [r#""a"#, r#""a\"#, r#""a" b"#] {
        let list = header(&[line], Vec::<String>::new());
        assert_eq!(list, Err(UNREADABLE.to_owned()), "{line}");
    }
}

#[test]
fn lists_of_timestamps_know_the_commas_of_their_form() {
    let times = vec![DateTime::from_secs(0), DateTime::from_secs(1)];
    let line = "Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT";
    assert_eq!(header_as::<HttpDate, _>(line, vec![]), Some(times.clone()));
    let line = "1970-01-01T00:00:00Z,1970-01-01T01:00:01+01:00";
    assert_eq!(
        header_as::<DateTimeFormat, _>(line, vec![]),
        Some(times.clone())
    );
    assert_eq!(header_as::<EpochSeconds, _>("0, 1.0", vec![]), Some(times));
    assert_eq!(
        header_as::<HttpDate, Vec<DateTime>>("Thu, 01", vec![]),
        None
    );
}

#[test]
fn headers_of_a_prefix_are_found_in_any_case() {
    let response = response(&[("X-Tag-A", "1"), ("x-tag-b", "2"), ("x-ta", "3")], "");
    let mut tags: Option<HashMap<String, String>> = None;
    http_binding::prefix_headers(&(&response).into(), "X-TAG-", &mut tags);
    let expected = [("a", "1"), ("b", "2")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    assert_eq!(tags, Some(HashMap::from(expected)));
    let mut others: Option<HashMap<String, String>> = None;
    http_binding::prefix_headers(&(&response).into(), "X-Other-", &mut others);
    assert_eq!(others, Some(HashMap::new()));
}

#[test]
fn the_status_is_a_number() {
    let mut status = None::<i32>;
    http_binding::status(&(&response(&[], "")).into(), &mut status);
    assert_eq!(status, Some(404));
}

#[test]
fn a_body_that_is_a_text_is_utf_8() {
    let mut text = None::<String>;
    let read = http_binding::text(&(&response(&[], "öst, west")).into(), &mut text);
    assert!(read.is_ok());
    assert_eq!(text.as_deref(), Some("öst, west"));
    let response = http::Response::new(b"\xff");
    assert!(http_binding::text(&(&response).into(), &mut text).is_err());
}

#[test]
fn a_body_that_is_empty_leaves_its_member_as_it_is() {
    let (mut text, mut blob) = (None::<String>, None::<Blob>);
    let response = response(&[], "");
    assert!(http_binding::text(&(&response).into(), &mut text).is_ok());
    http_binding::blob(&(&response).into(), &mut blob);
    assert_eq!((text, blob), (None, None));
}

/// Headers that say no more than they have to.
struct Listed(Vec<(&'static str, &'static str)>);

impl Headers for Listed {
    fn get(&self, name: &str) -> Option<&str> {
        self.lines(name).first().copied()
    }

    fn all(&self) -> Vec<(&str, &str)> {
        self.0.clone()
    }
}

#[test]
fn the_lines_of_a_header_are_the_same_whoever_has_it() {
    let listed = [("x-a", "1"), ("x-b", "2"), ("x-a", "3"), ("x-a", "")];
    let mut map = http::HeaderMap::new();
    let mut headers = aws_smithy_runtime_api::http::Headers::new();
    for (name, value) in listed {
        map.append(name, value.parse().expect("a value"));
        headers.append(name, value);
    }
    map.append("x-a", HeaderValue::from_bytes(b"\xff").expect("a value"));
    let listed = Listed(listed.to_vec());
    for (name, lines) in [("X-A", &["1", "3", ""][..]), ("x-b", &["2"]), ("x-c", &[])] {
        assert_eq!(listed.lines(name), lines);
        assert_eq!(map.lines(name), lines);
        assert_eq!(Headers::lines(&headers, name), lines);
    }
}
