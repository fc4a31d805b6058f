#!/usr/bin/env bash
# aws-sdk-s3: a session of a directory bucket that S3 refuses is used for all further calls, until its time is
# up.
#
# aws-sdk-s3 1.157.0 (aws-smithy-runtime 1.16): GetObject of a bucket `..--x-s3`.
#
# Expected: the session is in a cache that makes it anew before it ends. Where the service says `ExpiredToken`
# earlier, the call fails or is tried again, and one of the next two opens another session.
#
# Seen: no other session is opened, and each of the calls fails with `ExpiredToken`, though the next session
# would have been good. It was refused once, and is signed with as long as its own time says.
#
# Why a good guess is wrong: credentials that expire are what the cache is about, and the error has a code that
# says so. But the cache goes by its clock alone, and nobody tells it what the service answered.
#
# Who is hurt: programs whose clock is behind, or whose sessions end early (a role or a policy that has changed):
# each call to the bucket fails for up to five minutes, and trying again does not help.
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
aws-sdk-s3 = { version = "=1.157.0", default-features = false, features = ["rt-tokio"] }
aws-smithy-http-client = { version = "1.5", default-features = false, features = ["test-util"] }
aws-smithy-types = "1.9"
http = "1"
tokio = { version = "1", features = ["macros", "rt"] }

[profile.dev]
debug = false
TOML
cat >src/main.rs <<'RUST'
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::DateTime;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::date_time::Format;

/// A session that is good for five minutes.
fn session(number: usize) -> String {
    let end = DateTime::from(SystemTime::now() + Duration::from_secs(300));
    let end = end.fmt(Format::DateTime).unwrap();
    format!(
        "<CreateSessionResult><Credentials><AccessKeyId>AKIDEXAMPLE</AccessKeyId>\
         <SecretAccessKey>example</SecretAccessKey><SessionToken>token-{number}</SessionToken>\
         <Expiration>{end}</Expiration></Credentials></CreateSessionResult>"
    )
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let opened = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&opened);
    let service = infallible_client_fn(move |request: http::Request<SdkBody>| {
        let (status, body) = if request.uri().query() == Some("session") {
            (200, session(counted.fetch_add(1, Ordering::Relaxed)))
        } else if request.headers()["x-amz-s3session-token"] == "token-0" {
            (400, "<Error><Code>ExpiredToken</Code></Error>".to_owned())
        } else {
            (200, String::new())
        };
        http::Response::builder().status(status).body(SdkBody::from(body)).unwrap()
    });
    let config = aws_sdk_s3::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("AKIDCALLER", "example", None, None, "example"))
        .http_client(service)
        .build();
    let client = aws_sdk_s3::Client::from_conf(config);
    for call in 1..=3 {
        let get = client.get_object().bucket("example--euw1-az1--x-s3").key("k").send().await;
        let code = get.as_ref().err().map_or("answered", |error| error.code().unwrap_or("no code"));
        println!("call {call}: {code}, {} sessions so far", opened.load(Ordering::Relaxed));
    }
}
RUST
CARGO_TARGET_DIR=$folder/target cargo run --quiet | tee seen

diff seen - <<'SEEN'
call 1: ExpiredToken, 1 sessions so far
call 2: ExpiredToken, 1 sessions so far
call 3: ExpiredToken, 1 sessions so far
SEEN
echo "as described"
