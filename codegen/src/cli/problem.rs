//! What goes wrong, and how it is told: models' problems with their places, others in a line.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme};

use super::say;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::update::UpdateError;

/// Why a command failed.
pub enum Problem {
    /// Something is wrong with a model or a manifest.
    Model(Diagnostics),
    /// Anything else, in a sentence or more.
    Other(String),
}

impl Problem {
    /// A problem in words.
    pub fn new(message: impl fmt::Display) -> Self {
        Self::Other(message.to_string())
    }

    /// Tells it on standard error.
    pub fn report(&self) {
        match self {
            Self::Other(message) => say::error(format_args!("error: {message}")),
            Self::Model(diagnostics) => {
                let handler = GraphicalReportHandler::new_themed(theme());
                for diagnostic in diagnostics {
                    let mut text = String::new();
                    match handler.render_report(&mut text, diagnostic) {
                        Ok(()) => say::problem(&text),
                        Err(fmt::Error) => say::error(format_args!("error: {diagnostic}")),
                    }
                }
                let count = diagnostics.len();
                let problems = if count == 1 { "problem" } else { "problems" };
                say::error(format_args!(
                    "error: {count} {problems}; nothing was written"
                ));
            }
        }
    }
}

/// Colours where a person reads, plain signs where a file or another program does.
fn theme() -> GraphicalTheme {
    use std::io::IsTerminal;
    if std::io::stderr().is_terminal() {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    }
}

impl From<Diagnostics> for Problem {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Model(diagnostics)
    }
}

impl From<Diagnostic> for Problem {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Model(diagnostic.into())
    }
}

impl From<UpdateError> for Problem {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::Model(diagnostics) => Self::Model(diagnostics),
            UpdateError::Folder(error) => Self::new(error),
        }
    }
}
