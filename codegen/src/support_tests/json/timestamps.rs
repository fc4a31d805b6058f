//! Timestamps in their three formats, as JSON has them: numbers and strings.

use std::collections::HashMap;

use aws_smithy_types::DateTime;

use super::everything::Everything;
use super::{failure, read, refusal, write};
use crate::support::wire::ErrorKind;

fn at(seconds: i64, nanoseconds: u32) -> DateTime {
    DateTime::from_secs_and_nanos(seconds, nanoseconds)
}

#[test]
fn epoch_seconds_are_a_number_with_no_more_digits_than_needed() {
    let cases = [
        (at(0, 0), "0"),
        (at(1_576_540_098, 0), "1576540098"),
        (at(1_576_540_098, 520_000_000), "1576540098.52"),
        (at(1_576_540_098, 1), "1576540098.000000001"),
        (at(-1, 0), "-1"),
        (at(-2, 500_000_000), "-1.5"),
        (at(-1, 999_000_000), "-0.001"),
        (at(i64::MAX, 999_999_999), "9223372036854775807.999999999"),
        (at(i64::MIN, 0), "-9223372036854775808"),
    ];
    for (timestamp, text) in cases {
        assert_eq!(write(&timestamp), text);
        assert_eq!(read(text), Ok(timestamp), "{text}");
    }
}

#[test]
fn epoch_seconds_out_of_range_are_refused() {
    for text in [
        "9223372036854775808",
        "-9223372036854775809",
        "1e30",
        "1e999999999999",
    ] {
        assert_eq!(
            refusal::<DateTime>(text),
            (ErrorKind::NumberOutOfRange, 0),
            "{text}"
        );
    }
    assert_eq!(
        refusal::<DateTime>("\"2019-12-16T23:48:18Z\"").0,
        ErrorKind::ExpectedNumber
    );
}

#[test]
fn each_format_goes_with_its_member() {
    let moment = at(1_576_540_098, 0);
    let everything = Everything {
        timestamp: Some(moment),
        epoch_seconds: Some(moment),
        date_time: Some(moment),
        http_dates: Some(HashMap::from([("a".to_owned(), vec![moment])])),
        ..Everything::default()
    };
    let text = concat!(
        r#"{"Timestamp":1576540098,"EpochSeconds":1576540098,"#,
        r#""DateTime":"2019-12-16T23:48:18Z","#,
        r#""HttpDates":{"a":["Mon, 16 Dec 2019 23:48:18 GMT"]}}"#,
    );
    assert_eq!(write(&everything), text);
    assert_eq!(read(text), Ok(everything));
}

#[test]
fn strings_in_another_format_are_refused() {
    for text in [
        r#"{"DateTime":"2019-12-16"}"#,
        r#"{"DateTime":"2019-13-16T23:48:18Z"}"#,
        r#"{"DateTime":"Mon, 16 Dec 2019 23:48:18 GMT"}"#,
        r#"{"DateTime":""}"#,
        r#"{"DateTime":"\u20ac"}"#,
    ] {
        assert_eq!(
            refusal::<Everything>(text),
            (ErrorKind::InvalidTimestamp, 12),
            "{text}"
        );
    }
    for text in [
        r#"{"HttpDates":{"a":["2019-12-16T23:48:18Z"]}}"#,
        r#"{"HttpDates":{"a":["Mon, 16 Foo 2019 23:48:18 GMT"]}}"#,
        r#"{"HttpDates":{"a":["Mon, 16 Dec 2019 23:48:18. GMT"]}}"#,
    ] {
        assert_eq!(
            refusal::<Everything>(text),
            (ErrorKind::InvalidTimestamp, 19),
            "{text}"
        );
    }
    assert_eq!(
        refusal::<Everything>(r#"{"DateTime":0}"#),
        (ErrorKind::ExpectedString, 12)
    );
}

#[test]
fn timestamps_that_their_format_cannot_say_are_not_sent() {
    let everything = Everything {
        date_time: Some(at(i64::MAX, 0)),
        ..Everything::default()
    };
    assert!(failure(&everything).contains("timestamp"));
    let everything = Everything {
        http_dates: Some(HashMap::from([("a".to_owned(), vec![at(i64::MIN, 0)])])),
        ..Everything::default()
    };
    assert!(failure(&everything).contains("timestamp"));
}
