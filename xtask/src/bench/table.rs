//! Tables in Markdown, laid out so that they read well as text too.

use std::fmt::Write as _;

/// A table: a header, and a row for each thing compared. All columns but the first hold numbers.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with this header.
    pub fn new(header: &[&str]) -> Self {
        Self {
            rows: vec![header.iter().map(|cell| (*cell).to_owned()).collect()],
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    /// The table as Markdown, with a line of notes below it.
    pub fn markdown(&self, note: &str) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: &Vec<String>, column: usize| row.get(column).cloned().unwrap_or_default();
        let width = |column| {
            let widths = self
                .rows
                .iter()
                .map(|row| cell(row, column).chars().count());
            widths.max().unwrap_or(0).max(4)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut text = String::new();
        for (at, row) in self.rows.iter().enumerate() {
            for (column, &width) in widths.iter().enumerate() {
                let cell = cell(row, column);
                let _ = match column {
                    0 => write!(text, "| {cell:width$} |"),
                    _ => write!(text, " {cell:>width$} |"),
                };
            }
            text.push('\n');
            if at == 0 {
                text += &rule(&widths);
            }
        }
        let _ = write!(text, "\n{note}\n");
        text
    }
}

/// The line below the header.
fn rule(widths: &[usize]) -> String {
    let mut text = String::new();
    for (column, &width) in widths.iter().enumerate() {
        let _ = match column {
            0 => write!(text, "| {:-<width$} |", ""),
            _ => write!(text, " {:->1$} |", ":", width),
        };
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_markdown_whose_columns_are_below_each_other() {
        let mut table = Table::new(&["one call", "time", "ratio"]);
        table.row(["official".to_owned(), "36.0 µs".to_owned(), String::new()]);
        table.row(["Tinsmith".to_owned(), "9 µs".to_owned(), "0.25".to_owned()]);
        let expected = "\
| one call |    time | ratio |
| -------- | ------: | ----: |
| official | 36.0 µs |       |
| Tinsmith |    9 µs |  0.25 |

Medians.
";
        assert_eq!(table.markdown("Medians."), expected);
    }
}
