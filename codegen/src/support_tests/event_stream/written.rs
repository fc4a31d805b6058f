//! What is written is what the AWS runtime writes.

use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_types::DateTime;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::event_stream::{Transmit, Writer};
use crate::support::json::Json;
use crate::support::operation::BuildError;

/// An event that is this message.
struct Event(Message);

impl Transmit for Event {
    type Format = Json;

    fn message(&self) -> Result<Message, BuildError> {
        Ok(self.0.clone())
    }
}

fn written(message: Message) -> Result<Vec<u8>, String> {
    let event = Writer::new().event(&Event(message));
    event.map_err(|error| error.to_string())
}

fn any_value() -> impl Strategy<Value = HeaderValue> {
    prop_oneof![
        any::<bool>().prop_map(HeaderValue::Bool),
        any::<i8>().prop_map(HeaderValue::Byte),
        any::<i16>().prop_map(HeaderValue::Int16),
        any::<i32>().prop_map(HeaderValue::Int32),
        any::<i64>().prop_map(HeaderValue::Int64),
        vec(any::<u8>(), 0..300).prop_map(|bytes| HeaderValue::ByteArray(bytes.into())),
        any::<String>().prop_map(|text| HeaderValue::String(text.into())),
        any::<i32>().prop_map(|time| HeaderValue::Timestamp(DateTime::from_secs(time.into()))),
        any::<u128>().prop_map(HeaderValue::Uuid),
    ]
}

proptest! {
    #[test]
    fn every_message_is_the_same_frame(
        headers in vec(("[a-z:-]{1,40}", any_value()), 0..6),
        payload in vec(any::<u8>(), 0..600),
    ) {
        let headers = headers.into_iter().map(|(name, value)| Header::new(name, value));
        let message = Message::new_from_parts(headers.collect(), payload);
        let mut expected = Vec::new();
        write_message_to(&message, &mut expected).unwrap();
        prop_assert_eq!(written(message).unwrap(), expected);
    }
}

#[test]
fn what_is_too_long_is_told_by_its_header() {
    let message =
        |name: String, value: HeaderValue| Message::new("").add_header(Header::new(name, value));
    let text = |length: usize| HeaderValue::String("x".repeat(length).into());
    let bytes = |length: usize| HeaderValue::ByteArray(vec![1; length].into());

    assert!(written(message("tide".into(), text(32_767))).is_ok());
    for value in [text(32_768), bytes(32_768), bytes(70_000)] {
        let error = written(message("tide".into(), value)).unwrap_err();
        assert!(
            error.ends_with("the header tide is longer than 32,767 bytes"),
            "{error}"
        );
    }
    assert!(written(message("x".repeat(255), text(1))).is_ok());
    let error = written(message("x".repeat(256), text(1))).unwrap_err();
    assert!(
        error.ends_with("has a name of more than 255 bytes"),
        "{error}"
    );
    let never = HeaderValue::Timestamp(DateTime::from_secs(i64::MAX));
    let error = written(message("tide".into(), never)).unwrap_err();
    assert!(
        error.ends_with("the header tide is a time out of range"),
        "{error}"
    );
}
