//! Numbers of any size.

use aws_smithy_types::{BigDecimal, BigInteger};
use proptest::prelude::*;

use super::{failure, read, refusal, write};
use crate::support::wire::ErrorKind;

fn integer(text: &str) -> BigInteger {
    text.parse().expect("a big integer")
}

fn decimal(text: &str) -> BigDecimal {
    text.parse().expect("a big decimal")
}

#[test]
fn a_big_integer_is_only_as_big_as_it_has_to_be() {
    let cases = [
        ("0", "00"),
        ("-1", "20"),
        ("18446744073709551615", "1bffffffffffffffff"),
        ("18446744073709551616", "c249010000000000000000"),
        ("-18446744073709551616", "3bffffffffffffffff"),
        ("-18446744073709551617", "c349010000000000000000"),
        (
            "340282366920938463463374607431768211456",
            "c2510100000000000000000000000000000000",
        ),
        (
            "-340282366920938463463374607431768211456",
            "c350ffffffffffffffffffffffffffffffff",
        ),
    ];
    for (text, message) in cases {
        assert_eq!(write(&integer(text)), message);
        assert_eq!(read(message), Ok(integer(text)));
    }
    assert_eq!(write(&integer("-007")), "26");
    assert_eq!(write(&integer("-0")), "00");
}

#[test]
fn a_big_integer_is_read_from_whatever_bytes() {
    let cases = [
        ("c2 40", "0"),
        ("c2 41 00", "0"),
        ("c2 43 000001", "1"),
        ("c3 40", "-1"),
        ("c3 41 00", "-1"),
        ("c2 5f 41 01 42 0000 ff", "65536"),
        ("d9d9f7 c2 41 02", "2"),
        ("c3 44 3b9ac9ff", "-1000000000"),
        ("1807", "7"),
        ("3bffffffffffffffff", "-18446744073709551616"),
    ];
    for (message, text) in cases {
        assert_eq!(read(message), Ok(integer(text)), "{message}");
    }
}

#[test]
fn what_is_no_big_integer_is_refused() {
    let refused = (ErrorKind::ExpectedInteger, 0);
    for message in [
        "41 01",
        "c1 41 01",
        "c2 61 31",
        "c2 d818 41 01",
        "f93c00",
        "80",
        "c4 82 00 01",
    ] {
        assert_eq!(refusal::<BigInteger>(message), refused, "{message}");
    }
}

#[test]
fn a_big_decimal_is_an_exponent_and_digits() {
    let cases = [
        ("1.10", "c4822118 6e"),
        ("-273.15", "c48221196ab2"),
        ("5", "c4820005"),
        ("1e5", "c4820501"),
        ("0.05", "c4822105"),
        ("-1.5E-400", "c48239019 00e"),
        ("1E+400", "c48219019001"),
        ("18446744073709551616", "c48200c249010000000000000000"),
    ];
    for (text, message) in cases {
        let (message, text) = (message.replace(' ', ""), decimal(text));
        if text.as_ref() != "-273.15" && text.as_ref() != "-1.5E-400" {
            assert_eq!(write(&text), message);
        }
        assert_eq!(read(&write(&text)), Ok(text));
    }
    assert_eq!(write(&decimal("-273.15")), "c48221396ab2");
    assert_eq!(write(&decimal("-1.5E-400")), "c4823901902e");
    assert_eq!(write(&decimal("+.5")), "c4822005");
    assert_eq!(write(&decimal("5.")), "c4820005");
    assert_eq!(write(&decimal("-0.0")), "c4822000");
}

#[test]
fn a_big_decimal_is_written_as_people_write_it() {
    let cases = [
        ("c4 82 21 186e", "1.10"),
        ("c4 82 21 05", "0.05"),
        ("c4 82 21 24", "-0.05"),
        ("c4 82 00 3863", "-100"),
        ("c4 82 05 01", "1e5"),
        ("c4 82 3840 01", "1e-65"),
        ("c4 9f 20 01 ff", "0.1"),
        ("c4 82 20 c2 49 010000000000000000", "1844674407370955161.6"),
        ("07", "7"),
        ("c2 49 010000000000000000", "18446744073709551616"),
        ("fb3fb999999999999a", "0.1"),
        ("f93c00", "1.0"),
    ];
    for (message, text) in cases {
        let read: BigDecimal = read(message).expect(message);
        assert_eq!(read.as_ref(), text, "{message}");
    }
}

#[test]
fn what_is_no_big_decimal_is_refused() {
    for message in [
        "c4 80",
        "c4 81 00",
        "c4 83 00 01 02",
        "c4 9f 00 01 02 ff",
        "82 00 01",
        "61 31",
    ] {
        let refused = (ErrorKind::ExpectedNumber, 0);
        assert_eq!(refusal::<BigDecimal>(message), refused, "{message}");
    }
    assert_eq!(
        refusal::<BigDecimal>("c4 82 61 31 01").0,
        ErrorKind::ExpectedNumber
    );
    assert_eq!(
        refusal::<BigDecimal>("c4 82 00 f93c00").0,
        ErrorKind::ExpectedInteger
    );
    assert_eq!(refusal::<BigDecimal>("41 01").0, ErrorKind::ExpectedInteger);
    assert_eq!(
        refusal::<BigDecimal>("f97e00").0,
        ErrorKind::NumberOutOfRange
    );
}

#[test]
fn an_exponent_may_be_huge_and_costs_nothing() {
    let large: BigDecimal = read("c4 82 1b7fffffffffffffff 01").expect("it fits");
    assert_eq!(large.as_ref(), "1e9223372036854775807");
    assert_eq!(write(&large), "c4821b7fffffffffffffff01");
    for message in ["c4 82 1b8000000000000000 01", "c4 82 3bffffffffffffffff 01"] {
        assert_eq!(
            refusal::<BigDecimal>(message).0,
            ErrorKind::NumberOutOfRange
        );
    }
}

#[test]
fn a_big_number_has_8192_bits_at_most() {
    let largest = format!("c2590400{}", "ff".repeat(1_024));
    let integer: BigInteger = read(&largest).expect("it has 8192 bits");
    assert_eq!(integer.as_ref().len(), 2_467);
    assert_eq!(write(&integer), largest);
    let larger = format!("c2590401{}", "01".repeat(1_025));
    let refused = (ErrorKind::NumberOutOfRange, 0);
    assert_eq!(refusal::<BigInteger>(&larger), refused);
    let too_many: BigInteger = "9".repeat(2_467).parse().expect("a big integer");
    assert!(failure(&too_many).contains("8,192 bits"));
    let far_too_many: BigDecimal = "9".repeat(1_000_000).parse().expect("a big decimal");
    assert!(failure(&far_too_many).contains("8,192 bits"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_big_integer_is_read_as_it_was_written(text in "-?[1-9][0-9]{0,400}") {
        let value = integer(&text);
        prop_assert_eq!(read(&write(&value)), Ok(value));
    }

    #[test]
    fn big_integers_are_what_others_read(value in any::<i128>()) {
        let message = super::bytes(&write(&integer(&value.to_string())));
        let theirs: i128 = ciborium::from_reader(&message[..]).expect("an integer");
        prop_assert_eq!(theirs, value);
    }

    #[test]
    fn any_big_decimal_is_read_as_it_was_written(
        text in "[+-]?[0-9]{0,60}(\\.[0-9]{1,60})([eE][+-]?[0-9]{1,18})?",
    ) {
        let value = decimal(&text);
        prop_assert_eq!(read(&write(&value)), Ok(value));
    }
}
