//! What is wrong with the text of a file, and what to do about it.

use std::sync::Arc;

use super::lexer::{Broken, Kind, Token};
use super::syntax::Span;
use crate::diagnostic::{Code, Diagnostic, Place, Source};

/// A problem that knows where it is, in a file that it does not know.
pub(super) struct Fault {
    code: Code,
    message: String,
    help: String,
    span: Span,
}

/// What a rule of the grammar gives, unless the text does not follow it.
pub(super) type Parsed<T> = Result<T, Fault>;

impl Fault {
    pub(super) fn new(
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            help: help.into(),
            span,
        }
    }

    /// The text is not what the grammar says.
    pub(super) fn syntax(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Code::BrokenIdl, span, message, help)
    }

    /// Something else stands where one of these should.
    pub(super) fn expected(wanted: &str, help: &str, found: Token, text: &str) -> Self {
        if let Kind::Broken(broken) = found.kind {
            return Self::broken(broken, found, text);
        }
        let help = match found.kind {
            Kind::End if wanted.contains(['}', ')', ']']) => {
                "close what is open at the end of the file"
            }
            _ => help,
        };
        let found_text = describe(found, text);
        let message = format!("expected {wanted}, found {found_text}");
        Self::syntax(found.span, message, help)
    }

    /// What is wrong with a token that is none.
    fn broken(broken: Broken, token: Token, text: &str) -> Self {
        let written = &text[token.span.range()];
        let (message, help) = match broken {
            Broken::Character if written == "\u{feff}" => (
                "the file begins with a byte order mark".to_owned(),
                "save it as UTF-8 without one",
            ),
            Broken::Character if written == "'" => {
                ("`'` means nothing here".to_owned(), "quote texts with `\"`")
            }
            Broken::Character => (
                format!("`{written}` means nothing here"),
                "take it away; names have letters of English, digits and `_`",
            ),
            Broken::Slash => (
                "a single `/` means nothing".to_owned(),
                "begin a comment with `//`: it ends with the line",
            ),
            Broken::Underscores => (
                format!("`{written}` is no name"),
                "put a letter or a digit behind the `_`",
            ),
            Broken::UnclosedText => (
                "the text has no end".to_owned(),
                "put a `\"` where it ends; within it, write `\\\"`",
            ),
            Broken::UnclosedTextBlock => (
                "the text block has no end".to_owned(),
                "put `\"\"\"` where it ends",
            ),
            Broken::FractionWithoutDigits => (
                format!("`{written}` is no number: nothing follows its point"),
                "write digits behind the point",
            ),
            Broken::ExponentWithoutDigits => (
                format!("`{written}` is no number: its exponent has no digits"),
                "write digits behind the `e`",
            ),
        };
        let first = text[token.span.start..].chars().next();
        let end = token.span.start + first.map_or(0, char::len_utf8);
        let is_long = matches!(broken, Broken::UnclosedText | Broken::UnclosedTextBlock);
        let end = if is_long { end } else { token.span.end };
        Self::syntax(Span { end, ..token.span }, message, help)
    }

    /// The problem as it is told.
    pub(super) fn in_file(self, source: &Arc<Source>) -> Diagnostic {
        Diagnostic::new(self.code, self.message)
            .at(Place::new(source.clone(), self.span.range()))
            .help(self.help)
    }
}

/// A token as messages have it.
fn describe(token: Token, text: &str) -> String {
    match token.kind {
        Kind::Space => "a blank".to_owned(),
        Kind::LineBreak => "the end of the line".to_owned(),
        Kind::Comment => "a comment".to_owned(),
        Kind::Doc => "documentation".to_owned(),
        Kind::TextBlock => "a text block".to_owned(),
        Kind::End => "the end of the file".to_owned(),
        _ => format!("`{}`", &text[token.span.range()]),
    }
}
