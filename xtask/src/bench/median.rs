//! What counts of many measurements of one thing: the one in the middle, and how far they are spread.

/// The median of measurements, and how far they are from it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Middle {
    /// The median.
    pub median: f64,
    /// Half the distance of the quartiles: half of the measurements are no farther apart than twice
    /// this.
    pub spread: f64,
}

impl Middle {
    /// That of these numbers; zero where there are none.
    pub fn of(mut numbers: Vec<f64>) -> Self {
        numbers.sort_by(f64::total_cmp);
        let middle = numbers.len() / 2;
        let upper = numbers.len() - middle;
        Self {
            median: median(&numbers),
            spread: (median(&numbers[upper..]) - median(&numbers[..middle])) / 2.0,
        }
    }

    /// The median in its unit, and the spread as a part of it, e.g. `1.25 s ± 0.8 %`.
    pub fn shown(self, unit: fn(f64) -> String) -> String {
        let percent = if self.median > 0.0 {
            100.0 * self.spread / self.median
        } else {
            0.0
        };
        format!("{} ± {percent:.1} %", unit(self.median))
    }
}

/// The one in the middle of sorted numbers, or between the two there; of nothing, zero.
fn median(numbers: &[f64]) -> f64 {
    let middle = numbers.len() / 2;
    match numbers.get(middle) {
        None => 0.0,
        Some(upper) if numbers.len() % 2 == 1 => *upper,
        Some(upper) => f64::midpoint(numbers[middle - 1], *upper),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::units;

    fn of(numbers: &[f64]) -> (f64, f64) {
        let Middle { median, spread } = Middle::of(numbers.to_vec());
        (median, spread)
    }

    #[test]
    fn the_median_is_in_the_middle_whatever_the_order() {
        assert_eq!(of(&[9.0, 1.0, 2.0]).0, 2.0);
    }

    #[test]
    fn the_median_of_an_even_number_is_between_two() {
        assert_eq!(of(&[100.0, 1.0, 2.0, 4.0]).0, 3.0);
    }

    #[test]
    fn the_median_of_nothing_is_zero() {
        assert_eq!(of(&[]), (0.0, 0.0));
    }

    #[test]
    fn one_far_away_does_not_spread_the_others() {
        assert_eq!(of(&[10.0, 11.0, 12.0, 13.0, 900.0]), (12.0, 223.0));
        assert_eq!(of(&[1.0, 10.0, 11.0, 12.0, 13.0, 14.0, 900.0]), (12.0, 2.0));
    }

    #[test]
    fn one_measurement_has_no_spread() {
        assert_eq!(of(&[7.0]), (7.0, 0.0));
    }

    #[test]
    fn the_spread_is_shown_as_a_part_of_the_median() {
        let middle = Middle {
            median: 1.25,
            spread: 0.01,
        };
        assert_eq!(middle.shown(units::seconds), "1.25 s ± 0.8 %");
        assert_eq!(Middle::default().shown(units::seconds), "0.00 µs ± 0.0 %");
    }
}
