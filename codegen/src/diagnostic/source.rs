//! Files that were read, and places in them.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::{is_unprintable, printable_line};

/// A file's name and its text.
#[derive(Debug)]
pub struct Source {
    order: usize,
    name: String,
    text: String,
    /// Where each line begins; made when it is first needed.
    line_starts: OnceLock<Vec<usize>>,
    /// The text as it is printed; made when it is first needed.
    shown: OnceLock<String>,
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
            shown: OnceLock::new(),
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

    /// The text as it is printed: what is unprintable has a stand-in of as many bytes, so that every
    /// place is where it was.
    fn shown(&self) -> &str {
        self.shown.get_or_init(|| {
            let mut characters = self.text.chars().peekable();
            let mut shown = String::with_capacity(self.text.len());
            while let Some(character) = characters.next() {
                let is_break = character == '\r' && characters.peek() == Some(&'\n');
                shown.push(match character {
                    '\n' | '\t' => character,
                    _ if is_break || !is_unprintable(character) => character,
                    _ => ['?', '\u{bf}', '\u{fffd}', '\u{1fbc4}'][character.len_utf8() - 1],
                });
            }
            shown
        })
    }

    /// Line and column of a byte offset; both count from 1, the column in characters.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts.get_or_init(|| {
            let newlines = self.text.match_indices('\n');
            let others = newlines.map(|(newline, _)| newline + 1);
            std::iter::once(0).chain(others).collect()
        });
        let line = starts.partition_point(|&start| start <= offset);
        let before = self.text.get(starts[line - 1]..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
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

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let found = self.shown().read_span(span, lines_before, lines_after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            printable_line(&self.name).into_owned(),
            found.data(),
            *found.span(),
            found.line(),
            found.column(),
            found.line_count(),
        )))
    }
}

/// A span of a file, with a word on what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    source: Arc<Source>,
    span: Range<usize>,
    note: Option<String>,
}

impl Place {
    /// These bytes of the file.
    #[must_use]
    pub fn new(source: Arc<Source>, span: Range<usize>) -> Self {
        Self {
            source,
            span,
            note: None,
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

    /// The place with its note, or with this one where it has none.
    pub(super) fn label(&self, note: &str) -> LabeledSpan {
        let note = self.note.as_deref().unwrap_or(note).to_owned();
        LabeledSpan::new_with_span(Some(note), self.span.clone())
    }

    /// What places are sorted by: the file's turn, then the position in it.
    pub(super) fn order(&self) -> (usize, usize) {
        (self.source.order, self.span.start)
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
        Some(self.source.as_ref())
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
        let source = Source::new(
            0,
            "a.json",
            "[\"\u{1b}[31m\u{9b}\u{202e}\u{e0041}\r\",\r\n1]",
        );
        let at = source.text().find("1]").unwrap();
        assert_eq!(source.shown().len(), source.text().len());
        assert_eq!(source.shown(), "[\"?[31m\u{bf}\u{fffd}\u{1fbc4}?\",\r\n1]");
        let contents = source.read_span(&(at..at + 1).into(), 1, 0).unwrap();
        assert!(contents.data().starts_with(b"[\"?[31m"));
    }

    #[test]
    fn a_line_and_a_column_lead_back_to_the_byte() {
        let text = "{\n  \"a\": x\n}";
        assert_eq!(Source::offset(text, 2, 8), text.find('x').unwrap());
        assert_eq!(Source::offset(text, 9, 9), text.len());
    }
}
