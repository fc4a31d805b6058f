#!/usr/bin/env bash
# ciborium: a message with an integer from -2^128 to -2^127 - 1 cannot be read, one with a larger or a smaller
# one can.
#
# ciborium 0.2.2.
#
# Expected: `ciborium::Value` reads any well-formed CBOR whose simple values have names: a big number (tag 2
# or 3, RFC 8949, section 3.4.3) is `Value::Tag` with its bytes, or an integer where it fits one, whatever
# its size.
#
# Seen: a negative one of sixteen bytes whose first bit is set fails, "integer too large", and with it the whole
# message that it is in. Of fifteen bytes, of seventeen bytes, and positive ones of sixteen bytes are all
# read, as tags.
#
# Why a good guess is wrong: what has more bits than an `i128` is read as a tag with bytes, and so is the
# positive number with the same bytes; nothing says that there is a gap between what is small enough to be
# an integer and what is large enough to be a tag.
#
# Who is hurt: whoever compares, prints or converts CBOR of unknown shape through `Value`: rpcv2Cbor sends big
# integers, and the digits of big decimals, as such tags, and -2e38 is one in that gap.
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
ciborium = "=0.2.2"

[workspace]
TOML
cat >src/main.rs <<'RUST'
use ciborium::Value;

/// What a list of one big number, of this tag and these bytes, is read as.
fn read(tag: u8, bytes: &[u8]) -> String {
    let mut message = vec![0x81, 0xC0 | tag, 0x40 | bytes.len() as u8];
    message.extend_from_slice(bytes);
    match ciborium::from_reader::<Value, _>(message.as_slice()) {
        Ok(_) => "read".to_owned(),
        Err(error) => format!("{error:?}"),
    }
}

fn main() {
    let with_first = |first: u8, count: usize| {
        let mut bytes = vec![0; count];
        bytes[0] = first;
        bytes
    };
    println!("-2^127: {}", read(3, &[&[0x7F][..], &[0xFF; 15]].concat()));
    println!("-2^127 - 1: {}", read(3, &with_first(0x80, 16)));
    println!("-2^128: {}", read(3, &[0xFF; 16]));
    println!("-2^128 - 1: {}", read(3, &with_first(1, 17)));
    println!("2^127: {}", read(2, &with_first(0x80, 16)));
    println!("2^128 - 1: {}", read(2, &[0xFF; 16]));
}
RUST
CARGO_TARGET_DIR=$folder/target cargo run --quiet | tee seen

diff - seen <<'SEEN'
-2^127: read
-2^127 - 1: Semantic(None, "integer too large")
-2^128: Semantic(None, "integer too large")
-2^128 - 1: read
2^127: read
2^128 - 1: read
SEEN
echo "as described"
