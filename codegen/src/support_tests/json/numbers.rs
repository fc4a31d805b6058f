//! Integers, floats and big numbers, at their limits and beyond.

use aws_smithy_types::{BigDecimal, BigInteger};

use super::{failure, read, refusal, write};
use crate::support::wire::ErrorKind;

#[test]
fn integers_go_to_the_limits_of_their_types() {
    assert_eq!(read("127"), Ok(i8::MAX));
    assert_eq!(read("-128"), Ok(i8::MIN));
    assert_eq!(read("32767"), Ok(i16::MAX));
    assert_eq!(read("-32768"), Ok(i16::MIN));
    assert_eq!(read("2147483647"), Ok(i32::MAX));
    assert_eq!(read("-2147483648"), Ok(i32::MIN));
    assert_eq!(read("9223372036854775807"), Ok(i64::MAX));
    assert_eq!(read("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(read("-0"), Ok(0));
}

#[test]
fn integers_beyond_the_limits_are_refused_where_they_start() {
    let refused = (ErrorKind::NumberOutOfRange, 1);
    assert_eq!(refusal::<Vec<i8>>("[128]"), refused);
    assert_eq!(refusal::<Vec<i8>>("[-129]"), refused);
    assert_eq!(refusal::<Vec<i16>>("[32768]"), refused);
    assert_eq!(refusal::<Vec<i32>>("[2147483648]"), refused);
    assert_eq!(refusal::<Vec<i32>>("[-2147483649]"), refused);
    assert_eq!(refusal::<Vec<i64>>("[9223372036854775808]"), refused);
    assert_eq!(refusal::<Vec<i64>>("[-9223372036854775809]"), refused);
    assert_eq!(refusal::<Vec<i64>>("[1e19]"), refused);
    assert_eq!(refusal::<Vec<i64>>("[1e999999999999999999999]"), refused);
}

#[test]
fn integers_of_any_length_are_read_alike() {
    let mut value: i64 = 0;
    for digit in (1..=9).chain(0..=9) {
        value = value * 10 + digit;
        assert_eq!(read(&value.to_string()), Ok(value));
        assert_eq!(read(&(-value).to_string()), Ok(-value));
        assert_eq!(write(&value), value.to_string());
        assert_eq!(write(&-value), (-value).to_string());
    }
}

#[test]
fn integers_may_be_written_with_a_point_or_an_exponent() {
    let cases = [
        ("1.0", 1),
        ("-1.000", -1),
        ("1e2", 100),
        ("1.5e1", 15),
        ("1200e-2", 12),
        ("0.0", 0),
        ("0e99999999999999999999", 0),
        ("0e-99999999999999999999", 0),
        ("9223372036854775.807e3", i64::MAX),
        ("-9223372036854775808.0", i64::MIN),
    ];
    for (text, value) in cases {
        assert_eq!(read::<i64>(text), Ok(value), "{text}");
    }
    for text in ["1.5", "1e-1", "0.1", "15e-1", "1e-99999999999999999999"] {
        assert_eq!(
            refusal::<i64>(text),
            (ErrorKind::ExpectedInteger, 0),
            "{text}"
        );
    }
}

#[test]
fn an_integer_has_no_zeros_in_front() {
    for (text, offset) in [("01", 1), ("-01", 2), ("00", 1), ("-00", 2), ("007", 1)] {
        assert_eq!(
            refusal::<i64>(text),
            (ErrorKind::TrailingText, offset),
            "{text}"
        );
    }
}

#[test]
fn an_integer_is_not_read_from_a_string() {
    assert_eq!(refusal::<i32>("\"1\""), (ErrorKind::ExpectedNumber, 0));
    assert_eq!(refusal::<i32>("true"), (ErrorKind::ExpectedNumber, 0));
}

#[test]
fn every_double_is_read_back_as_the_same_double() {
    let edges = [
        0.0,
        -0.0,
        1.0,
        0.1,
        -1.5,
        1e15,
        1e16,
        1e21,
        1e300,
        1e-5,
        1e-7,
        123_456_789.123_456_79,
        9_007_199_254_740_993.0,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        f64::EPSILON,
        5e-324,
        2.225_073_858_507_201e-308,
    ];
    for value in edges {
        let text = write(&value);
        let again: f64 = read(&text).expect("it was written by us");
        assert_eq!(again.to_bits(), value.to_bits(), "{text}");
        assert!(text.len() < 25, "{text} is not short");
    }
}

#[test]
fn every_float_is_written_with_no_more_digits_than_it_has() {
    assert_eq!(write(&0.1_f32), "0.1");
    assert_eq!(write(&16_777_216_f32), "16777216.0");
    assert_eq!(write(&f32::MAX), "3.4028235e38");
    assert_eq!(read("3.4028235e38"), Ok(f32::MAX));
    assert_eq!(read("0.1"), Ok(0.1_f32));
    assert_eq!(refusal::<f32>("3.5e38"), (ErrorKind::NumberOutOfRange, 0));
}

#[test]
fn floats_are_read_from_any_number() {
    assert_eq!(read("1"), Ok(1.0));
    assert_eq!(read("-1"), Ok(-1.0));
    assert_eq!(read("1e2"), Ok(100.0));
    assert_eq!(
        read("123456789012345678901234567890"),
        Ok(1.234_567_890_123_456_8e29)
    );
    assert_eq!(read("1e-400"), Ok(0.0));
    assert_eq!(refusal::<f64>("1e400"), (ErrorKind::NumberOutOfRange, 0));
}

#[test]
fn floats_that_json_cannot_say_are_strings() {
    assert_eq!(write(&f64::NAN), r#""NaN""#);
    assert_eq!(write(&f64::INFINITY), r#""Infinity""#);
    assert_eq!(write(&f32::NEG_INFINITY), r#""-Infinity""#);
    assert!(read::<f64>(r#""NaN""#).is_ok_and(f64::is_nan));
    assert!(read::<f32>(r#""NaN""#).is_ok_and(f32::is_nan));
    assert_eq!(read(r#""Infinity""#), Ok(f64::INFINITY));
    assert_eq!(read(r#""-Infinity""#), Ok(f64::NEG_INFINITY));
    for text in [r#""nan""#, r#""inf""#, r#""1.5""#, r#""""#] {
        assert_eq!(
            refusal::<f64>(text),
            (ErrorKind::ExpectedNumber, 0),
            "{text}"
        );
    }
}

#[test]
fn big_numbers_keep_every_digit() {
    for text in ["0", "-1", "123456789012345678901234567890"] {
        let value: BigInteger = read(text).expect(text);
        assert_eq!(value.as_ref(), text);
        assert_eq!(write(&value), text);
    }
    for text in [
        "1.10",
        "-0.0",
        "1E+400",
        "3.14159265358979323846264338327950288",
    ] {
        let value: BigDecimal = read(text).expect(text);
        assert_eq!(value.as_ref(), text);
        assert_eq!(write(&value), text);
    }
}

#[test]
fn big_numbers_may_come_in_strings() {
    let integer: BigInteger = read(r#""-12345678901234567890""#).expect("an integer");
    assert_eq!(integer.as_ref(), "-12345678901234567890");
    let decimal: BigDecimal = read(r#""1.5e-3""#).expect("a decimal");
    assert_eq!(decimal.as_ref(), "1.5e-3");
    for text in [
        r#""""#, r#""007""#, r#""+1""#, r#""1 ""#, r#"" 1""#, r#""NaN""#,
    ] {
        assert_eq!(
            refusal::<BigDecimal>(text),
            (ErrorKind::ExpectedNumber, 0),
            "{text}"
        );
    }
    assert_eq!(
        refusal::<BigInteger>("1.5"),
        (ErrorKind::ExpectedInteger, 0)
    );
    assert_eq!(
        refusal::<BigDecimal>("1e99999999999999999999999999999999999999999"),
        (ErrorKind::NumberOutOfRange, 0)
    );
}

#[test]
fn big_numbers_that_are_no_json_are_not_sent() {
    let integer: BigInteger = "007".parse().expect("a big integer");
    assert!(failure(&integer).contains("big number"));
    for text in ["+5", ".5", "5."] {
        let decimal: BigDecimal = text.parse().expect("a big decimal");
        assert!(failure(&decimal).contains("big number"), "{text}");
    }
}
