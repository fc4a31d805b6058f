//! Which checksum requests carry.

use crate::support::checksum::content_md5;

#[test]
fn the_checksum_is_the_one_of_the_body() {
    // RFC 1321 gives these as `d41d8cd98f00b204e9800998ecf8427e` and
    // `900150983cd24fb0d6963f7d28e17f72`.
    for (body, sum) in [
        ("", "1B2M2Y8AsgTpgAmY7PhCfg=="),
        ("abc", "kAFQmDzST7DWlj99KOF/cg=="),
    ] {
        let request = content_md5(http::Request::new(body.as_bytes().to_vec()));
        assert_eq!(request.headers()["content-md5"], sum, "{body}");
    }
}

#[test]
fn a_checksum_that_a_member_has_set_stays() {
    let mut request = http::Request::new(Vec::new());
    let own = http::HeaderValue::from_static("own");
    request.headers_mut().insert("content-md5", own);
    assert_eq!(content_md5(request).headers()["content-md5"], "own");
}
