//! What is written, and what cannot be.

use aws_smithy_types::DateTime;

use super::{FIRST, InBodies, LAST, at, written};
use crate::support::http_binding::TextAs;
use crate::support::timestamp::{DateTimeFormat, EpochSeconds, HttpDate, TimestampFormat};

fn assert_writes<F: InBodies>(moment: DateTime, text: Option<&str>)
where
    DateTime: TextAs<F>,
{
    for (written, place) in written::<F>(moment)
        .iter()
        .zip(["body", "header", "query", "path"])
    {
        assert_eq!(written.as_deref(), text, "{moment} in a {place}");
    }
}

#[test]
fn a_date_time_is_written_in_utc_with_six_digits_at_most() {
    for (moment, text) in [
        (at(1_576_540_098, 0), "2019-12-16T23:48:18Z"),
        (at(1_576_540_098, 520_000_000), "2019-12-16T23:48:18.52Z"),
        (at(1_576_540_098, 1_999), "2019-12-16T23:48:18.000001Z"),
        (at(1_576_540_098, 999), "2019-12-16T23:48:18Z"),
        (at(-1, 500_000_000), "1969-12-31T23:59:59.5Z"),
        (at(FIRST, 0), "0001-01-01T00:00:00Z"),
        (at(LAST, 999_999_999), "9999-12-31T23:59:59.999999Z"),
    ] {
        assert_writes::<DateTimeFormat>(moment, Some(text));
    }
}

#[test]
fn an_http_date_is_written_without_a_fraction() {
    for (moment, text) in [
        (at(1_575_762_498, 0), "Sat, 07 Dec 2019 23:48:18 GMT"),
        (
            at(1_575_762_498, 999_999_999),
            "Sat, 07 Dec 2019 23:48:18 GMT",
        ),
        (at(-1, 500_000_000), "Wed, 31 Dec 1969 23:59:59 GMT"),
        (at(FIRST, 0), "Mon, 01 Jan 0001 00:00:00 GMT"),
        (at(LAST, 999_999_999), "Fri, 31 Dec 9999 23:59:59 GMT"),
    ] {
        assert_writes::<HttpDate>(moment, Some(text));
    }
}

#[test]
fn epoch_seconds_are_written_with_as_many_digits_as_it_takes() {
    for (moment, text) in [
        (at(0, 0), "0"),
        (at(1_576_540_098, 520_000_000), "1576540098.52"),
        (at(1_576_540_098, 1), "1576540098.000000001"),
        (at(-1, 500_000_000), "-0.5"),
        (at(-2, 500_000_000), "-1.5"),
        (at(i64::MAX, 999_999_999), "9223372036854775807.999999999"),
        (at(i64::MIN, 0), "-9223372036854775808"),
        (at(i64::MIN, 1), "-9223372036854775807.999999999"),
    ] {
        assert_writes::<EpochSeconds>(moment, Some(text));
    }
}

#[test]
fn years_that_a_format_does_not_have_are_not_sent() {
    for moment in [
        at(FIRST - 1, 999_999_999),
        at(LAST + 1, 0),
        at(i64::MIN, 0),
        at(i64::MAX, 999_999_999),
    ] {
        assert_writes::<DateTimeFormat>(moment, None);
        assert_writes::<HttpDate>(moment, None);
    }
}

#[test]
fn a_leap_second_is_written_as_a_whole_second() {
    let read = DateTimeFormat::read("2016-12-31T23:59:60Z").expect("it is one");
    assert_writes::<DateTimeFormat>(read, Some("2017-01-01T00:00:00Z"));
    assert_writes::<HttpDate>(read, Some("Sun, 01 Jan 2017 00:00:00 GMT"));
    assert_writes::<EpochSeconds>(read, Some("1483228800"));
}
