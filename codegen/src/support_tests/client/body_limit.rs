//! How much of a response is held in memory.

use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::service_double::{Answer, ServiceDouble, response};
use super::tide::{ReadTide, Tide, TideError};
use crate::support::client::{CallError, Settings};

/// A body that comes byte by byte.
struct Bytewise {
    rest: Vec<u8>,
    /// Whether it says how long it is.
    is_sized: bool,
}

impl Body for Bytewise {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let byte = (!self.rest.is_empty()).then(|| self.rest.remove(0));
        Poll::Ready(byte.map(|byte| Ok(Frame::data(Bytes::from(vec![byte])))))
    }

    fn size_hint(&self) -> SizeHint {
        match self.is_sized {
            true => SizeHint::with_exact(self.rest.len() as u64),
            false => SizeHint::default(),
        }
    }
}

/// A body that never ends.
struct Endless;

impl Body for Endless {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from(vec![b'7'; 1000])))))
    }
}

fn bytewise(status: u16, body: &str, is_sized: bool) -> Answer {
    let rest = body.as_bytes().to_vec();
    let body = SdkBody::from_body_1_x(Bytewise { rest, is_sized });
    given(response(status, body))
}

fn given(response: HttpResponse) -> Answer {
    Answer::Give(Box::new(response))
}

/// What a call with this limit gives, and how often the service was asked.
async fn call(
    limit: Option<u64>,
    answers: impl IntoIterator<Item = Answer>,
) -> (Result<Tide, CallError<TideError>>, usize) {
    let service = ServiceDouble::with(answers);
    let settings = Settings::new().max_response_body(limit);
    let client = service.client_with(settings);
    (client.call(ReadTide::at("Brest")).await, service.asked())
}

fn body_length(response: &HttpResponse) -> Option<usize> {
    response.body().bytes().map(<[u8]>::len)
}

#[tokio::test]
async fn a_body_of_no_more_than_the_limit_is_read() {
    for limit in [Some(2), Some(3), Some(u64::MAX), None] {
        for is_sized in [true, false] {
            let (tide, _) = call(limit, [bytewise(200, "12", is_sized)]).await;
            assert_eq!(tide.expect("a tide"), Tide(12), "{limit:?}");
        }
    }
}

#[tokio::test]
async fn a_larger_one_is_an_error_that_names_the_limit_and_is_not_tried_again() {
    for answer in [
        bytewise(200, "123", false),
        bytewise(200, "123", true),
        given(response(200, SdkBody::from("123"))),
    ] {
        let (tide, asked) = call(Some(2), [answer]).await;
        let error = tide.expect_err("three bytes are too many");
        assert_eq!(
            error.to_string(),
            "the response (HTTP status 200) could not be read: its body is larger than the limit \
             of 2 bytes (`Settings::max_response_body`) (request id 4f1c)"
        );
        assert_eq!((error.exceeded_limit(), asked), (Some(2), 1));
        let response = error.raw_response().expect("there was a response");
        assert_eq!(response.status().as_u16(), 200);
    }
}

#[tokio::test]
async fn no_more_is_held_than_shows_that_it_is_too_much() {
    let body = SdkBody::from_body_1_x(Endless);
    let (tide, _) = call(Some(10_500), [given(response(200, body))]).await;
    let error = tide.expect_err("that is too much");
    assert_eq!(error.exceeded_limit(), Some(10_500));
    let response = error.raw_response().expect("there was a response");
    assert_eq!(body_length(response), Some(10_501));
}

#[tokio::test]
async fn nothing_is_read_of_a_body_that_says_that_it_is_too_large() {
    let (tide, _) = call(Some(2), [bytewise(200, "123", true)]).await;
    let error = tide.expect_err("three bytes are too many");
    let response = error.raw_response().expect("there was a response");
    assert_eq!(body_length(response), None);
}

#[tokio::test]
async fn the_length_of_another_body_does_not_count() {
    let mut head = response(200, SdkBody::from("7"));
    head.headers_mut().insert("content-length", "1000000");
    let (tide, _) = call(Some(2), [given(head)]).await;
    assert_eq!(tide.expect("a tide"), Tide(7));
}

#[tokio::test(start_paused = true)]
async fn an_error_of_the_service_is_limited_too_and_tried_again_by_its_status() {
    let failure = || bytewise(503, "GaugeBusy: and much more", false);
    let (tide, asked) = call(Some(9), [failure(), failure(), failure()]).await;
    let error = tide.expect_err("the gauge is busy");
    assert_eq!((error.exceeded_limit(), asked), (Some(9), 3));
    let response = error.raw_response().expect("there was a response");
    assert_eq!(response.status().as_u16(), 503);
}

#[tokio::test]
async fn one_call_may_have_another_limit_than_its_client() {
    let service = ServiceDouble::with([bytewise(200, "123", false), bytewise(200, "123", true)]);
    let client = service.client_with(Settings::new().max_response_body(Some(2)));
    for limit in [Some(3), None] {
        let settings = Settings::new().max_response_body(limit);
        let call = client.call(ReadTide::at("Brest")).with_settings(&settings);
        assert_eq!(call.await.expect("a tide"), Tide(123));
    }
}

#[tokio::test]
async fn other_failures_have_exceeded_no_limit() {
    let (tide, _) = call(Some(9), [bytewise(200, "high", false)]).await;
    assert_eq!(tide.expect_err("no tide").exceeded_limit(), None);
    let (tide, _) = call(Some(99), [bytewise(400, "HarbourClosed: now", false)]).await;
    assert_eq!(tide.expect_err("no tide").exceeded_limit(), None);
}
