//! What doubles read and write.

#![allow(
    dead_code,
    reason = "a model may have requests, responses or errors alone"
)]

use std::sync::mpsc;

use crate::support::double::{Answer, Call, Double, Doubled, Errors as _, Serves, Teller};
use crate::support::operation::Operation;

/// A request of these parts.
pub fn request(
    method: &str,
    uri: &str,
    headers: &[(&str, &str)],
    body: impl AsRef<[u8]>,
) -> http::Request<Vec<u8>> {
    let mut request = http::Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body.as_ref().to_vec());
    request.expect("the test has a valid URI and valid headers")
}

/// The request of this input, with these frames of events as its body. Headers of which the test says nothing are
/// not there.
#[track_caller]
pub fn streamed_request(input: &impl Operation, frames: Vec<u8>) -> http::Request<Vec<u8>> {
    let request = input.request().expect("the input makes a request");
    let (mut head, _) = request.into_parts();
    let headers = head.headers.into_iter();
    head.headers = headers
        .filter_map(|(name, value)| Some((name?, value)))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    http::Request::from_parts(head, frames)
}

/// The body with which a client sends this, for tests that say nothing of it.
#[track_caller]
pub fn usual_body(input: &impl Operation) -> Vec<u8> {
    let request = input.request().expect("the input makes a request");
    request.into_body()
}

/// The headers by which some protocols tell operations.
const TELLS_OPERATION: [&str; 2] = ["x-amz-target", "smithy-protocol"];

/// The header of the request's id, which whoever answers makes up.
const REQUEST_ID: &str = "x-amzn-requestid";

/// The header of the body's length, which whoever sends a response adds.
const LENGTH: &str = "content-length";

/// The input that a double reads of a request, which has to call the input's operation.
#[track_caller]
pub fn input<O>(request: http::Request<Vec<u8>>, expected: &O) -> O
where
    O: Operation<Service: Doubled, Protocol: Serves<O>>,
{
    match read(request, expected) {
        Ok(input) => input,
        Err(outcome) => panic!("another outcome: {outcome}"),
    }
}

/// The same, or what comes of the request where it cannot be read.
#[track_caller]
pub fn read<O>(mut request: http::Request<Vec<u8>>, expected: &O) -> Result<O, String>
where
    O: Operation<Service: Doubled, Protocol: Serves<O>>,
{
    // Tests that say nothing of what their protocol tells operations by leave it to that.
    let usual = expected.request().expect("the input makes a request");
    for name in TELLS_OPERATION {
        if let (None, Some(value)) = (request.headers().get(name), usual.headers().get(name)) {
            let value = value.clone();
            request.headers_mut().insert(name, value);
        }
    }
    let (to, from) = mpsc::channel();
    let double = Double::<O::Service>::new().on_call(move |call: Call<O>| {
        let _ = to.send(call.input);
        Answer::BreakOff
    });
    let answer = double.answer(request);
    from.try_recv().map_err(|_| format!("{answer:?}"))
}

/// The response that a double makes of an output.
#[track_caller]
pub fn output<O>(output: O::Output) -> http::Response<Vec<u8>>
where
    O: Operation<Service: Doubled, Protocol: Serves<O>>,
{
    let response = Answer::<O>::Output(output).into_response();
    let response = response.expect("the output can be written");
    response.map(|body| body.bytes().expect("the body is in memory").to_vec())
}

/// The response that a double of the service `S` makes of an error.
#[track_caller]
pub fn error<S: Doubled>(error: &S::Error) -> http::Response<Vec<u8>> {
    error.tell(Teller::<S>::new()).expect("the error can be written")
}

/// Checks the status and the headers of a response.
#[track_caller]
pub fn assert_head(
    response: &http::Response<Vec<u8>>,
    status: u16,
    headers: &[(&str, &str)],
    forbidden: &[&str],
) {
    assert_eq!(response.status(), status, "the status");
    let is_answered = |name: &str| {
        let mut others = TELLS_OPERATION.iter().chain([&REQUEST_ID, &LENGTH]);
        name == "smithy-protocol" || !others.any(|other| other.eq_ignore_ascii_case(name))
    };
    for (name, value) in headers.iter().filter(|(name, _)| is_answered(name)) {
        let found = response.headers().get_all(*name).iter();
        let found: Vec<_> = found
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        assert_eq!(found.join(", "), *value, "the header `{name}`");
    }
    for name in forbidden {
        assert!(!response.headers().contains_key(*name), "a header `{name}`");
    }
}
