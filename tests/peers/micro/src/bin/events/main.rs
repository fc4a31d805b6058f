//! Reading 100,000 events of 200 bytes, and sending as many, in a client's call to an HTTP client that is
//! no network.

mod connector;
mod official;
mod ours;

use std::hint::black_box;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sigv4::event_stream::sign_message;
use aws_sigv4::sign::v4;
use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use aws_types::SdkConfig;
use aws_types::region::Region;
use bytes::Bytes;
use connector::Connector;
use peer_measure::{Peer, measure_in};

/// How many events.
const EVENTS: usize = 100_000;

/// How often each peer has its turn.
const TURNS: usize = 15;

/// How large the payload of each event is that is sent, in bytes.
const CHUNK: usize = 200;

fn main() {
    let answer = answer();
    let connector = Connector::answering(answer.clone());
    let config = config(&connector);
    let mut official = official::Caller::new(&config);
    let mut ours = ours::Caller::new(&config);

    // Both read and send the same, all of it.
    assert_eq!(official.read(), (EVENTS, ours::length_of(&answer)));
    assert_eq!(ours.read(), (EVENTS, ours::length_of(&answer)));
    let (_, sent_by_official) = (official.send(), connector.sent());
    let (_, sent_by_ours) = (ours.send(), connector.sent());
    assert_eq!(sent_by_official, sent_by_ours, "bytes");

    let mut again = ours::Caller::new(&config);
    let mut official_again = official::Caller::new(&config);
    measure_in(
        TURNS,
        vec![
            Peer::new("frames: both", || frames(&answer)),
            Peer::new("read: official", || official.read()),
            Peer::new("read: Tinsmith", || ours.read()),
            Peer::new("read: Tinsmith, sans-IO", || ours::read_sans_io(&answer)),
            Peer::new("written frames: both", written_frames),
            Peer::new("signed: both", signed),
            Peer::new("send: official", || official_again.send()),
            Peer::new("send: Tinsmith", || again.send()),
        ],
    );
}

/// Whom a client calls, and as whom.
fn config(connector: &Connector) -> SdkConfig {
    SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .endpoint_url("https://transcripts.example.com")
        .credentials_provider(SharedCredentialsProvider::new(credentials()))
        .http_client(connector.clone())
        .build()
}

fn credentials() -> Credentials {
    Credentials::from_keys("AKIDEXAMPLE", "a secret", None)
}

/// The events that the service sends, each with some 200 bytes of JSON.
fn answer() -> Bytes {
    let mut answer = Vec::new();
    for number in 0..EVENTS {
        let partial = number % 3 != 0;
        let payload = format!(
            r#"{{"Transcript":{{"Results":[{{"ResultId":"result-{number:06}","StartTime":{}.25,"EndTime":{}.75,"IsPartial":{partial},"Alternatives":[{{"Transcript":"the harbour lies before us"}}]}}]}}}}"#,
            number % 600,
            number % 600,
        );
        let message = Message::new(payload)
            .add_header(text(":message-type", "event"))
            .add_header(text(":event-type", "TranscriptEvent"))
            .add_header(text(":content-type", "application/json"));
        write_message_to(&message, &mut answer).expect("a frame");
    }
    answer.into()
}

fn text(name: &'static str, value: &'static str) -> Header {
    Header::new(name, HeaderValue::String(value.into()))
}

/// What both read with, alone.
fn frames(answer: &Bytes) -> usize {
    let mut rest = answer.clone();
    let mut count = 0;
    while !rest.is_empty() {
        black_box(read_message_from(&mut rest).expect("a frame"));
        count += 1;
    }
    count
}

/// The message of an event that is sent.
fn chunk() -> Message {
    Message::new(vec![7; CHUNK])
        .add_header(text(":message-type", "event"))
        .add_header(text(":event-type", "AudioEvent"))
        .add_header(text(":content-type", "application/octet-stream"))
}

/// What both write with, alone.
fn written_frames() -> usize {
    let mut written = 0;
    for _ in 0..EVENTS {
        let mut frame = Vec::new();
        write_message_to(&chunk(), &mut frame).expect("a frame");
        written += black_box(frame).len();
    }
    written
}

/// What both sign with, alone; what is written for it is a part of it.
fn signed() -> String {
    let identity = credentials().into();
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region("eu-west-1")
        .name("transcribe")
        .time(SystemTime::UNIX_EPOCH)
        .settings(())
        .build()
        .expect("all that is asked for");
    let mut last = "0".repeat(64);
    for _ in 0..EVENTS {
        let signed = sign_message(&chunk(), &last, &parameters).expect("a signature");
        let (message, signature) = signed.into_parts();
        black_box(message);
        last = signature;
    }
    last
}
