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

    /// The first paragraph: what a list of items shows.
    pub fn summary(&self) -> &str {
        self.text.split("\n\n").next().unwrap_or_default()
    }
}

/// What `@deprecated` says, in the words of `#[deprecated]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deprecation {
    /// What to use instead, and since when. The version or date is one of the API, not of the
    /// crate, so that it has no place in `since`.
    pub note: Option<String>,
}
