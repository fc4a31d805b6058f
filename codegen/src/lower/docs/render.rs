//! Writes the text of a paragraph in Markdown, its links around its emphasis around its code.

use std::ops::Range;

use super::escape::{push_code, push_text};
use super::inline::{Paragraph, Run, SPACES};
use super::wrap::UNBROKEN_SPACE;

impl Paragraph {
    /// The paragraph as Markdown, with `UNBROKEN_SPACE` and `HARD_BREAK` in it. Empties it.
    pub(super) fn take(&mut self) -> String {
        let mut out = String::with_capacity(self.text.len() + 16);
        for runs in self.runs.chunk_by(|a, b| a.style.link == b.style.link) {
            self.write_link(&mut out, runs);
        }
        self.clear();
        out.truncate(out.trim_end_matches(SPACES).len());
        out
    }

    /// Writes runs that are in the same link, or in none.
    fn write_link(&self, out: &mut String, runs: &[Run]) {
        let Some(address) = runs[0].style.link.map(|link| self.links[link].as_str()) else {
            return self.write_runs(out, runs, &(0..self.text.len()));
        };
        let (inner, after) = self.trim(out, runs, &(0..self.text.len()));
        let text = &self.text[inner.clone()];
        if text == address {
            out.push('<');
            out.push_str(address);
            out.push('>');
        } else if !text.is_empty() {
            // `![` would start an image.
            if out.ends_with('!') {
                out.insert(out.len() - 1, '\\');
            }
            let mut label = String::from("[");
            self.write_runs(&mut label, runs, &inner);
            out.push_str(&label.replace(SPACES, UNBROKEN_SPACE.encode_utf8(&mut [0; 2])));
            out.push_str("](");
            out.push_str(address);
            out.push(')');
        }
        out.push_str(after);
    }

    /// Writes what of these runs is within `bounds`.
    fn write_runs(&self, out: &mut String, runs: &[Run], bounds: &Range<usize>) {
        let mut groups = runs
            .chunk_by(|a, b| a.style.delimiter() == b.style.delimiter())
            .peekable();
        while let Some(group) = groups.next() {
            let (inner, after) = self.trim(out, group, bounds);
            let next = groups.peek().map(|group| &group[0]);
            let delimiter = if self.can_emphasize(out, group, &inner, next) {
                group[0].style.delimiter()
            } else {
                ""
            };
            out.push_str(delimiter);
            for run in group {
                if run.style.code {
                    let (code, after) = self.trim(out, std::slice::from_ref(run), &inner);
                    if !code.is_empty() {
                        push_code(out, &self.text[code]);
                    }
                    out.push_str(after);
                } else {
                    let text = run.start.max(inner.start)..run.end.min(inner.end);
                    let text = self.text.get(text).unwrap_or_default();
                    push_text(out, text, run.style.link.is_some());
                }
            }
            out.push_str(delimiter);
            out.push_str(after);
        }
    }

    /// The range of these runs without the white space around it: that before is written here,
    /// that after is returned, because emphasis, code and links have none at their ends.
    fn trim(&self, out: &mut String, runs: &[Run], bounds: &Range<usize>) -> (Range<usize>, &str) {
        let start = runs[0].start.max(bounds.start);
        let end = runs[runs.len() - 1].end.min(bounds.end).max(start);
        let text = &self.text[start..end];
        let inner_start = end - text.trim_start_matches(SPACES).len();
        let inner_end = inner_start + self.text[inner_start..end].trim_end_matches(SPACES).len();
        out.push_str(&self.text[start..inner_start]);
        (inner_start..inner_end, &self.text[inner_end..end])
    }

    /// Whether Markdown would read a delimiter around `inner` as emphasis: next to a word on its
    /// outer side, it needs a word on its inner side too.
    fn can_emphasize(
        &self,
        out: &str,
        group: &[Run],
        inner: &Range<usize>,
        next: Option<&Run>,
    ) -> bool {
        let text = &self.text[inner.clone()];
        let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let starts_with_word = !group[0].style.code && is_word(text.chars().next());
        let ends_with_word = !group[group.len() - 1].style.code && is_word(text.chars().last());
        let word_before = is_word(out.chars().last());
        let word_after = inner.end == group[group.len() - 1].end
            && next.is_some_and(|run| {
                !run.style.code && is_word(self.text[run.start..].chars().next())
            });
        !text.is_empty()
            && !out.ends_with('*')
            && (starts_with_word || !word_before)
            && (ends_with_word || !word_after)
    }
}
