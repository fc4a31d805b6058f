//! Which operation a request calls by its method and its URI.

use super::request;
use crate::support::double::Route;

const ROUTES: &[Route] = &[
    Route::bound("List", "GET", "/shelves/{shelf}"),
    Route::bound("ListAll", "GET", "/shelves/{shelf}?list-type=2"),
    Route::bound("Get", "GET", "/shelves/{shelf}/{path+}?x-id=Get"),
    Route::bound("GetNotes", "GET", "/shelves/{shelf}/{path+}?notes"),
    Route::bound("GetLast", "GET", "/shelves/{shelf}/last"),
    Route::bound("GetEnd", "GET", "/shelves/{path+}/end"),
    Route::bound("Put", "PUT", "/shelves/{shelf}/{path+}"),
    Route::bound("PutPart", "PUT", "/shelves/{shelf}/{path+}").requiring(&["part"], &[]),
    Route::bound("Copy", "PUT", "/shelves/{shelf}/{path+}").requiring(&[], &["x-source"]),
    Route::bound("Root", "GET", "/"),
];

/// The operation, and the texts of its labels.
fn found(method: &str, uri: &str, headers: &[(&str, &str)]) -> Option<(&'static str, Vec<String>)> {
    let mut request = request(method, uri, headers);
    let route = Route::find_bound(ROUTES, &mut request)?;
    Some((route.operation, request.labels))
}

#[test]
fn a_request_calls_the_operation_of_whose_pattern_it_has_most() {
    for (method, uri, operation, labels) in [
        ("GET", "/", "Root", &[][..]),
        ("GET", "/shelves/a", "List", &["a"]),
        ("GET", "/shelves/a/", "List", &["a"]),
        ("GET", "/shelves/a?list-type=2&max=1", "ListAll", &["a"]),
        ("GET", "/shelves/a?list-type=3", "List", &["a"]),
        ("GET", "/shelves/a/b/c", "Get", &["a", "b/c"]),
        ("GET", "/shelves/a/b/", "Get", &["a", "b/"]),
        ("GET", "/shelves/a/b/c?x-id=Get", "Get", &["a", "b/c"]),
        ("GET", "/shelves/a/b?notes", "GetNotes", &["a", "b"]),
        ("GET", "/shelves/a/last", "GetLast", &["a"]),
        ("GET", "/shelves/a/b/end", "GetEnd", &["a/b"]),
        ("GET", "/shelves/a%20%2F%C3%A9/b%25", "Get", &["a /é", "b%"]),
        ("PUT", "/shelves/a/b", "Put", &["a", "b"]),
        ("PUT", "/shelves/a/b?part=1", "PutPart", &["a", "b"]),
    ] {
        let labels = labels.iter().map(|&label| label.to_owned()).collect();
        assert_eq!(
            found(method, uri, &[]),
            Some((operation, labels)),
            "{method} {uri}"
        );
    }
    let (operation, _) = found("PUT", "/shelves/a/b", &[("X-Source", "c")]).expect("an operation");
    assert_eq!(operation, "Copy");
}

#[test]
fn a_request_that_no_pattern_has_calls_nothing() {
    for (method, uri) in [
        ("DELETE", "/shelves/a"),
        ("GET", "/shelves"),
        ("GET", "/shelves//"),
        ("GET", "/other/a"),
        ("GET", "/shelves/a/b?x-id=Other"),
        ("GET", "/shelves/%FF"),
        ("GET", "/shelves/a?x=%FF"),
    ] {
        assert_eq!(found(method, uri, &[]), None, "{method} {uri}");
    }
}

#[test]
fn what_stands_in_the_host_before_the_service_begins_the_path() {
    for (host, path) in [
        ("clips.s3.eu-west-1.amazonaws.com", "/clips/a"),
        ("my.clips.s3.amazonaws.com", "/my.clips/a"),
        (
            "point-1.s3-accesspoint.eu-west-1.amazonaws.com",
            "/point-1/a",
        ),
        ("s3.eu-west-1.amazonaws.com", "/a"),
        ("127.0.0.1:8000", "/a"),
    ] {
        let mut request = request("GET", "/a", &[("host", host)]);
        request.take_label_of_host(Some("s3"));
        assert_eq!(request.path(), path, "{host}");
    }
}
