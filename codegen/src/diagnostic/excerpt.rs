//! What of a file is shown around a place: the line that it is in, and the lines next to it. Of a
//! line that is too long to be read, a window is shown, with `…` where something is left out.
//!
//! Positions in an excerpt are those of the file, so that whoever renders it needs to know of no
//! window: signs that stand in place of others have as many bytes as these.

use std::ops::Range;

use super::is_unprintable;
use super::source::Source;

/// How many columns a line may have and be shown whole.
const WHOLE: usize = 160;

/// How many columns are shown of a longer one.
const WIDTH: usize = 120;

/// How many of these are before the place, where there is as much on both sides.
const BEFORE: usize = 40;

/// How many lines next to a place are at hand. A renderer shows as many of them as it likes.
const LINES: usize = 3;

/// How many lines a place may go over and be shown to its end.
const LINES_OF_PLACE: usize = 8;

/// Stands where something of a line is left out.
const MARK: &str = "…";

/// A part of a file around a place.
#[derive(Clone, Debug)]
pub(super) struct Excerpt {
    text: String,
    /// Where in the file the text begins.
    start: usize,
    /// The number of the first line, from 0.
    line: usize,
    /// How many lines there are before the place.
    lines_before: usize,
    /// What of the place is shown, in bytes of the file.
    label: Range<usize>,
    /// The column of the place in its line, from 0, in characters.
    column: usize,
}

/// What a renderer gets of an excerpt.
pub(super) struct Part<'e> {
    pub(super) text: &'e str,
    /// Where in the file it begins.
    pub(super) start: usize,
    /// The number of its first line, from 0.
    pub(super) line: usize,
    /// The column in that line at which it begins, from 0.
    pub(super) column: usize,
}

impl Excerpt {
    /// What is shown of these bytes of a file.
    pub(super) fn of(source: &Source, span: &Range<usize>) -> Self {
        let text = source.text();
        let span = visible(text, span);
        let (line, column) = source.line_and_column(span.start);
        let first = source.line(line - 1);
        let window = Window::of(text, first.clone(), span.start);
        let mut label = span.start..span.end.min(window.end).max(span.start);
        let mut shown = window.end;
        let mut lines = line - 1..line;
        if window.is_whole(&first) {
            let last = rest_of_place(source, line - 1, &span);
            if last >= line {
                label.end = span.end;
                shown = source.line(last).end;
                lines.end = last + 1;
            }
            lines = with_neighbours(source, lines);
        }
        let lines_before = line - 1 - lines.start;
        let mut excerpt = Self {
            text: String::new(),
            start: window.start,
            line: lines.start,
            lines_before,
            label,
            column: column - 1,
        };
        if window.start > first.start {
            excerpt.start -= MARK.len();
            excerpt.text.push_str(MARK);
        } else {
            excerpt.start = source.line(lines.start).start;
        }
        let end = if window.end < first.end {
            shown
        } else {
            source.line_with_its_end(lines.end - 1).end
        };
        let from = excerpt.start + excerpt.text.len();
        excerpt.text.extend(plain(&text[from..end]));
        if window.end < first.end {
            excerpt.text.push_str(MARK);
        }
        excerpt
    }

    /// What is underlined, in bytes of the file.
    pub(super) fn label(&self) -> Range<usize> {
        self.label.clone()
    }

    /// The place with so many lines before and after it, as far as they are at hand. Without lines
    /// before, it begins with the place; without lines after, it ends with the place's last line.
    pub(super) fn part(&self, before: usize, after: usize) -> Part<'_> {
        let label = self.label.start - self.start..self.label.end - self.start;
        let behind = &self.text[label.end..];
        let ends = behind.match_indices('\n').map(|(at, _)| label.end + at + 1);
        let mut ends = ends.chain([self.text.len()]);
        let end = match (before, after) {
            (0, 0) => label.end,
            _ => ends.nth(after).unwrap_or(self.text.len()),
        };
        let skipped = self.lines_before.saturating_sub(before);
        let starts = self.text.match_indices('\n').map(|(at, _)| at + 1);
        let mut starts = [0].into_iter().chain(starts);
        let (start, line, column) = match before {
            0 => (label.start, self.line + self.lines_before, self.column),
            _ => (starts.nth(skipped).unwrap_or(0), self.line + skipped, 0),
        };
        Part {
            text: &self.text[start..end],
            start: self.start + start,
            line,
            column,
        }
    }
}

/// The place as far as there is something of it: within the text, between characters. The end of a
/// file that ends with a line's end is shown in that line.
fn visible(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    if start == text.len() {
        let line = text.strip_suffix('\n').unwrap_or(text);
        let end = line.strip_suffix('\r').unwrap_or(line).len();
        return end..end;
    }
    start..end
}

/// The part of a line that is shown, its ends between characters.
struct Window {
    start: usize,
    end: usize,
}

impl Window {
    /// The window of a line around what begins at `at`.
    fn of(text: &str, line: Range<usize>, at: usize) -> Self {
        let (before, after) = (
            &text[line.start..at.min(line.end)],
            at.min(line.end)..line.end,
        );
        if is_short(&text[line.clone()]) {
            return Self {
                start: line.start,
                end: line.end,
            };
        }
        let back = |columns| columns_within(before.chars().rev(), columns);
        let (_, used) = back(BEFORE);
        let (ahead, used) = columns_within(text[after.clone()].chars(), WIDTH - used);
        let (behind, _) = back(WIDTH - used);
        let mut window = Self {
            start: line.start + before.len() - behind,
            end: after.start + ahead,
        };
        // The mark takes the place of as many bytes as it has.
        if window.start - line.start < MARK.len() {
            window.start = line.start;
        }
        window
    }

    fn is_whole(&self, line: &Range<usize>) -> bool {
        (self.start, self.end) == (line.start, line.end)
    }
}

/// How many bytes of these characters take no more columns than these, and how many they take.
fn columns_within(characters: impl Iterator<Item = char>, columns: usize) -> (usize, usize) {
    let mut taken = (0, 0);
    for character in characters {
        let width = match character {
            '\t' => 4,
            character if character.is_ascii() => 1,
            // Some are narrower: then a few less are shown.
            _ => 2,
        };
        if taken.1 + width > columns {
            break;
        }
        taken = (taken.0 + character.len_utf8(), taken.1 + width);
    }
    taken
}

fn is_short(line: &str) -> bool {
    columns_within(line.chars(), WHOLE).0 == line.len()
}

/// The last line of a place, where all of its lines can be shown; else its first.
fn rest_of_place(source: &Source, first: usize, span: &Range<usize>) -> usize {
    let mut last = first;
    while source.line_with_its_end(last).end < span.end {
        last += 1;
        if last - first == LINES_OF_PLACE || !is_short(source.line_text(last)) {
            return first;
        }
    }
    last
}

/// These lines with those next to them, as far as they are short.
fn with_neighbours(source: &Source, lines: Range<usize>) -> Range<usize> {
    let are_short = |line: &usize| is_short(source.line_text(*line));
    let before = lines.start.saturating_sub(LINES)..lines.start;
    let after = lines.end..source.lines().min(lines.end + LINES);
    let before = before.rev().take_while(are_short).count();
    let after = after.take_while(are_short).count();
    lines.start - before..lines.end + after
}

/// A text as terminals may have it: what is unprintable has a sign of as many bytes in its place.
fn plain(text: &str) -> impl Iterator<Item = char> {
    let mut rest = text.chars();
    std::iter::from_fn(move || {
        let character = rest.next()?;
        let ends_line = character == '\r' && rest.as_str().starts_with('\n');
        Some(match character {
            '\n' | '\t' => character,
            _ if ends_line || !is_unprintable(character) => character,
            _ => ['?', '\u{bf}', '\u{fffd}', '\u{1fbc4}'][character.len_utf8() - 1],
        })
    })
}

#[cfg(test)]
mod tests;
