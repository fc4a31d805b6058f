//! The text of one paragraph, heading or table cell, in runs of one style each. [`super::render`]
//! writes it in Markdown.

use super::escape::web_address;
use super::wrap::HARD_BREAK;
use crate::diagnostic::is_unprintable;

/// The white space that a paragraph's text has.
pub(super) const SPACES: [char; 2] = [' ', HARD_BREAK];

/// A paragraph that is being read.
#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    /// The addresses of its links.
    pub(super) links: Vec<String>,
    style: Style,
    /// What comes next does not go on with the code before it.
    is_other_code: bool,
    /// All of the text so far is a label, such as `Note:`, for the paragraph that follows.
    only_label: bool,
}

/// A part of the paragraph's text that has one style.
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) style: Style,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) code: bool,
    strong: bool,
    emphasis: bool,
    /// The index of the link's address.
    pub(super) link: Option<usize>,
}

impl Style {
    /// What Markdown puts around text of this style.
    pub(super) fn delimiter(self) -> &'static str {
        match (self.strong, self.emphasis) {
            (true, _) => "**",
            (false, true) => "*",
            (false, false) => "",
        }
    }
}

impl Paragraph {
    /// Adds text in the current style. White space of any kind and length is one space.
    pub(super) fn push(&mut self, text: &str) {
        let start = self.text.len();
        for character in text.chars() {
            if character.is_whitespace() {
                if !self.text.is_empty() && !self.text.ends_with(SPACES) {
                    self.text.push(' ');
                }
            } else if !is_unprintable(character) {
                self.text.push(character);
                self.only_label = false;
            }
        }
        self.end_run(start);
    }

    /// Adds code, in the current style otherwise.
    pub(super) fn push_code(&mut self, code: &str) {
        let outer = std::mem::replace(&mut self.style.code, true);
        self.push(code);
        self.style.code = outer;
    }

    /// Adds a label in bold, which stays with the paragraph after it.
    pub(super) fn push_label(&mut self, label: &str) {
        self.style = Style {
            strong: true,
            ..Style::default()
        };
        self.push(label);
        self.style = Style::default();
        self.push(" ");
        self.only_label = true;
    }

    /// Adds the colon that joins a term, all of the text so far, with what it means.
    pub(super) fn end_term(&mut self) {
        self.text.truncate(self.text.trim_end_matches(SPACES).len());
        if let Some(last) = self.runs.last_mut() {
            last.end = self.text.len();
        }
        self.style = Style::default();
        self.push(if self.text.ends_with(':') { " " } else { ": " });
        self.only_label = true;
    }

    /// Starts a new line within the paragraph.
    pub(super) fn push_break(&mut self) {
        if self.style.code || self.style.link.is_some() {
            return self.push(" ");
        }
        let start = self.text.len();
        if !self.text.is_empty() && !self.text.ends_with(HARD_BREAK) {
            self.text.push(HARD_BREAK);
        }
        self.end_run(start);
    }

    fn end_run(&mut self, start: usize) {
        let end = self.text.len();
        match self.runs.last_mut() {
            _ if start == end => {}
            Some(last) if last.style == self.style && !self.is_other_code => last.end = end,
            _ => self.runs.push(Run {
                start,
                end,
                style: self.style,
            }),
        }
        self.is_other_code &= start == end;
    }

    pub(super) fn set_code(&mut self, on: bool) {
        self.is_other_code = on && self.text.ends_with(SPACES);
        self.style.code = on;
    }

    /// Within code nothing is bold: code is shown as it is.
    pub(super) fn set_strong(&mut self, on: bool) {
        self.style.strong = on && !self.style.code;
    }

    /// Within code nothing is italic: code is shown as it is.
    pub(super) fn set_emphasis(&mut self, on: bool) {
        self.style.emphasis = on && !self.style.code;
    }

    /// Makes what follows a link, where the address is one on the web.
    pub(super) fn set_link(&mut self, href: Option<&str>) {
        self.style.link = href.and_then(web_address).map(|address| {
            self.links.push(address);
            self.links.len() - 1
        });
    }

    pub(super) fn is_in_code(&self) -> bool {
        self.style.code
    }

    pub(super) fn is_only_label(&self) -> bool {
        self.only_label
    }

    /// Empties the paragraph. Styles end with it, so that an element that is never closed
    /// spoils one paragraph at most.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
        self.links.clear();
        self.style = Style::default();
        self.is_other_code = false;
        self.only_label = false;
    }
}
