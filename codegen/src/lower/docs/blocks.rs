//! The layout of blocks: paragraphs, lists, quotations, headings and code, each line with the
//! indentation of what it is in.

mod tables;

use super::container::{Container, Kind};
use super::escape::longest_backticks;
use super::inline::Paragraph;
use super::table::Table;
use super::wrap;
use crate::diagnostic::is_unprintable;

/// A line of a field's documentation, `    /// ` and this, fits the 100 columns of rustfmt.
const WIDTH: usize = 92;
/// Lines do not become narrower than this, however deep the lists that they are in.
const NARROWEST: usize = 40;
/// How many lists, items and quotations are within each other. Each line is indented by all that it
/// is in, so that there has to be an end; what is deeper stands where the last one is.
const DEEPEST: usize = 32;

/// Writes Markdown block by block.
pub(super) struct Writer {
    out: String,
    containers: Vec<Container>,
    /// How many lists and quotations were opened beyond the deepest, and not closed.
    too_deep: usize,
    /// Within a table all text goes to its cells, and nothing else can be opened.
    pub(super) table: Option<Table>,
    heading: Option<usize>,
    /// The text of the block that is being read.
    pub(super) paragraph: Paragraph,
}

impl Writer {
    /// A writer for documentation of about this many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self {
            out: String::with_capacity(bytes + bytes / 8),
            containers: Vec::new(),
            too_deep: 0,
            table: None,
            heading: None,
            paragraph: Paragraph::default(),
        }
    }

    /// The Markdown, without a line break at its end.
    pub(super) fn finish(mut self) -> String {
        self.close_table();
        self.end_block();
        self.out.truncate(self.out.trim_end().len());
        self.out
    }

    /// Ends the block before a paragraph starts; a label stays with the paragraph.
    pub(super) fn start_paragraph(&mut self) {
        if !self.paragraph.is_only_label() {
            self.end_block();
        }
    }

    /// Makes the next block a heading.
    pub(super) fn start_heading(&mut self, level: usize) {
        self.end_block();
        self.heading = Some(level.min(6));
    }

    /// Writes the text read so far as a block of its own.
    pub(super) fn end_block(&mut self) {
        let text = self.paragraph.take();
        let heading = self.heading.take();
        if text.is_empty() {
            return;
        }
        if let Some(table) = &mut self.table {
            table.push(&text);
        } else if let Some(level) = heading {
            let text = text.replace(wrap::HARD_BREAK, " ");
            let line = wrap::lines(&text, usize::MAX).concat();
            self.write(&[format!("{} {line}", "#".repeat(level))]);
        } else {
            let indent: usize = self.containers.iter().map(|each| each.indent.len()).sum();
            let width = WIDTH.saturating_sub(indent).max(NARROWEST);
            self.write(&wrap::lines(&text, width));
        }
    }

    /// Opens a list, whose items are numbered from `first` where that is given.
    pub(super) fn open_list(&mut self, first: Option<u64>) {
        self.end_block();
        if self.can_open() {
            let mut list = Container::new(Kind::List, String::new());
            list.tight = self
                .containers
                .last()
                .is_some_and(|outer| outer.kind == Kind::Item);
            list.next_number = first;
            self.containers.push(list);
        }
    }

    /// Opens an item of the innermost list; of a new one where there is none.
    pub(super) fn open_item(&mut self) {
        self.end_block();
        if self.table.is_some() || self.too_deep > 0 {
            return;
        }
        let open = self.innermost(Kind::List);
        match open {
            Some(at) => self.containers.truncate(at + 1),
            None => self.open_list(None),
        }
        // A list beyond the deepest has no items.
        if self.too_deep > 0 {
            return;
        }
        if let Some(list) = self.containers.last_mut() {
            list.implied |= open.is_none();
            let marker = match &mut list.next_number {
                Some(number) => {
                    *number += 1;
                    format!("{}. ", *number - 1)
                }
                None => "- ".to_owned(),
            };
            let mut item = Container::new(Kind::Item, marker);
            // The first item goes by its list, the others follow each other closely.
            item.tight = std::mem::replace(&mut list.tight, true);
            self.containers.push(item);
        }
    }

    /// Opens a quotation, whose first paragraph begins with the label where one is given.
    pub(super) fn open_quote(&mut self, label: Option<&str>) {
        self.end_block();
        if self.can_open() {
            self.containers
                .push(Container::new(Kind::Quote, "> ".to_owned()));
        }
        if let Some(label) = label {
            self.paragraph.push_label(label);
        }
    }

    /// Ends the text of an item. The item stays open: what follows in the list without an item of
    /// its own belongs to it.
    pub(super) fn end_item(&mut self) {
        self.end_block();
        if self.too_deep > 0 {
            return;
        }
        let list = self.innermost(Kind::List);
        if let Some(at) = list.filter(|&at| self.containers[at].implied) {
            self.containers.truncate(at);
        }
    }

    /// Closes the innermost container of this kind and all that is in it; nothing where there is
    /// none.
    pub(super) fn close(&mut self, kind: Kind) {
        if kind == Kind::Quote && self.paragraph.is_only_label() {
            self.paragraph.clear();
        }
        self.end_block();
        if self.too_deep > 0 && self.table.is_none() {
            self.too_deep -= 1;
        } else if let Some(at) = self.innermost(kind) {
            self.containers.truncate(at);
        }
    }

    /// Whether a list or a quotation can be opened; counts it where it would be too deep.
    fn can_open(&mut self) -> bool {
        if self.table.is_some() {
            return false;
        }
        let is_too_deep = self.too_deep > 0 || self.containers.len() >= DEEPEST;
        self.too_deep += usize::from(is_too_deep);
        !is_too_deep
    }

    fn innermost(&self, kind: Kind) -> Option<usize> {
        self.containers.iter().rposition(|each| each.kind == kind)
    }

    /// Writes code as it is. It is never Rust, so it is never compiled as an example.
    pub(super) fn code_block(&mut self, code: &str) {
        self.end_block();
        if self.table.is_some() {
            self.paragraph.push_code(code);
            return;
        }
        let fence = "`".repeat(longest_backticks(code).max(2) + 1);
        let mut lines = vec![format!("{fence}text")];
        lines.extend(code.trim_matches('\n').lines().map(code_line));
        lines.push(fence);
        if !code.trim().is_empty() {
            self.write(&lines);
        }
    }

    /// Writes a block, apart from the one before.
    pub(super) fn write(&mut self, lines: &[String]) {
        let follows_closely = self
            .containers
            .iter()
            .find(|each| !each.started && each.kind == Kind::Item)
            .is_some_and(|item| item.tight);
        if !self.out.is_empty() && !follows_closely {
            let start = self.out.len();
            for container in self.containers.iter().take_while(|each| each.started) {
                self.out.push_str(&container.indent);
            }
            self.end_line(start);
        }
        for line in lines {
            let start = self.out.len();
            for container in &mut self.containers {
                let first = !std::mem::replace(&mut container.started, true);
                self.out.push_str(if first {
                    &container.marker
                } else {
                    &container.indent
                });
            }
            self.out.push_str(line);
            self.end_line(start);
        }
    }

    fn end_line(&mut self, start: usize) {
        let length = self.out[start..].trim_end().len();
        self.out.truncate(start + length);
        self.out.push('\n');
    }
}

/// A line of code with its tabs, which rustfmt and clippy dislike in comments, as spaces.
fn code_line(line: &str) -> String {
    line.replace('\t', "    ")
        .replace(is_unprintable, "")
        .trim_end()
        .to_owned()
}
