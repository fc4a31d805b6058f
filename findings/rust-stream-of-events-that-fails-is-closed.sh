#!/usr/bin/env bash
# AWS SDK for Rust: a request whose stream of events fails half way is closed as if it were whole.
#
# aws-sdk-transcribestreaming 1.126.0 (aws-smithy-http 0.64): StartStreamTranscription, whose audio is a stream of
# `Result<AudioStream, AudioStreamError>`.
#
# Expected: where the source of the audio gives an error, the request is broken off (the body fails, and HTTP/2
# resets its stream), the service sees that audio is missing, and the call tells the error.
#
# Seen: the error is lost. What is sent in its place is a signed message of the type `exception`, with no name and
# nothing in it, and then, after the end of the stream, the signed empty message that says that all events have
# been sent. The call succeeds, and its events end as they do of a whole recording.
#
# Why a good guess is wrong: the item is a `Result`, and a `Result` in a body is how bodies fail; a stream of bytes
# with an error is broken off by the same SDK. Here it is the place for an error of the model of the input,
# which no model of AWS has.
#
# Who is hurt: whoever passes on a microphone, a file or another connection that fails: the transcript ends early,
# and neither side says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "seen"
version = "0.0.0"
edition = "2024"

[dependencies]
aws-sdk-transcribestreaming = { version = "=1.126.0", default-features = false, features = ["rt-tokio"] }
aws-smithy-eventstream = "0.61"
aws-smithy-runtime-api = { version = "1.20", features = ["client", "http-1x"] }
aws-smithy-types = "1.9"
bytes = "1"
futures-util = { version = "0.3", default-features = false }
http-body-util = "0.1"
tokio = { version = "1", features = ["macros", "rt"] }

[profile.dev]
debug = false
TOML
cat >src/main.rs <<'RUST'
use aws_sdk_transcribestreaming::Client;
use aws_sdk_transcribestreaming::config::{BehaviorVersion, Config, Credentials, Region};
use aws_sdk_transcribestreaming::primitives::Blob;
use aws_sdk_transcribestreaming::types::error::AudioStreamError;
use aws_sdk_transcribestreaming::types::{AudioEvent, AudioStream, LanguageCode, MediaEncoding};
use aws_smithy_eventstream::frame::read_message_from;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::event_stream::Message;
use bytes::{Buf, Bytes};
use futures_util::stream;
use http_body_util::BodyExt;

/// Takes a request to its end, tells what came, and answers with no events.
#[derive(Clone, Debug)]
struct Service;

impl HttpClient for Service {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Service {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(async move {
            let body = request.into_body().collect().await.map_err(|error| {
                println!("the request is broken off: {error}");
                ConnectorError::io(error)
            })?;
            for signed in messages(body.to_bytes()) {
                match messages(signed.payload().clone()).first() {
                    Some(message) => println!("{}", told(message)),
                    None => println!("all events have been sent"),
                }
            }
            Ok(HttpResponse::new(200.try_into().unwrap(), SdkBody::empty()))
        })
    }
}

fn messages(mut bytes: Bytes) -> Vec<Message> {
    let mut messages = Vec::new();
    while bytes.has_remaining() {
        messages.push(read_message_from(&mut bytes).unwrap());
    }
    messages
}

fn told(message: &Message) -> String {
    let headers = message.headers().iter().map(|header| {
        format!("{} {}", header.name().as_str(), header.value().as_string().unwrap().as_str())
    });
    format!("{}, {} bytes", headers.collect::<Vec<_>>().join(", "), message.payload().len())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "example", None, None, "example"))
        .http_client(Service)
        .build();
    let audio = AudioEvent::builder().audio_chunk(Blob::new("half of it"));
    let audio = stream::iter([
        Ok(AudioStream::AudioEvent(audio.build())),
        Err(AudioStreamError::unhandled("the microphone fell")),
    ]);
    let call = Client::from_conf(config)
        .start_stream_transcription()
        .language_code(LanguageCode::EnUs)
        .media_sample_rate_hertz(16_000)
        .media_encoding(MediaEncoding::Pcm)
        .audio_stream(audio.into());
    match call.send().await {
        Ok(mut output) => match output.transcript_result_stream.recv().await {
            Ok(None) => println!("the call has succeeded, and so have its events"),
            other => println!("{other:?}"),
        },
        Err(error) => println!("the call has failed: {error:?}"),
    }
}
RUST
CARGO_TARGET_DIR=$folder/target cargo run --quiet | tee seen

diff seen - <<'SEEN'
:message-type event, :event-type AudioEvent, :content-type application/octet-stream, 10 bytes
:message-type exception, 0 bytes
all events have been sent
the call has succeeded, and so have its events
SEEN
echo "as described"
