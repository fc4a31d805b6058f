//! Patterns: regular expressions, each compiled when it is first needed.

use std::sync::OnceLock;

use regex::Regex;

/// A pattern of the model.
#[derive(Debug)]
pub struct Pattern {
    model: &'static str,
    regex: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern that means the same to the model and to the crate `regex`.
    #[inline]
    pub const fn new(pattern: &'static str) -> Self {
        Self::translated(pattern, pattern)
    }

    /// A pattern as the model has it, and as the crate `regex` understands it.
    #[inline]
    pub const fn translated(model: &'static str, regex: &'static str) -> Self {
        Self {
            model,
            regex,
            compiled: OnceLock::new(),
        }
    }

    /// The pattern as the model has it.
    #[inline]
    pub fn as_str(&self) -> &'static str {
        self.model
    }

    /// Whether some part of a text matches. What is no regular expression is left to the service:
    /// any text will do.
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| Regex::new(self.regex).ok());
        compiled.as_ref().is_none_or(|regex| regex.is_match(text))
    }
}
