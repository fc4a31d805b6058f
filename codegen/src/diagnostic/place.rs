//! Places in files that were read.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::excerpt::Excerpt;
use super::printable_line;
use super::source::Source;

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
        format!("{}:{line}:{column}", printable_line(self.source.name()))
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
        (self.source.order(), self.span.start)
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
            printable_line(self.source.name()).into_owned(),
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
}
