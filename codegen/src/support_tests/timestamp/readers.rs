//! What is read, and what is refused.

use aws_smithy_types::DateTime;

use super::{FIRST, InBodies, LAST, at, from_body, from_header};
use crate::support::http_binding::TextAs;
use crate::support::json::Json;
use crate::support::timestamp::{DateTimeFormat, EpochSeconds, HttpDate};
use crate::support::wire::{self, ErrorKind};

/// 2016-12-31T23:59:59Z, before the leap second of that year.
const BEFORE_LEAP_SECOND: i64 = 1_483_228_799;

fn assert_reads<F: InBodies>(text: &str, moment: DateTime)
where
    DateTime: TextAs<F>,
{
    assert_eq!(from_body::<F>(text), Some(moment), "{text} in a body");
    let one = from_header::<F, DateTime>(text);
    assert_eq!(one, Some(moment), "{text} in a header");
    let list = format!("{text}, {text}");
    let two = from_header::<F, Vec<DateTime>>(&list);
    assert_eq!(two, Some(vec![moment; 2]), "{list} in a header");
}

fn assert_refuses<F: InBodies>(text: &str)
where
    DateTime: TextAs<F>,
{
    assert_eq!(F::read(text), None, "{text}");
    assert_eq!(from_body::<F>(text), None, "{text} in a body");
    let in_header = from_header::<F, DateTime>(text);
    assert_eq!(in_header, None, "{text} in a header");
}

#[test]
fn a_date_time_is_read() {
    let moment = 1_576_540_098;
    for (text, time) in [
        ("2019-12-16T23:48:18Z", at(moment, 0)),
        ("2019-12-16t23:48:18z", at(moment, 0)),
        ("2019-12-17T00:48:18+01:00", at(moment, 0)),
        ("2019-12-16T18:18:18.5-05:30", at(moment, 500_000_000)),
        ("2019-12-16T23:48:18-00:00", at(moment, 0)),
        ("2019-12-16T23:48:18.000000001Z", at(moment, 1)),
        ("1969-12-31T23:59:59.999999999Z", at(-1, 999_999_999)),
        ("0001-01-01T00:00:00Z", at(FIRST, 0)),
        ("9999-12-31T23:59:59.999999999Z", at(LAST, 999_999_999)),
        ("2000-02-29T00:00:00Z", at(951_782_400, 0)),
    ] {
        assert_reads::<DateTimeFormat>(text, time);
    }
}

#[test]
fn an_http_date_is_read() {
    let moment = 1_575_762_498;
    for (text, time) in [
        ("Sat, 07 Dec 2019 23:48:18 GMT", at(moment, 0)),
        ("Sat, 7 Dec 2019 23:48:18 GMT", at(moment, 0)),
        ("Sat, 07 Dec 2019 23:48:18.5 GMT", at(moment, 500_000_000)),
        ("Mon, 01 Jan 0001 00:00:00 GMT", at(FIRST, 0)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", at(LAST, 0)),
        // The name of the day says nothing that the date does not.
        ("Mon, 07 Dec 2019 23:48:18 GMT", at(moment, 0)),
    ] {
        assert_reads::<HttpDate>(text, time);
    }
}

#[test]
fn epoch_seconds_are_read() {
    for (text, time) in [
        ("0", at(0, 0)),
        ("-0", at(0, 0)),
        ("-0.0", at(0, 0)),
        ("1576540098", at(1_576_540_098, 0)),
        ("1576540098.52", at(1_576_540_098, 520_000_000)),
        ("1.5e3", at(1_500, 0)),
        ("1.36372808007E+9", at(1_363_728_080, 70_000_000)),
        ("15155310811e-1", at(1_515_531_081, 100_000_000)),
        ("-0.5", at(-1, 500_000_000)),
        ("-1.5", at(-2, 500_000_000)),
        ("0e999999999999999999999", at(0, 0)),
        ("9223372036854775807.999999999", at(i64::MAX, 999_999_999)),
        ("-9223372036854775808", at(i64::MIN, 0)),
        ("-9223372036854775807.5", at(i64::MIN, 500_000_000)),
    ] {
        assert_reads::<EpochSeconds>(text, time);
    }
}

#[test]
fn what_is_finer_than_a_nanosecond_is_cut_off() {
    let digits = "12345678999999999999999999999999999999999999";
    let date_time = format!("2019-12-07T23:48:18.{digits}Z");
    let http_date = format!("Sat, 07 Dec 2019 23:48:18.{digits} GMT");
    let moment = at(1_575_762_498, 123_456_789);
    assert_reads::<DateTimeFormat>(&date_time, moment);
    assert_reads::<HttpDate>(&http_date, moment);
    assert_reads::<EpochSeconds>(&format!("1575762498.{digits}"), moment);
    assert_reads::<EpochSeconds>("-0.0000000019", at(-1, 999_999_999));
    assert_reads::<EpochSeconds>("1e-400", at(0, 0));
}

#[test]
fn headers_need_not_keep_to_the_grammar_of_json() {
    for text in ["+1500", "01500", " 1500 ", "+1.5e3"] {
        let read = from_header::<EpochSeconds, _>(text);
        assert_eq!(read, Some(at(1_500, 0)), "{text}");
    }
}

#[test]
fn a_leap_second_is_the_second_after_it() {
    let after = at(BEFORE_LEAP_SECOND + 1, 0);
    assert_reads::<DateTimeFormat>("2016-12-31T23:59:60Z", after);
    assert_reads::<DateTimeFormat>("2016-12-31t23:59:60z", after);
    assert_reads::<DateTimeFormat>("2017-01-01T00:59:60+01:00", after);
    assert_reads::<HttpDate>("Sat, 31 Dec 2016 23:59:60 GMT", after);
    let half_past = at(BEFORE_LEAP_SECOND + 1, 500_000_000);
    assert_reads::<DateTimeFormat>("2016-12-31T23:59:60.5Z", half_past);
}

#[test]
fn a_moment_can_be_read_that_cannot_be_written() {
    assert_reads::<DateTimeFormat>("0000-12-31T23:59:59Z", at(FIRST - 1, 0));
    assert_reads::<DateTimeFormat>("9999-12-31T23:59:59-01:00", at(LAST + 3_600, 0));
}

#[test]
fn a_second_60_that_can_be_no_leap_second_is_refused() {
    for text in [
        "2016-12-31T12:00:60Z",
        "2016-12-30T23:59:60Z",
        "2016-12-31T23:59:60+01:00",
        "2016-12-31T23:59:61Z",
    ] {
        assert_refuses::<DateTimeFormat>(text);
    }
    assert_refuses::<HttpDate>("Sat, 31 Dec 2016 12:00:60 GMT");
}

#[test]
fn what_is_no_date_time_is_refused() {
    for text in [
        "",
        "2019-12-16",
        "2019-12-16 23:48:18Z",
        "2019-12-16T23:48:18",
        "2019-12-16T23:48:18.Z",
        "2019-12-16T23:48:18+0100",
        "2019-12-16T24:00:00Z",
        "2019-02-29T00:00:00Z",
        "2019-12-16T23:48Z",
        "20191216T234818Z",
        "19-12-16T23:48:18Z",
        "10000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "1576540098",
        "Sat, 07 Dec 2019 23:48:18 GMT",
        "２019-12-16T23:48:18Z",
    ] {
        assert_refuses::<DateTimeFormat>(text);
    }
}

#[test]
fn what_is_no_http_date_is_refused() {
    for text in [
        "",
        "2019-12-07T23:48:18Z",
        "Sat, 07 Dec 19 23:48:18 GMT",
        "Saturday, 07-Dec-19 23:48:18 GMT",
        "Sat Dec  7 23:48:18 2019",
        "Sat, 07 Dec 2019 23:48:18",
        "Sat, 07 Dec 2019 23:48:18 UTC",
        "Sat, 07 Dec 2019 23:48:18 +0000",
        "Sat, 07 Dec 2019 23:48:18+01:00 GMT",
        "Sat, 07 Dec 2019 23:48:18Z GMT",
        "Sat, 07 Dec 2019 23:48:18. GMT",
        "Sat, 07 Dec 2019  23:48:18 GMT",
        "Sat, 32 Dec 2019 23:48:18 GMT",
        "Sat, 007 Dec 2019 23:48:18 GMT",
        "Sat, -7 Dec 2019 23:48:18 GMT",
        "Sat, +7 Dec 2019 23:48:18 GMT",
        "Sat,  Dec 2019 23:48:18 GMT",
        "Sat, 07 dec 2019 23:48:18 GMT",
        "Sat, 07 12 2019 23:48:18 GMT",
        "Sat, 07 Dec 12019 23:48:18 GMT",
    ] {
        assert_refuses::<HttpDate>(text);
    }
}

#[test]
fn what_is_no_number_of_seconds_is_refused() {
    for text in [
        "", "-", ".5", "1.", "1e", "1e+", "1.e3", "--1", "+-1", "1_000", "0x10", "NaN", "Infinity",
        "1 2", "1.5.5", "1e5e5", "1e1.5", "１",
    ] {
        assert_refuses::<EpochSeconds>(text);
    }
}

#[test]
fn seconds_that_no_moment_has_are_out_of_range() {
    for text in [
        "9223372036854775808",
        "-9223372036854775808.000000001",
        "1e30",
        "-1e30",
        "1e999999999999999999999",
    ] {
        assert_refuses::<EpochSeconds>(text);
        let error = wire::read::<Json, DateTime>(text.as_bytes()).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::NumberOutOfRange, "{text}");
    }
}
