//! Requests that are made member by member.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, DateTime};

use crate::support::http_binding::{DateTimeFormat, EpochSeconds, HttpDate, Request};

const NOT_SET: Option<String> = None;

fn finished(request: Request) -> http::Request<Vec<u8>> {
    request.empty().expect("a request that can be sent")
}

fn uri(request: Request) -> String {
    finished(request).uri().to_string()
}

fn reason(request: Request) -> String {
    let error = request.empty().expect_err("a request that cannot be sent");
    error.to_string()
}

#[test]
fn every_byte_that_a_label_cannot_have_is_encoded() {
    let all: String = (' '..='~').collect();
    let mut request = Request::new("GET", "/");
    request.label("all", &all);
    let path = "/%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40\
                ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D~";
    assert_eq!(uri(request), path);
}

#[test]
fn a_path_continues_behind_a_label() {
    let mut request = Request::new("GET", "/a/");
    request.label("b", &true);
    request.path("/c/");
    request.greedy_label("d", &"e/f g".to_owned());
    request.path("/h");
    assert_eq!(uri(request), "/a/true/c/e/f%20g/h");
}

#[test]
fn a_label_needs_a_value() {
    for value in [NOT_SET, Some(String::new())] {
        let mut request = Request::new("GET", "/");
        request.label("Name", &value);
        let expected = "the request could not be built: \
                        `Name` is a part of the path and must not be empty";
        assert_eq!(reason(request), expected);
    }
}

#[test]
fn a_label_that_may_be_left_out_has_a_value_all_the_same() {
    for (value, path) in [
        (NOT_SET, "/%2A"),
        (Some(String::new()), "/%2A"),
        (Some("a/b".to_owned()), "/a%2Fb"),
    ] {
        let mut request = Request::new("GET", "/");
        request.label_or("*", &value);
        assert_eq!(uri(request), path);
    }
}

#[test]
fn timestamps_have_the_form_that_is_asked_for() {
    let time = DateTime::from_secs_and_nanos(0, 500_000_000);
    let mut request = Request::new("GET", "/");
    request.label_as::<DateTimeFormat>("a", &time);
    request.path("/");
    request.label_as::<HttpDate>("b", &time);
    request.query_as::<EpochSeconds>("c", &Some(vec![time, DateTime::from_secs(1)]));
    let expected = "/1970-01-01T00%3A00%3A00.5Z/Thu%2C%2001%20Jan%201970%2000%3A00%3A00%20GMT\
                    ?c=0.5&c=1";
    assert_eq!(uri(request), expected);
}

#[test]
fn a_timestamp_that_its_form_cannot_say_is_not_sent() {
    let mut request = Request::new("GET", "/");
    request.header_as::<DateTimeFormat>("X-Time", &DateTime::from_secs(i64::MAX));
    let expected = "the request could not be built: \
                    `X-Time` is a timestamp out of the range of its format";
    assert_eq!(reason(request), expected);
}

#[test]
fn a_query_begins_with_its_first_parameter() {
    let mut request = Request::new("GET", "/");
    request.query("not-set", &NOT_SET);
    request.query("none", &Vec::<i32>::new());
    assert_eq!(uri(request), "/");
    let mut request = Request::new("GET", "/");
    request.query("empty", &String::new());
    request.query("a&b", &vec![Some(1.5_f32), None, Some(f32::NAN)]);
    request.literal_query("c");
    assert_eq!(uri(request), "/?empty=&a%26b=1.5&a%26b=NaN&c");
}

#[test]
fn a_required_parameter_says_something() {
    let mut request = Request::new("DELETE", "/");
    request.required_query("uploadId", &"u 1".to_owned());
    assert_eq!(uri(request), "/?uploadId=u%201");
    let mut request = Request::new("DELETE", "/");
    request.required_query("uploadId", &String::new());
    let expected = "the request could not be built: \
                    `uploadId` is a required part of the query and must not be empty";
    assert_eq!(reason(request), expected);
}

#[test]
fn parameters_of_a_map_do_not_hide_each_other() {
    let map = HashMap::from([("a".to_owned(), vec!["1".to_owned(), "2".to_owned()])]);
    let mut request = Request::new("GET", "/?");
    request.query_params(&map);
    assert_eq!(uri(request), "/??a=1&a=2");
}

#[test]
fn big_numbers_are_sent_digit_by_digit() {
    let digits = "123456789012345678901234567890";
    let integer: BigInteger = digits.parse().expect("an integer");
    let decimal: BigDecimal = "0.1000000000000000000001".parse().expect("a decimal");
    let mut request = Request::new("GET", "/");
    request.query("i", &integer);
    request.query("d", &decimal);
    assert_eq!(
        uri(request),
        format!("/?i={digits}&d=0.1000000000000000000001")
    );
}

#[test]
fn a_header_that_is_not_set_is_not_there_and_an_empty_one_is() {
    let mut request = Request::new("GET", "/");
    request.header("X-Not-Set", &NOT_SET);
    request.header("X-Empty", &String::new());
    request.header("X-None", &Vec::<String>::new());
    let request = finished(request);
    assert!(!request.headers().contains_key("x-not-set"));
    assert_eq!(request.headers()["x-empty"], "");
    assert_eq!(request.headers()["x-none"], "");
}

#[test]
fn a_member_with_a_header_of_its_own_comes_before_a_map_of_headers() {
    let map = HashMap::from([("Name", "map"), ("Other", "map")]);
    let map: HashMap<_, _> = map.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
    let mut request = Request::new("GET", "/");
    request.header("x-name", &"own".to_owned());
    request.prefix_headers("X-", &map);
    let request = finished(request);
    assert_eq!(request.headers()["x-name"], "own");
    assert_eq!(request.headers()["x-other"], "map");
}

#[test]
fn the_first_reason_not_to_send_a_request_is_the_one_that_is_told() {
    let mut request = Request::new("GET", "/");
    request.header("X-First", &"a\r\nb".to_owned());
    request.header("X Second", &1);
    let expected = "the request could not be built: \
                    the header `X-First` has characters that none can have";
    assert_eq!(reason(request), expected);
}

#[test]
fn the_name_of_a_header_is_not_told_as_far_as_it_is_of_the_input() {
    let mut request = Request::new("GET", "/");
    let map = HashMap::from([("hunter2\n", "value".to_owned())]);
    request.prefix_headers("X-Kept-", &map);
    let expected = "the request could not be built: \
                    the header `X-Kept-..` has characters that none can have";
    assert_eq!(reason(request), expected);
}

#[test]
fn a_method_or_a_uri_that_http_does_not_have_is_told() {
    let failed = reason(Request::new("GET IT", "/"));
    assert_eq!(
        failed,
        "the request could not be built: its method is not one of HTTP"
    );
    let failed = reason(Request::new("GET", "/a b"));
    assert_eq!(
        failed,
        "the request could not be built: its URI is not one of HTTP"
    );
}
