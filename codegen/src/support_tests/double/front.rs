//! What a service does before an operation: it knows which one a request calls, refuses requests, and gives
//! each an id.

use http::HeaderMap;

use crate::support::double::{Answer, Call, Double};
use crate::support::error::{Metadata, Unhandled};
use crate::support_tests::client::tide::{ReadTide, Tide, TideError, TideTable};

fn request(path: &str) -> http::Request<Vec<u8>> {
    let request = http::Request::post(path);
    request.body(b"Ys".to_vec()).expect("a request")
}

/// A double whose tide is as high as the name of its harbour is long.
fn double() -> Double<TideTable> {
    let mut last = 0;
    let double = Double::new().on(|input: ReadTide| match input.harbour.as_str() {
        "Ys" => Ok(Tide(2)),
        _ => Err(TideError::Unhandled(Unhandled::new(Metadata::new(
            "Drowned", None,
        )))),
    });
    double.request_ids(move || {
        last += 1;
        format!("id-{last}")
    })
}

fn id(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-amzn-requestid")?.to_str().ok()
}

#[test]
fn the_operation_of_a_request_is_known_before_it_is_a_call() {
    let double = double();
    assert_eq!(double.operation_of(&request("/ReadTide")), Some("ReadTide"));
    assert_eq!(double.operation_of(&request("/SetTide")), None);
    assert!(double.called().is_empty());
}

#[test]
fn a_refusal_is_told_as_the_service_tells_errors() {
    let refusal = double().refusal(403, "Closed", "not at night");
    let refusal = refusal.expect("it can be told");
    assert_eq!(refusal.status(), 403);
    assert_eq!(
        refusal.body().bytes(),
        Some(&b"Closed: not at night (id-1)"[..])
    );
    assert_eq!(id(refusal.headers()), Some("id-1"));
    double()
        .refusal(99, "Closed", "")
        .expect_err("no status of HTTP");
}

#[test]
fn each_answer_tells_the_next_id() {
    let double = double();
    for (body, told) in [("Ys", "id-1"), ("Atlantis", "id-2"), ("Ys", "id-3")] {
        let request = request("/ReadTide").map(|_| body.into());
        let response = double.answer(request).expect("an answer");
        assert_eq!(id(response.headers()), Some(told));
    }
    let unasked = double.answer(request("/SetTide"));
    unasked.expect_err("there is no such operation");
    let refusal = double.refusal(400, "Late", "").expect("it can be told");
    assert_eq!(id(refusal.headers()), Some("id-4"));
}

#[test]
fn a_whole_response_and_a_double_without_ids_tell_none() {
    let double =
        double().on_call(|_: Call<ReadTide>| Answer::response(http::Response::new("high")));
    let response = double.answer(request("/ReadTide")).expect("an answer");
    assert_eq!(id(response.headers()), None);
    let double = Double::new().on(|_: ReadTide| Ok(Tide(1)));
    let response = double.answer(request("/ReadTide")).expect("an answer");
    assert_eq!(id(response.headers()), None);
}

#[test]
fn what_is_added_to_a_request_beforehand_its_closure_finds() {
    let double = Double::new().on_call(|call: Call<ReadTide>| {
        let height = call.head.extensions.get::<u32>().copied();
        Answer::Output(Tide(height.unwrap_or_default()))
    });
    let mut request = request("/ReadTide");
    request.extensions_mut().insert(7_u32);
    let response = double.answer(request).expect("an answer");
    assert_eq!(response.body().bytes(), Some(&b"7"[..]));
}
