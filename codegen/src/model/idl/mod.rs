//! Smithy IDL, versions 1.0 and 2.0: the language that people write models in.
//!
//! A text becomes tokens, a tree with places, and then what the JSON AST of the same model says. All that
//! comes later is the same for both.
//!
//! <https://smithy.io/2.0/spec/idl.html>

mod build;
mod fault;
mod lexer;
mod lower;
mod names;
mod outline;
mod parser;
mod syntax;
mod text;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};
pub(super) use build::read_build;
pub(super) use lower::lower;
pub(super) use names::Defined;
pub(super) use syntax::File;

/// Reads a file, of which names are not resolved yet.
pub(super) fn read<'a>(source: &'a Arc<Source>, problems: &mut Vec<Diagnostic>) -> File<'a> {
    let (file, faults) = parser::file(source.text());
    let faults = faults.into_iter().map(|fault| fault.in_file(source));
    problems.extend(faults);
    file
}

impl File<'_> {
    /// Whether something was lost of it that may have defined anything.
    pub(super) fn is_torn(&self) -> bool {
        self.is_torn
    }
}
