//! Timestamps: tag 1, of integers and of floats.

use aws_smithy_types::DateTime;
use proptest::prelude::*;

use super::everything::Everything;
use super::{read, refusal, write};
use crate::support::wire::ErrorKind;

fn at(seconds: i64, nanoseconds: u32) -> DateTime {
    DateTime::from_secs_and_nanos(seconds, nanoseconds)
}

#[test]
fn whole_seconds_are_an_integer_and_others_a_double() {
    let cases = [
        (at(0, 0), "c100"),
        (at(1_576_540_098, 0), "c11a5df817c2"),
        (at(-1, 0), "c120"),
        (at(i64::MAX, 0), "c11b7fffffffffffffff"),
        (at(i64::MIN, 0), "c13b7fffffffffffffff"),
        (at(1, 500_000_000), "c1fb3ff8000000000000"),
        (at(-2, 500_000_000), "c1fbbff8000000000000"),
    ];
    for (moment, message) in cases {
        assert_eq!(write(&moment), message);
        assert_eq!(read(message), Ok(moment));
    }
}

#[test]
fn a_moment_is_read_from_any_number() {
    for message in [
        "c1 02",
        "c1 1b0000000000000002",
        "c1 f94000",
        "c1 fa40000000",
        "c1 fb4000000000000000",
        "02",
    ] {
        assert_eq!(read(message), Ok(at(2, 0)), "{message}");
    }
    assert_eq!(read("c1 f93e00"), Ok(at(1, 500_000_000)));
    assert_eq!(read("c1 fb8000000000000000"), Ok(at(0, 0)));
    assert_eq!(read("c1 fbc3e0000000000000"), Ok(at(i64::MIN, 0)));
    assert_eq!(read("d9d9f7 c1 02"), Ok(at(2, 0)));
}

#[test]
fn the_model_has_no_say_in_it() {
    let moment = at(1_576_540_098, 0);
    let everything = Everything {
        date_time: Some(moment),
        ..Everything::default()
    };
    let message = write(&everything);
    assert!(message.contains("c11a5df817c2"), "{message}");
    assert_eq!(read(&message), Ok(everything));
}

#[test]
fn a_fraction_is_what_it_was_before_it_became_a_double() {
    for (seconds, nanoseconds) in [
        (1_576_540_098, 520_000_000),
        (946_845_296, 123_000_000),
        (946_845_296, 123_456_000),
        (-1, 999_000_000),
        (0, 1),
        (1, 999_999_999),
        (253_402_300_799, 999_000_000),
    ] {
        let moment = at(seconds, nanoseconds);
        assert_eq!(read(&write(&moment)), Ok(moment));
    }
}

#[test]
fn what_a_double_has_no_room_for_is_cut_off() {
    for (seconds, nanoseconds, cut) in [
        // The nearest double is the next second.
        (1_576_540_098, 999_999_999, 999_999_000),
        (253_402_300_799, 999_999_999, 999_000_000),
        (1_576_540_098, 999, 0),
        (1 << 53, 500_000_000, 0),
        ((1 << 60) + 1, 500_000_000, 0),
        (i64::MAX, 999_999_999, 0),
        (i64::MIN, 500_000_000, 0),
    ] {
        let message = write(&at(seconds, nanoseconds));
        assert_eq!(read(&message), Ok(at(seconds, cut)));
    }
}

#[test]
fn what_is_no_moment_is_refused() {
    let too_large = (ErrorKind::NumberOutOfRange, 0);
    for message in [
        "c1 1b8000000000000000",
        "c1 3b8000000000000000",
        "c1 fb43e0000000000000",
        "c1 fb7fefffffffffffff",
        "c1 f97c00",
        "c1 f97e00",
    ] {
        assert_eq!(refusal::<DateTime>(message), too_large, "{message}");
    }
    let refused = (ErrorKind::ExpectedTimestamp, 0);
    // Texts have another tag, days too.
    for message in [
        "c0 61 61", "61 61", "c1 61 61", "c1 80", "d864 01", "c2 41 01", "f5",
    ] {
        assert_eq!(refusal::<DateTime>(message), refused, "{message}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn milliseconds_are_read_as_they_were(
        seconds in -62_135_596_800..253_402_300_800_i64,
        milliseconds in 0..1_000_u32,
    ) {
        let moment = at(seconds, milliseconds * 1_000_000);
        prop_assert_eq!(read(&write(&moment)), Ok(moment));
    }

    #[test]
    fn microseconds_are_read_as_they_were_until_2242(
        seconds in -(1 << 33)..(1_i64 << 33),
        microseconds in 0..1_000_000_u32,
    ) {
        let moment = at(seconds, microseconds * 1_000);
        prop_assert_eq!(read(&write(&moment)), Ok(moment));
    }

    #[test]
    fn any_moment_is_read_with_as_many_digits_as_it_keeps(
        seconds in any::<i64>(),
        right in 0..63_u32,
        nanoseconds in 0..1_000_000_000_u32,
    ) {
        let moment = at(seconds >> right, nanoseconds);
        let kept: DateTime = read(&write(&moment)).expect("it was written by us");
        let unit = [1, 1_000, 1_000_000, 1_000_000_000]
            .into_iter()
            .find(|unit| at(moment.secs(), nanoseconds / unit * unit) == kept);
        prop_assert!(unit.is_some(), "{moment:?} and {kept:?}");
        prop_assert!(moment.secs().abs() >= 1 << 38 || unit <= Some(1_000_000));
    }

    #[test]
    fn any_float_is_a_moment_less_than_a_nanosecond_away_or_refused(bits in any::<u64>()) {
        let seconds = f64::from_bits(bits);
        if let Ok(moment) = read::<DateTime>(&format!("c1fb{bits:016x}")) {
            let nearest = moment.as_secs_f64();
            prop_assert!((seconds - nearest).abs() <= 2e-9, "{nearest} and {seconds}");
        } else {
            prop_assert!(seconds.is_nan() || seconds.abs() >= 9.2e18, "{seconds}");
        }
    }
}
