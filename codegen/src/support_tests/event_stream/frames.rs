//! Frames that are broken, at every byte, and frames that say that they are large.

use super::tides::{Tides, event, read, written};
use crate::support::event_stream::{FrameError, Reader, StreamError};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};

#[test]
fn a_frame_is_broken_where_any_of_its_bytes_has_changed() {
    let frame = event("level", r#"{"metres":1,"harbour":"north"}"#);
    for place in 0..frame.len() {
        for bit in 0..8 {
            let mut changed = frame.clone();
            changed[place] ^= 1 << bit;
            let (events, error) = read(&changed);
            assert_eq!(events, [], "byte {place}, bit {bit}");
            assert!(
                matches!(error, Some(StreamError::Frame(FrameError::Checksum))),
                "byte {place}, bit {bit}: {error:?}"
            );
        }
    }
}

/// A frame that begins with these lengths, and their checksum.
fn prelude(length: u32, headers: u32) -> Vec<u8> {
    let lengths = [length.to_be_bytes(), headers.to_be_bytes()].concat();
    let checksum = crc32fast::hash(&lengths).to_be_bytes();
    [lengths, checksum.to_vec()].concat()
}

#[test]
fn lengths_that_contradict_each_other_are_told_before_anything_else_comes() {
    for (length, headers) in [
        (0, 0),
        (15, 0),
        (16, 1),
        (20, 5),
        (16, u32::MAX),
        (u32::MAX, u32::MAX),
    ] {
        let (_, error) = read(&prelude(length, headers));
        assert!(
            matches!(error, Some(StreamError::Frame(FrameError::Malformed(_)))),
            "{length} {headers}: {error:?}"
        );
    }
}

#[test]
fn a_frame_that_says_that_it_is_large_waits_for_its_bytes() {
    let mut reader = Reader::<Tides>::new();
    reader.push(&prelude(u32::MAX, 0));
    assert!(reader.event().is_none());
    let error = reader.end().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the stream broke off within an event, 12 bytes of which had come"
    );
}

#[test]
fn a_frame_may_be_as_large_as_is_allowed_and_no_larger() {
    let frame = event("level", r#"{"metres":1}"#);
    let read = |largest| {
        let mut reader = Reader::<Tides>::new().max_frame(largest);
        // Its lengths are enough to know.
        reader.push(&frame[..12]);
        let early = reader.event();
        reader.push(&frame[12..]);
        early.or_else(|| reader.event()).unwrap()
    };
    assert!(read(frame.len()).is_ok());
    let error = read(frame.len() - 1).unwrap_err();
    let told = format!(
        "a frame of the stream has {} bytes, and may have {}",
        frame.len(),
        frame.len() - 1
    );
    assert_eq!(error.to_string(), told);
}

#[test]
fn headers_may_be_of_any_type() {
    let message = [
        HeaderValue::Bool(true),
        HeaderValue::Byte(-1),
        HeaderValue::Int16(2),
        HeaderValue::Int32(3),
        HeaderValue::Int64(4),
        HeaderValue::ByteArray(vec![5].into()),
        HeaderValue::Timestamp(aws_smithy_types::DateTime::from_secs(6)),
        HeaderValue::Uuid(7),
    ]
    .into_iter()
    .fold(
        Message::new("{}")
            .add_header(Header::new(
                ":message-type",
                HeaderValue::String("event".into()),
            ))
            .add_header(Header::new(
                ":event-type",
                HeaderValue::String("level".into()),
            )),
        |message, value| message.add_header(Header::new("other", value)),
    );
    let (events, error) = read(&written(&message));
    assert!(error.is_none(), "{error:?}");
    assert_eq!(events.len(), 1);
}

/// A frame with these bytes in place of headers, and the checksums of that.
fn with_headers(headers: &[u8]) -> Vec<u8> {
    let length = u32::try_from(16 + headers.len()).unwrap();
    let mut frame = prelude(length, length - 16);
    frame.extend_from_slice(headers);
    let checksum = crc32fast::hash(&frame);
    frame.extend_from_slice(&checksum.to_be_bytes());
    frame
}

#[test]
fn headers_that_are_none_are_told_though_the_checksums_are_right() {
    for headers in [
        b"\x01".as_slice(),
        // Of no type, and of one that there is not.
        b"\x01a",
        b"\x01a\x0a",
        // Longer than there is room.
        b"\xffa\x00",
        b"\x01a\x07\x00\x09text",
        b"\x01a\x05\x00\x00",
        b"\x01a\x09\x00",
        // No UTF-8.
        b"\x01\xff\x00",
        b"\x01a\x07\x00\x01\xff",
    ] {
        let (_, error) = read(&with_headers(headers));
        assert!(
            matches!(error, Some(StreamError::Frame(FrameError::Malformed(_)))),
            "{headers:?}: {error:?}"
        );
    }
}
