//! Numbers as tables show them: three digits that count, in the unit that suits.

/// A time, e.g. `1.25 s`, `58.3 ms` or `14.5 µs`.
pub fn seconds(seconds: f64) -> String {
    match seconds {
        _ if seconds >= 120.0 => format!("{:.1} min", seconds / 60.0),
        _ if seconds >= 1.0 => format!("{} s", digits(seconds)),
        _ if seconds >= 1e-3 => format!("{} ms", digits(seconds * 1e3)),
        _ => format!("{} µs", digits(seconds * 1e6)),
    }
}

/// A size, e.g. `7.41 MB`: a megabyte is a million bytes.
pub fn bytes(bytes: f64) -> String {
    match bytes {
        _ if bytes >= 1e9 => format!("{} GB", digits(bytes / 1e9)),
        _ if bytes >= 1e6 => format!("{} MB", digits(bytes / 1e6)),
        _ => format!("{} kB", digits(bytes / 1e3)),
    }
}

/// How many there are, e.g. `1.25 million`.
pub fn count(count: f64) -> String {
    match count {
        _ if count >= 1e6 => format!("{} million", digits(count / 1e6)),
        _ => format!("{count:.0}"),
    }
}

/// How many of these go into that, e.g. `8.51`; `-` where there is nothing to divide by.
pub fn ratio(that: f64, these: f64) -> String {
    if these > 0.0 {
        digits(that / these)
    } else {
        "-".to_owned()
    }
}

/// Three digits, or all of those before the point.
fn digits(number: f64) -> String {
    match number {
        _ if number >= 99.95 => format!("{number:.0}"),
        _ if number >= 9.995 => format!("{number:.1}"),
        _ => format!("{number:.2}"),
    }
}

/// A count as a number to divide.
#[allow(clippy::cast_precision_loss, reason = "no file has 2^52 bytes")]
pub fn number(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_in_the_unit_that_suits() {
        let shown = [219.0, 48.84, 1.1, 0.0583, 1.45e-5].map(seconds);
        assert_eq!(shown, ["3.6 min", "48.8 s", "1.10 s", "58.3 ms", "14.5 µs"]);
    }

    #[test]
    fn sizes_are_in_the_unit_that_suits() {
        let shown = [5.5e9, 7.41e6, 98_123.0].map(bytes);
        assert_eq!(shown, ["5.50 GB", "7.41 MB", "98.1 kB"]);
    }

    #[test]
    fn a_count_is_whole_up_to_a_million() {
        let shown = [4_215_977.0, 98_123.2, 0.0].map(count);
        assert_eq!(shown, ["4.22 million", "98123", "0"]);
    }

    #[test]
    fn rounding_adds_no_digit() {
        assert_eq!([9.996, 99.96, 1234.0].map(digits), ["10.0", "100", "1234"]);
    }

    #[test]
    fn a_ratio_of_nothing_is_none() {
        assert_eq!([ratio(3.0, 2.0), ratio(3.0, 0.0)], ["1.50", "-"]);
    }
}
