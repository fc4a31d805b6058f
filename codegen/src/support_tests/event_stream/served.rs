//! The service's side: what is answered is made of values, and what clients send is read.

use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use http::header::CONTENT_TYPE;

use super::tides::{Error, Level, Storm, Tides, event, exception, frame, level, read, written};
use crate::support::error::{Metadata, Unhandled};
use crate::support::event_stream::{
    Draft, Events, Outgoing, Serve, StreamError, Transmit, initial_request, initial_response,
    unsigned,
};
use crate::support::json::Json;
use crate::support::operation::BuildError;
use crate::support::wire;

impl wire::EncodeMembers for Level {
    fn encode_members(&self, w: &mut impl wire::Members) {
        w.field("metres", &self.metres);
        w.field("harbour", &self.harbour);
    }
}

impl wire::EncodeMembers for Storm {
    fn encode_members(&self, w: &mut impl wire::Members) {
        w.field("hours", &self.hours);
        w.field("message", &self.message);
    }
}

impl Transmit for Tides {
    type Format = Json;

    fn message(&self) -> Result<Message, BuildError> {
        match self {
            Self::Level(level) => Draft::<Json>::event("level").document(level).finish(),
            Self::Unknown => Err(BuildError::new("`Tides::Unknown` cannot be sent")),
        }
    }
}

impl Serve for Tides {
    fn told(error: &Error) -> Result<Message, BuildError> {
        match error {
            Error::Storm(error) => Draft::<Json>::exception("storm").document(error),
            error => Draft::error(error),
        }
        .finish()
    }
}

/// The bytes that a double sends of a stream.
fn sent(events: Events<Tides>) -> Result<Vec<u8>, String> {
    let body = events.into_body().map_err(|error| error.to_string())?;
    Ok(body.bytes().expect("a body in memory").to_vec())
}

#[tokio::test]
async fn a_stream_that_is_made_of_events_has_them_wherever_it_is_read() {
    let bytes = sent(Events::of([level(1), level(2)])).expect("events");
    let (events, end) = read(&bytes);
    assert_eq!(events, [level(1), level(2)]);
    assert!(end.is_none(), "{end:?}");

    let mut events = Events::of([level(3)]);
    assert_eq!(events.next().await.unwrap().unwrap(), level(3));
    assert!(events.next().await.is_none());
}

#[test]
fn an_error_of_the_stream_is_its_exception() {
    let storm = Storm {
        hours: Some(7),
        ..Storm::default()
    };
    let error = Error::Storm(storm);
    let bytes = sent(Events::ending_with([level(1)], &error)).expect("events");
    let (events, end) = read(&bytes);
    assert_eq!(events, [level(1)]);
    match end {
        Some(StreamError::Service(Error::Storm(storm))) => assert_eq!(storm.hours, Some(7)),
        other => panic!("another end: {other:?}"),
    }
}

#[test]
fn another_error_has_its_code_and_its_message() {
    let error = Unhandled::new(Metadata::new("TooSlow", Some("later")));
    let bytes = sent(Events::ending_with([], &Error::Unhandled(error))).expect("events");
    let (_, end) = read(&bytes);
    let end = end.expect("an error").to_string();
    assert_eq!(end, "TooSlow: later");
}

#[test]
fn what_cannot_be_sent_is_told_when_the_stream_is() {
    let told = sent(Events::of([level(1), Tides::Unknown])).expect_err("an error");
    assert!(told.ends_with("`Tides::Unknown` cannot be sent"), "{told}");
}

#[test]
fn what_an_output_has_beside_its_events_is_a_message_before_them() {
    let output = Level {
        harbour: Some("north".to_owned()),
        ..Level::default()
    };
    let first = initial_response::<Json>(&output).expect("a message");
    let content_type = (":content-type", "application/json");
    let headers = [
        (":message-type", "event"),
        (":event-type", "initial-response"),
        content_type,
    ];
    assert_eq!(first, frame(&headers, r#"{"harbour":"north"}"#));
}

/// What a double reads of a request with this body.
fn received(body: &[u8]) -> (Vec<Tides>, Option<StreamError<Error>>) {
    let (mut events, mut end) = (Vec::new(), None);
    for event in Outgoing::<Tides>::of_frames_behind(body).received() {
        assert!(end.is_none(), "an error is the last");
        match event {
            Ok(event) => events.push(event),
            Err(error) => end = Some(error),
        }
    }
    (events, end)
}

fn levels() -> Vec<u8> {
    [1, 2]
        .map(|metres| sent(Events::of([level(metres)])).expect("an event"))
        .concat()
}

#[test]
fn the_events_of_a_request_are_read_to_the_first_error() {
    let (events, end) = received(&levels());
    assert_eq!(events, [level(1), level(2)]);
    assert!(end.is_none(), "{end:?}");

    let body = [levels(), exception("storm", r#"{"hours":3}"#), levels()].concat();
    let (events, end) = received(&body);
    assert_eq!(events.len(), 2);
    assert!(matches!(end, Some(StreamError::Service(Error::Storm(_)))));

    let mut body = levels();
    body.pop();
    let (events, end) = received(&body);
    assert_eq!(events, [level(1)]);
    assert!(matches!(end, Some(StreamError::Interrupted(_))));
}

#[test]
fn what_an_input_has_beside_its_events_is_none_of_them() {
    let first = event("initial-request", r#"{"harbour":"north"}"#);
    let body = [first.clone(), levels()].concat();
    assert_eq!(initial_request(&body), br#"{"harbour":"north"}"#);
    assert_eq!(received(&body).0, [level(1), level(2)]);
    assert_eq!(initial_request(&levels()), b"");
    // Only the first message can be that.
    assert_eq!(received(&[levels(), first].concat()).0[2], Tides::Unknown);
}

/// A message that is signed, with this in it.
fn signed(payload: &[u8]) -> Vec<u8> {
    let signature = HeaderValue::ByteArray(vec![7; 32].into());
    let message = Message::new(payload.to_vec());
    written(&message.add_header(Header::new(":chunk-signature", signature)))
}

fn unsigned_body(body: Vec<u8>, media_type: &str) -> Vec<u8> {
    let request = http::Request::builder().header(CONTENT_TYPE, media_type);
    unsigned(request.body(body).expect("a request")).into_body()
}

#[test]
fn messages_are_taken_out_of_those_that_sign_them() {
    const EVENTS: &str = "application/vnd.amazon.eventstream";
    let chain = [signed(&levels()), signed(b"")].concat();
    assert_eq!(unsigned_body(chain.clone(), EVENTS), levels());
    assert_eq!(unsigned_body(chain.clone(), "text/plain"), chain);
    assert_eq!(unsigned_body(levels(), EVENTS), levels());

    // What is cut off stays for who reads to tell.
    let cut = chain[..chain.len() - 1].to_vec();
    let (events, end) = received(&unsigned_body(cut, EVENTS));
    assert_eq!(events.len(), 2);
    assert!(matches!(end, Some(StreamError::Interrupted(_))));
}

#[test]
fn a_body_that_is_no_stream_is_an_error_at_its_first_event() {
    let (events, end) = received(&[0; 64]);
    assert_eq!(events, []);
    assert!(matches!(end, Some(StreamError::Frame(_))));
}
