//! Reading 100,000 events of 200 bytes, and sending as many, signed and not, in a client's call to an HTTP
//! client that is no network.

mod connector;
mod official;
mod ours;

use std::cell::RefCell;
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
use connector::{Answer, Connector};
use peer_measure::{Peer, measure_in};

/// How many events.
const EVENTS: usize = 100_000;

/// How often each peer has its turn.
const TURNS: usize = 15;

/// How large the payload of each event is that is sent, in bytes.
const CHUNK: usize = 200;

/// How many of them are made: they come again and again.
const DIFFERENT: usize = 1_000;

fn main() {
    let answer = answer();
    let connector = Connector::answering(answer.clone());
    let config = config(&connector);
    let signing = signing(&config);
    // With arguments, one peer does all the work, and nothing else takes memory.
    if std::env::args().len() == 1 {
        assert_equal(&connector, &config, &signing);
    }

    let official = RefCell::new(official::Caller::new(&config));
    let official_signing = RefCell::new(official::Caller::new(&signing));
    let ours = RefCell::new(ours::Caller::new(&config));
    let ours_signing = RefCell::new(ours::Caller::new(&signing));
    measure_in(
        TURNS,
        vec![
            Peer::new("frames: both", || frames(&answer)),
            Peer::new("read: official", || official.borrow_mut().read()),
            Peer::new("read: Tinsmith", || ours.borrow_mut().read()),
            Peer::new("read: Tinsmith, sans-IO", || ours::read_sans_io(&answer)),
            Peer::new("write: official", || official.borrow_mut().send()),
            Peer::new("write: Tinsmith", || ours.borrow_mut().send()),
            Peer::new("signed: both", signed),
            Peer::new("send: official", || official_signing.borrow_mut().send()),
            Peer::new("send: Tinsmith", || ours_signing.borrow_mut().send()),
        ],
    );
}

/// Both read and send the same, all of it.
fn assert_equal(connector: &Connector, config: &SdkConfig, signing: &SdkConfig) {
    for config in [config, signing] {
        let mut official = official::Caller::new(config);
        let mut ours = ours::Caller::new(config);
        let (events, _) = official.read();
        assert_eq!(events, EVENTS);
        assert_eq!(official.read(), ours.read());
        let (_, sent_by_official) = (official.send(), connector.sent());
        let (_, sent_by_ours) = (ours.send(), connector.sent());
        assert_eq!(sent_by_official, sent_by_ours, "bytes");
    }
}

/// Whom a client calls, as nobody: then nothing is signed.
fn config(connector: &Connector) -> SdkConfig {
    SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .endpoint_url("https://transcripts.example.com")
        .http_client(connector.clone())
        .build()
}

/// The same as somebody.
fn signing(config: &SdkConfig) -> SdkConfig {
    let credentials = SharedCredentialsProvider::new(credentials());
    let config = config.clone().into_builder();
    config.credentials_provider(credentials).build()
}

fn credentials() -> Credentials {
    Credentials::from_keys("AKIDEXAMPLE", "a secret", None)
}

/// The events that the service sends, each with some 200 bytes of JSON.
fn answer() -> Answer {
    let mut answer = Vec::new();
    for number in 0..DIFFERENT {
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
    Answer::repeated(answer.into(), EVENTS / DIFFERENT)
}

fn text(name: &'static str, value: &'static str) -> Header {
    Header::new(name, HeaderValue::String(value.into()))
}

/// What both read with, alone.
fn frames(answer: &Answer) -> usize {
    let mut count = 0;
    for bytes in answer.whole() {
        let mut rest = bytes;
        while !rest.is_empty() {
            black_box(read_message_from(&mut rest).expect("a frame"));
            count += 1;
        }
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
