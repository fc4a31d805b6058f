//! A table of two states: what each of them takes, and how today's compares.

use crate::bench::median::Middle;
use crate::bench::table::Table;

/// A table of two states.
pub struct Comparison(Table);

impl Comparison {
    /// A table with this header.
    pub fn new(header: &[String; 4]) -> Self {
        Self(Table::new(&header.each_ref().map(String::as_str)))
    }

    /// Adds what was measured more than once: the revision's, then today's.
    pub fn measured(&mut self, what: &str, [before, today]: [Middle; 2], unit: fn(f64) -> String) {
        let ratio = ratio(before.median, today.median);
        let cells = [before, today].map(|middle| middle.shown(unit));
        self.row(what, cells, ratio);
    }

    /// Adds what is always the same: the revision's, then today's.
    pub fn counted(&mut self, what: &str, [before, today]: [f64; 2], unit: fn(f64) -> String) {
        self.row(what, [before, today].map(unit), ratio(before, today));
    }

    fn row(&mut self, what: &str, [before, today]: [String; 2], ratio: String) {
        self.0.row([what.to_owned(), before, today, ratio]);
    }

    /// The table as Markdown, with a line of notes below it.
    pub fn markdown(&self, note: &str) -> String {
        self.0.markdown(note)
    }
}

/// How today's compares, to a thousandth: what is asked for is a few hundredths.
fn ratio(before: f64, today: f64) -> String {
    if before > 0.0 {
        format!("{:.3}", today / before)
    } else {
        "-".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::units;

    #[test]
    fn a_row_shows_both_states_and_how_todays_compares() {
        let header = ["reading", "abc123", "today", "today / abc123"].map(str::to_owned);
        let mut table = Comparison::new(&header);
        let middle = |median| Middle {
            median,
            spread: 0.002,
        };
        table.measured("time", [middle(0.2), middle(0.203)], units::seconds);
        table.counted("source", [2000.0, 1000.0], units::bytes);
        table.counted("nothing", [0.0, 1000.0], units::bytes);
        let expected = "\
| reading |         abc123 |          today | today / abc123 |
| ------- | -------------: | -------------: | -------------: |
| time    | 200 ms ± 1.0 % | 203 ms ± 1.0 % |          1.015 |
| source  |        2.00 kB |        1.00 kB |          0.500 |
| nothing |        0.00 kB |        1.00 kB |              - |

How.
";
        assert_eq!(table.markdown("How."), expected);
    }
}
