//! What values are in JSON, and what of the JSON of services is read.

use aws_smithy_types::{DateTime, Document, Number};
use serde_json::json;

use super::super::wire::everything::{Choice, Color, Everything};
use super::super::wire::something_of_everything;
use crate::support::json::Json;
use crate::support::wire;

fn read(value: serde_json::Value) -> Result<Everything, String> {
    serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())
}

#[test]
fn the_json_of_a_service_is_read() {
    let value = something_of_everything();
    let message = wire::write::<Json>(&value).expect("it can be sent");
    let read: Everything = serde_json::from_slice(&message).expect("it is read");
    assert_eq!(read, value);
}

#[test]
fn values_are_what_the_model_calls_them_and_people_read() {
    let value = Everything {
        double: Some(f64::NEG_INFINITY),
        big_integer: Some("123456789012345678901234567890".parse().expect("a number")),
        blob: Some(aws_smithy_types::Blob::new("hi")),
        http_dates: None,
        timestamp: Some(DateTime::from_secs_and_nanos(1_576_540_098, 520_000_001)),
        epoch_seconds: Some(DateTime::from_secs(0)),
        color: Some(Color::Unknown("MAUVE".to_owned())),
        choice: Some(Choice::Text("a".to_owned())),
        sparse_list: Some(vec![Some(1), None]),
        ..Everything::default()
    };
    let expected = json!({
        "Double": "-Infinity",
        "BigInteger": "123456789012345678901234567890",
        "Blob": "aGk=",
        "Timestamp": "2019-12-16T23:48:18.520000001Z",
        "EpochSeconds": "1970-01-01T00:00:00Z",
        "Color": "MAUVE",
        "Choice": {"text": "a"},
        "SparseList": [1, null],
    });
    assert_eq!(
        serde_json::to_value(&value).expect("it is written"),
        expected
    );
    assert_eq!(
        serde_json::to_string(&Everything::default()).expect("it is written"),
        "{}"
    );
}

#[test]
fn a_moment_is_read_in_each_format_that_members_have() {
    let moment = DateTime::from_secs_and_nanos(1_576_540_098, 520_000_000);
    for text in [
        json!(1_576_540_098.52),
        json!("1576540098.52"),
        json!("2019-12-17T00:48:18.52+01:00"),
        json!("Mon, 16 Dec 2019 23:48:18.52 GMT"),
    ] {
        let read = read(json!({ "Timestamp": text }));
        assert_eq!(
            read.map(|value| value.timestamp),
            Ok(Some(moment)),
            "{text}"
        );
    }
}

#[test]
fn numbers_lose_no_digit() {
    // Its feature `arbitrary_precision` is on here, which gives numbers as maps.
    let text = r#"{"BigInteger":123456789012345678901234567890,"BigDecimal":0.10000000000000000000001,
        "Double":1e300,"Float":1.5,"Long":-9223372036854775808,"Integer":2.0,
        "Document":[18446744073709551615,-1,0.5]}"#;
    let value: Everything = serde_json::from_str(text).expect("a value");
    let texts = (
        value.big_integer.expect("a number"),
        value.big_decimal.expect("a number"),
    );
    assert_eq!(texts.0.as_ref(), "123456789012345678901234567890");
    assert_eq!(texts.1.as_ref(), "0.10000000000000000000001");
    assert_eq!((value.double, value.float), (Some(1e300), Some(1.5)));
    assert_eq!((value.long, value.integer), (Some(i64::MIN), Some(2)));
    let numbers = [
        Number::PosInt(u64::MAX),
        Number::NegInt(-1),
        Number::Float(0.5),
    ];
    assert_eq!(
        value.document,
        Some(Document::Array(numbers.map(Document::Number).into()))
    );
}

#[test]
fn a_null_is_absent_and_unknown_members_are_stepped_over() {
    let value = read(json!({
        "String": null, "Choice": {"__type": "x", "text": "a", "nested": null},
        "List": ["a", null, "b"], "New": {"deep": [1, {}]},
    }));
    let expected = Everything {
        choice: Some(Choice::Text("a".to_owned())),
        list: Some(vec!["a".to_owned(), "b".to_owned()]),
        ..Everything::default()
    };
    assert_eq!(value, Ok(expected));
}
