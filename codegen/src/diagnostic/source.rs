//! Files that were read, and places in them.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::excerpt::Excerpt;
use super::printable_line;

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

/// A span of a file, with a word on what is there.
///
/// To `miette` it is a file of its own, of which there is what fits into a few lines of a terminal,
/// at the positions that it has in the whole file.
#[derive(Clone, Debug)]
pub struct Place {
    source: Arc<Source>,
    span: Range<usize>,
    note: Option<String>,
    /// What is shown of the file; made when it is first needed.
    excerpt: OnceLock<Excerpt>,
}

/// How many characters of a note stand beside a place.
const NOTE: usize = 100;

impl Place {
    /// These bytes of the file.
    #[must_use]
    pub fn new(source: Arc<Source>, span: Range<usize>) -> Self {
        Self {
            source,
            span,
            note: None,
            excerpt: OnceLock::new(),
        }
    }

    /// Says what is there.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(printable_line(&note.into()).into_owned());
        self
    }

    /// The file.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The place's bytes in the file.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// `file:line:column`.
    #[must_use]
    pub fn position(&self) -> String {
        let (line, column) = self.source.line_and_column(self.span.start);
        format!("{}:{line}:{column}", printable_line(&self.source.name))
    }

    fn excerpt(&self) -> &Excerpt {
        let make = || Excerpt::of(&self.source, &self.span);
        self.excerpt.get_or_init(make)
    }

    /// What is shown of the place, with its note, or with this one where it has none.
    pub(super) fn label(&self, note: &str) -> LabeledSpan {
        let note = shortened(self.note.as_deref().unwrap_or(note));
        LabeledSpan::new_with_span(Some(note), self.excerpt().label())
    }

    /// What places are sorted by: the file's turn, then the position in it.
    pub(super) fn order(&self) -> (usize, usize) {
        (self.source.order, self.span.start)
    }
}

/// A note without its middle, where it is long: ids differ at both ends.
fn shortened(note: &str) -> String {
    if note.chars().count() <= NOTE {
        return note.to_owned();
    }
    let start = note.chars().take(NOTE / 2);
    let end: Vec<char> = note.chars().rev().take(NOTE / 2).collect();
    start.chain(['…']).chain(end.into_iter().rev()).collect()
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        let key = |place: &Self| (place.source.clone(), place.span.clone(), place.note.clone());
        key(self) == key(other)
    }
}

impl Eq for Place {}

impl SourceCode for Place {
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let part = self.excerpt().part(lines_before, lines_after);
        Ok(Box::new(MietteSpanContents::new_named(
            printable_line(&self.source.name).into_owned(),
            part.text.as_bytes(),
            (part.start, part.text.len()).into(),
            part.line,
            part.column,
            part.text.lines().count(),
        )))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.note.as_deref().unwrap_or("here"))
    }
}

impl std::error::Error for Place {}

impl miette::Diagnostic for Place {
    fn severity(&self) -> Option<miette::Severity> {
        Some(miette::Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(self.label("here"))))
    }
}

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
    fn an_excerpt_shows_what_is_unprintable_and_every_place_where_it_was() {
        let text = "[\"\u{1b}[31m\u{9b}\u{202e}\u{e0041}\r\",\r\n1]";
        let at = text.find("1]").unwrap();
        let place = Place::new(Arc::new(Source::new(0, "a.json", text)), at..at + 1);
        let contents = place.read_span(&(at..at + 1).into(), 1, 0).unwrap();
        let shown = std::str::from_utf8(contents.data()).unwrap();
        assert!(
            shown.starts_with("[\"?[31m\u{bf}\u{fffd}\u{1fbc4}?\",\r\n1"),
            "{shown:?}"
        );
        assert_eq!(contents.span().offset(), 0);
    }

    #[test]
    fn a_line_and_a_column_lead_back_to_the_byte() {
        let text = "{\n  \"a\": x\n}";
        assert_eq!(Source::offset(text, 2, 8), text.find('x').unwrap());
        assert_eq!(Source::offset(text, 9, 9), text.len());
    }
}
