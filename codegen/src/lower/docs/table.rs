//! Tables: rows of cells, each of one line.

use super::wrap;

/// Rows have no more cells: all are as wide as the widest. What would be in others is in the last.
const MOST_COLUMNS: usize = 32;

/// A table that is being read. Its first row is its head.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn open_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn open_cell(&mut self) {
        if self.rows.is_empty() {
            self.open_row();
        }
        if let Some(row) = self.rows.last_mut()
            && row.len() < MOST_COLUMNS
        {
            row.push(String::new());
        }
    }

    /// Adds text to the last cell, after a space where the cell has text already.
    pub(super) fn push(&mut self, text: &str) {
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.open_cell();
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            let line = text.replace([wrap::UNBROKEN_SPACE, wrap::HARD_BREAK], " ");
            cell.push_str(&line.replace('|', "\\|"));
        }
    }

    /// The table in Markdown, where all rows have as many cells as the widest one.
    pub(super) fn lines(mut self) -> Vec<String> {
        self.rows.retain(|row| !row.is_empty());
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut lines = Vec::with_capacity(self.rows.len() + 1);
        for mut row in self.rows {
            row.resize(columns, String::new());
            lines.push(format!("| {} |", row.join(" | ")));
            if lines.len() == 1 {
                lines.push(format!("|{}", " --- |".repeat(columns)));
            }
        }
        lines
    }
}
