//! What ends a stream: each is told apart, wherever it happens.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::tides::{Error, Tides, event, exception, frame, level, read};
use crate::support::event_stream::StreamError;

fn first() -> Vec<u8> {
    event("level", r#"{"metres":1}"#)
}

/// What follows the first event ends the stream.
fn ended_by(last: &[u8]) -> StreamError<Error> {
    let (events, error) = read(&[&first(), last, &first()].concat());
    assert_eq!(events, [level(1)]);
    error.expect("an error")
}

#[test]
fn a_stream_ends_behind_any_event_and_is_broken_off_within_one() {
    let bytes = [first(), first()].concat();
    for length in 0..=bytes.len() {
        let (events, error) = read(&bytes[..length]);
        assert_eq!(events.len(), length / first().len(), "{length} bytes");
        match length % first().len() {
            0 => assert!(error.is_none(), "{length} bytes: {error:?}"),
            _ => {
                let Some(StreamError::Interrupted(interrupted)) = error else {
                    panic!("{length} bytes: {error:?}");
                };
                assert!(interrupted.is_within_a_frame());
            }
        }
    }
}

#[test]
fn an_error_of_the_model_has_its_members() {
    let storm = exception("storm", r#"{"hours":3,"message":"stay in port"}"#);
    let error = ended_by(&storm);
    assert_eq!(error.to_string(), "StormException: stay in port");
    assert_eq!(error.code(), Some("StormException"));
    let Some(Error::Storm(storm)) = error.as_service_error() else {
        panic!("{error:?}");
    };
    assert_eq!(storm.hours, Some(3));
    assert_eq!(storm.message.as_deref(), Some("stay in port"));
}

#[test]
fn an_error_of_the_model_is_one_whatever_can_be_read_of_it() {
    for payload in ["", "{", "\u{0}", "[]", r#"{"hours":"many"}"#] {
        let error = ended_by(&exception("storm", payload));
        assert_eq!(error.code(), Some("StormException"), "{payload}");
    }
}

#[test]
fn an_error_that_no_model_has_is_told_with_its_code_and_message() {
    let unknown = exception("flood", r#"{"message":"the quay is under water"}"#);
    let error = ended_by(&unknown);
    assert!(matches!(error, StreamError::Service(Error::Unhandled(_))));
    assert_eq!(error.to_string(), "flood: the quay is under water");
    let unmodelled = frame(
        &[
            (":message-type", "error"),
            (":error-code", "InternalError"),
            (":error-message", "try again"),
        ],
        "",
    );
    let error = ended_by(&unmodelled);
    assert!(matches!(error, StreamError::Service(Error::Unhandled(_))));
    assert_eq!(
        (error.code(), error.message()),
        (Some("InternalError"), Some("try again"))
    );
    let without_message = frame(&[(":message-type", "error"), (":error-code", "500")], "");
    assert_eq!(ended_by(&without_message).to_string(), "500");
}

#[test]
fn an_error_without_a_name_has_one_nevertheless() {
    let error = |code, message| {
        let headers = [
            (":message-type", "error"),
            (":error-code", code),
            (":error-message", message),
        ];
        ended_by(&frame(&headers, ""))
    };
    assert_eq!(
        error("", "try again").to_string(),
        "nameless error: try again"
    );
    assert_eq!(error(" ", "").to_string(), "nameless error");
    assert_eq!(error("Busy", "").to_string(), "Busy");
    assert_eq!(ended_by(&exception("", "")).code(), Some("nameless error"));
}

#[test]
fn an_error_is_one_of_the_service_where_its_code_is() {
    let headers = [
        (":message-type", "error"),
        (":error-code", "StormException"),
        (":error-message", "stay"),
    ];
    let error = ended_by(&frame(&headers, ""));
    assert!(
        matches!(error, StreamError::Service(Error::Storm(_))),
        "{error:?}"
    );
}

#[test]
fn an_event_that_nobody_knows_ends_nothing() {
    let (events, error) = read(&[event("swell", "\u{0}"), first()].concat());
    assert!(error.is_none());
    assert_eq!(events, [Tides::Unknown, level(1)]);
}

#[test]
fn a_message_that_is_not_as_the_model_has_it_is_told_and_not_quoted() {
    let event_type = (":event-type", "level");
    for (message, told) in [
        (
            frame(&[event_type], "secret"),
            "a message of the stream could not be read: its header `:message-type` is not a string",
        ),
        (
            frame(&[(":message-type", "event")], "secret"),
            "a message of the stream could not be read: its header `:event-type` is not a string",
        ),
        (
            frame(&[(":message-type", "exception")], "secret"),
            "a message of the stream could not be read: its header `:exception-type` is not a string",
        ),
        (
            frame(&[(":message-type", "error")], "secret"),
            "a message of the stream could not be read: its header `:error-code` is not a string",
        ),
        (
            frame(&[(":message-type", "secret"), event_type], ""),
            "a message of the stream could not be read: it is neither an event nor an error",
        ),
        (
            event("level", "secret"),
            "the event `level` could not be read: expected an object at byte 0",
        ),
    ] {
        let error = ended_by(&message);
        assert!(matches!(error, StreamError::Unreadable(_)), "{error:?}");
        assert_eq!(error.to_string(), told);
        assert!(!format!("{error:?}").contains("secret"), "{error:?}");
    }
}
