//! Documentation, as Markdown that rustdoc accepts.

/// The documentation of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// Markdown, without a trailing line break; may be empty.
    pub text: String,
    /// What the model limits values to, in words; `text` ends with it.
    pub constraints: Option<String>,
}

impl Docs {
    /// Docs of this Markdown.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            constraints: None,
        }
    }

    /// The text without the constraints.
    pub fn prose(&self) -> &str {
        let constraints = self.constraints.as_deref().unwrap_or_default();
        self.text
            .strip_suffix(constraints)
            .unwrap_or(&self.text)
            .trim_end()
    }

    /// The first block: what the docs of a module show.
    pub fn summary(&self) -> &str {
        let fence_length = self.text.bytes().take_while(|byte| *byte == b'`').count();
        let end = match fence_length {
            // Code can have blank lines.
            3.. => {
                let closing = format!("\n{}", &self.text[..fence_length]);
                self.text.find(&closing).map(|at| at + closing.len())
            }
            _ => self.text.find("\n\n"),
        };
        &self.text[..end.unwrap_or(self.text.len())]
    }
}

/// What `@deprecated` says, in the words of `#[deprecated]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deprecation {
    /// What to use instead, and since when. The version or date is one of the API, not of the
    /// crate, so that it has no place in `since`.
    pub note: Option<String>,
}
