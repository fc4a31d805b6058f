//! Tables among blocks.

use super::Writer;
use crate::lower::docs::table::Table;

impl Writer {
    /// Starts a table. A table within a cell becomes more rows of the outer one.
    pub(in crate::lower::docs) fn open_table(&mut self) {
        self.end_block();
        self.table.get_or_insert_default();
    }

    /// Starts a row; nothing outside of a table.
    pub(in crate::lower::docs) fn open_row(&mut self) {
        self.end_block();
        if let Some(table) = &mut self.table {
            table.open_row();
        }
    }

    /// Starts a cell; nothing outside of a table.
    pub(in crate::lower::docs) fn open_cell(&mut self) {
        self.end_block();
        if let Some(table) = &mut self.table {
            table.open_cell();
        }
    }

    /// Writes the table that is open.
    pub(in crate::lower::docs) fn close_table(&mut self) {
        self.end_block();
        let lines = self.table.take().map(Table::lines).unwrap_or_default();
        if !lines.is_empty() {
            self.write(&lines);
        }
    }
}
