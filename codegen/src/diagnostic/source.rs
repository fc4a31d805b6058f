//! Files that were read.

use std::ops::Range;
use std::sync::OnceLock;

/// A file's name and its text.
#[derive(Debug)]
pub struct Source {
    order: usize,
    name: String,
    text: String,
    /// Where each line begins; made when it is first needed.
    line_starts: OnceLock<Vec<usize>>,
}

impl Source {
    /// A file with this name and text, the `order`th of those that were read together.
    #[must_use]
    pub fn new(order: usize, name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            order,
            name: name.into(),
            text: text.into(),
            line_starts: OnceLock::new(),
        }
    }

    /// Its turn among the files that were read together.
    pub(super) fn order(&self) -> usize {
        self.order
    }

    /// The file's name, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file's whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset; both count from 1, the column in characters.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset);
        let before = self.text.get(starts[line - 1]..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let newlines = self.text.match_indices('\n');
            let others = newlines.map(|(newline, _)| newline + 1);
            std::iter::once(0).chain(others).collect()
        })
    }

    /// How many lines there are. What is behind the last line break is one, be it empty.
    pub(super) fn lines(&self) -> usize {
        self.line_starts().len()
    }

    /// The bytes of a line, by its number from 0, without the line break.
    pub(super) fn line(&self, number: usize) -> Range<usize> {
        let line = self.line_with_its_end(number);
        let text = &self.text[line.clone()];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        line.start..line.start + text.len()
    }

    /// A line, by its number from 0, without the line break.
    pub(super) fn line_text(&self, number: usize) -> &str {
        &self.text[self.line(number)]
    }

    /// The bytes of a line, by its number from 0, with the line break.
    pub(super) fn line_with_its_end(&self, number: usize) -> Range<usize> {
        let starts = self.line_starts();
        let end = starts.get(number + 1).copied();
        starts[number]..end.unwrap_or(self.text.len())
    }

    /// The byte offset of a line and a column as `serde_json` counts them: from 1, the column
    /// in bytes, 0 standing for the end of the line before.
    #[must_use]
    pub fn offset(text: &str, line: usize, column: usize) -> usize {
        let line_start: usize = text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        (line_start + column).saturating_sub(1).min(text.len())
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (self.order, &self.name) == (other.order, &other.name)
    }
}

impl Eq for Source {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let source = Source::new(0, "a.json", "{\n  \"ö\": 1\n}");
        assert_eq!(source.line_and_column(0), (1, 1));
        assert_eq!(
            source.line_and_column(source.text().find('1').unwrap()),
            (2, 8)
        );
    }

    #[test]
    fn a_line_and_a_column_lead_back_to_the_byte() {
        let text = "{\n  \"a\": x\n}";
        assert_eq!(Source::offset(text, 2, 8), text.find('x').unwrap());
        assert_eq!(Source::offset(text, 9, 9), text.len());
    }
}
