#!/usr/bin/env bash
# AWS SDK for Rust: half of all timestamps with milliseconds are read a millisecond early.
#
# aws-smithy-json 0.65.1, aws-smithy-cbor 0.64.1, aws-smithy-types 1.9.3.
#
# Expected: `1576540098.123`, as awsJson, restJson1 and rpcv2Cbor have timestamps, is the `DateTime` that
# `DateTime::from_millis(1576540098123)` is: it holds nanoseconds, and the same text in a header or a query
# is read exactly. What the CBOR encoder writes, its decoder reads back. A number that no `DateTime` can
# be is an error, as it is in a header.
#
# Seen: JSON is read as a float, whose fraction is cut off at the nanosecond. Of the 1,000 milliseconds
# of a second, 992 are another `DateTime`, and `to_millis()`, which cuts off again, is one less for 496. CBOR
# loses the same 496 on the way from its own encoder to its own decoder. 1e30 seconds are, silently, the
# year 292,277,026,596.
#
# Why a good guess is wrong: `DateTime` is seconds and nanoseconds so that nothing is lost; its own reader
# of the same format, `DateTime::from_str(.., Format::EpochSeconds)`, works on the digits, and is exact.
#
# Who is hurt: whoever sends back a time that it was given, to ask for what came after it (the last item
# comes again, for ever), compares it with the same time from a header or from another SDK, or keeps it
# in milliseconds as a key.
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
aws-smithy-cbor = "=0.64.1"
aws-smithy-json = "=0.65.1"
aws-smithy-types = "=1.9.3"

[workspace]
TOML
cat >src/main.rs <<'RUST'
use aws_smithy_cbor::{Decoder, Encoder};
use aws_smithy_json::deserialize::{json_token_iter, token::expect_timestamp_or_null};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

/// A timestamp in a JSON body.
fn json(text: &str) -> DateTime {
    let token = json_token_iter(text.as_bytes()).next();
    let read = expect_timestamp_or_null(token, Format::EpochSeconds);
    read.expect("it is read").expect("it is no null")
}

/// A timestamp in a header.
fn header(text: &str) -> Option<DateTime> {
    DateTime::from_str(text, Format::EpochSeconds).ok()
}

/// A timestamp in a CBOR body, by the encoder of the same crate.
fn cbor(moment: DateTime) -> DateTime {
    let mut encoder = Encoder::new(Vec::new());
    encoder.timestamp(&moment);
    Decoder::new(&encoder.into_writer()).timestamp().expect("it is read")
}

fn nanoseconds(moment: DateTime) -> i128 {
    moment.as_nanos()
}

fn main() {
    let text = "1576540098.123";
    println!("json {text} {}", nanoseconds(json(text)));
    println!("header {text} {:?}", header(text).map(nanoseconds));
    println!("json 1e30 {}", nanoseconds(json("1e30")));
    println!("header 1e30 {:?}", header("1e30").map(nanoseconds));

    let second = 1_576_540_098_000;
    let all = || (second..second + 1_000).map(|millis| (millis, DateTime::from_millis(millis)));
    let from_json = |millis: i64| json(&format!("{}.{:03}", millis / 1_000, millis % 1_000));
    let early = |read: DateTime, millis: i64| read.to_millis().expect("in range") == millis - 1;
    println!("json, another moment: {}", all().filter(|&(millis, moment)| from_json(millis) != moment).count());
    println!("json, a millisecond early: {}", all().filter(|&(millis, _)| early(from_json(millis), millis)).count());
    println!("cbor, a millisecond early: {}", all().filter(|&(millis, moment)| early(cbor(moment), millis)).count());
}
RUST
CARGO_TARGET_DIR=$folder/target cargo run --quiet | tee seen

diff - seen <<'SEEN'
json 1576540098.123 1576540098122999906
header 1576540098.123 Some(1576540098123000000)
json 1e30 9223372036854775807000000000
header 1e30 None
json, another moment: 992
json, a millisecond early: 496
cbor, a millisecond early: 496
SEEN
echo "as described"
