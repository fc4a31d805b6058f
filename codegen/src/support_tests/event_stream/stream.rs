//! Events as they come from a body, and connections that break.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame};

use super::tides::{Tides, event, exception, level};
use crate::support::event_stream::{Events, StreamError};

/// A body that comes in these pieces, of which one may say why the connection breaks.
struct Pieces(Vec<Result<Vec<u8>, &'static str>>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.0.is_empty() {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(match self.0.remove(0) {
            Ok(bytes) => Ok(Frame::data(bytes.into())),
            Err(reason) => Err(io::Error::other(reason)),
        }))
    }
}

fn events(pieces: Vec<Result<Vec<u8>, &'static str>>) -> Events<Tides> {
    Events::new(ByteStream::new(SdkBody::from_body_1_x(Pieces(pieces))))
}

fn two() -> Vec<u8> {
    [
        event("level", r#"{"metres":1}"#),
        event("level", r#"{"metres":2}"#),
    ]
    .concat()
}

#[tokio::test]
async fn events_come_one_after_the_other_to_the_end() {
    let mut events = events(vec![Ok(two()), Ok(Vec::new()), Ok(two())]);
    for metres in [1, 2, 1, 2] {
        assert_eq!(events.next().await.unwrap().unwrap(), level(metres));
    }
    assert!(events.next().await.is_none());
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn they_are_a_stream() {
    let mut events = events(vec![Ok(two())]);
    let mut read = Vec::new();
    while let Some(event) = poll_fn(|context| Pin::new(&mut events).poll_next(context)).await {
        read.push(event.unwrap());
    }
    assert_eq!(read, [level(1), level(2)]);
}

#[tokio::test]
async fn a_connection_breaks_at_any_byte_between_two_events_or_within_one() {
    let bytes = two();
    let one = bytes.len() / 2;
    for length in 0..=bytes.len() {
        let mut events = events(vec![Ok(bytes[..length].to_vec()), Err("the cable is cut")]);
        for _ in 0..length / one {
            events.next().await.unwrap().unwrap();
        }
        let error = events.next().await.unwrap().unwrap_err();
        let StreamError::Interrupted(interrupted) = &error else {
            panic!("{length} bytes: {error:?}");
        };
        let pending = length % one;
        assert_eq!(interrupted.is_within_a_frame(), pending > 0);
        let place = match pending {
            0 => "between two events".to_owned(),
            bytes => format!("within an event, {bytes} bytes of which had come"),
        };
        let told = error.to_string();
        assert!(
            told.starts_with(&format!("the stream broke off {place}: ")),
            "{told}"
        );
        assert!(told.ends_with("the cable is cut"), "{told}");
        assert!(events.next().await.is_none(), "an error is the last");
    }
}

#[tokio::test]
async fn an_error_tells_the_request_whose_answer_it_is() {
    let bytes = exception("storm", r#"{"message":"stay"}"#);
    let mut events = events(vec![Ok(bytes)]).of_request(Some("4f1c"));
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "StormException: stay (request id 4f1c)");
    let error = error.into_service_error().unwrap();
    let super::tides::Error::Storm(storm) = error else {
        panic!("{error:?}");
    };
    assert_eq!(storm.meta.request_id(), Some("4f1c"));
}
