//! The message with which a stream may begin: it has what of the output is no event.

use super::tides::{Level, Tides, event, exception, level};
use crate::support::event_stream::Reader;

fn first() -> Vec<u8> {
    event("initial-response", r#"{"harbour":"north"}"#)
}

/// What is read of the output, and the events behind it.
fn read(bytes: &[u8]) -> (Level, Vec<Tides>) {
    let (mut reader, mut output) = (Reader::<Tides>::new(), Level::default());
    for byte in bytes {
        assert!(reader.output(&mut output).is_none_or(|read| read.is_ok()));
        reader.push(&[*byte]);
    }
    reader.output(&mut output).unwrap().unwrap();
    let mut events = Vec::new();
    while let Some(event) = reader.event() {
        events.push(event.unwrap());
    }
    (output, events)
}

#[test]
fn the_members_of_an_output_are_read_before_its_events() {
    let (output, events) = read(&[first(), event("level", r#"{"metres":1}"#)].concat());
    assert_eq!(output.harbour.as_deref(), Some("north"));
    assert_eq!(events, [level(1)]);
}

#[test]
fn a_service_need_not_send_any() {
    let (output, events) = read(&event("level", r#"{"metres":1}"#));
    assert_eq!(output, Level::default());
    assert_eq!(events, [level(1)]);
}

#[test]
fn who_asks_for_events_alone_does_not_see_them() {
    let mut reader = Reader::<Tides>::new();
    reader.push(&[first(), event("level", r#"{"metres":1}"#), first()].concat());
    assert_eq!(reader.event().unwrap().unwrap(), level(1));
    // Only the first can be that.
    assert_eq!(reader.event().unwrap().unwrap(), Tides::Unknown);
}

#[test]
fn an_error_that_comes_first_is_kept_for_who_asks_for_events() {
    let (mut reader, mut output) = (Reader::<Tides>::new(), Level::default());
    reader.push(&exception("storm", "{}"));
    reader.output(&mut output).unwrap().unwrap();
    assert!(reader.event().unwrap().is_err());
}

#[test]
fn members_that_cannot_be_read_are_told() {
    let (mut reader, mut output) = (Reader::<Tides>::new(), Level::default());
    reader.push(&event("initial-response", r#"{"harbour":1}"#));
    let error = reader.output(&mut output).unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the event `initial-response` could not be read: expected a string at byte 11"
    );
}
