//! What is written is read back as it was, but for what is finer than its format.

use aws_smithy_types::DateTime;
use proptest::prelude::*;

use super::{FIRST, InBodies, LAST, at, from_body, from_header, written};
use crate::support::http_binding::TextAs;
use crate::support::timestamp::{DateTimeFormat, EpochSeconds, HttpDate};

/// Whether a moment is written, and read back in whatever place it stands, in steps of so many
/// nanoseconds.
fn is_read_back<F: InBodies>(moment: DateTime, step: u32) -> bool
where
    DateTime: TextAs<F>,
{
    let nanoseconds = moment.subsec_nanos();
    let expected = Some(at(moment.secs(), nanoseconds - nanoseconds % step));
    let texts: Vec<String> = written::<F>(moment).into_iter().flatten().collect();
    let mut same = texts.iter().map(|text| F::read(text) == expected);
    texts.len() == 4
        && same.all(|same| same)
        && from_body::<F>(&texts[0]) == expected
        && from_header::<F, _>(&texts[1]) == expected
}

/// Whether a text is refused, or is a moment whose text in the same format is that moment again.
fn is_settled<F: InBodies>(text: &str) -> bool {
    let again = F::read(text).and_then(|moment| F::write(&moment));
    again.is_none_or(|text| F::read(&text).and_then(|read| F::write(&read)) == Some(text))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_time_is_read_back(seconds in FIRST..=LAST, nanos in 0_u32..1_000_000_000) {
        prop_assert!(is_read_back::<DateTimeFormat>(at(seconds, nanos), 1_000));
    }

    #[test]
    fn an_http_date_is_read_back(seconds in FIRST..=LAST, nanos in 0_u32..1_000_000_000) {
        prop_assert!(is_read_back::<HttpDate>(at(seconds, nanos), 1_000_000_000));
    }

    #[test]
    fn epoch_seconds_are_read_back(seconds in any::<i64>(), nanos in 0_u32..1_000_000_000) {
        prop_assert!(is_read_back::<EpochSeconds>(at(seconds, nanos), 1));
    }

    #[test]
    fn an_offset_moves_a_moment_by_itself(
        seconds in FIRST + 86_400..=LAST - 86_400, hours in 0_i64..24, minutes in 0_i64..60,
    ) {
        let local = at(seconds, 0).to_string();
        let local = local.trim_end_matches('Z');
        let offset = hours * 3_600 + minutes * 60;
        for (sign, moment) in [('+', seconds - offset), ('-', seconds + offset)] {
            let text = format!("{local}{sign}{hours:02}:{minutes:02}");
            prop_assert_eq!(from_body::<DateTimeFormat>(&text), Some(at(moment, 0)));
        }
    }

    #[test]
    fn an_exponent_moves_the_point(number in any::<i32>(), places in 0_usize..9) {
        let plain = format!("{:.9}", f64::from(number) / 10_f64.powi(9));
        let moved = format!("{number}e-9");
        prop_assert_eq!(from_body::<EpochSeconds>(&moved), from_body::<EpochSeconds>(&plain));
        let zeros = "0".repeat(places);
        let shifted = format!("{number}{zeros}e-{places}");
        prop_assert_eq!(from_header::<EpochSeconds, _>(&shifted), Some(at(number.into(), 0)));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert!(is_settled::<DateTimeFormat>(&text));
        prop_assert!(is_settled::<HttpDate>(&text));
        prop_assert!(is_settled::<EpochSeconds>(&text));
    }

    #[test]
    fn what_looks_like_a_date_time_is_read_or_refused(
        text in "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{0,12})?(Z|z|[+-][0-2][0-9]:[0-5][0-9])?",
    ) {
        prop_assert!(is_settled::<DateTimeFormat>(&text));
    }

    #[test]
    fn what_looks_like_an_http_date_is_read_or_refused(
        text in "(Mon|Tuesday|), [0-3]?[0-9] (Jan|Feb|Dec) [0-9]{2,5} [0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{0,12})?( GMT|Z)",
    ) {
        prop_assert!(is_settled::<HttpDate>(&text));
    }

    #[test]
    fn what_looks_like_a_number_is_read_or_refused(
        text in "[+-]?[0-9]{0,25}(\\.[0-9]{0,25})?([eE][+-]?[0-9]{0,22})?",
    ) {
        prop_assert!(is_settled::<EpochSeconds>(&text));
    }
}
