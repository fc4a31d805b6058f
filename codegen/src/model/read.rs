//! Reads all files of a model, each in its own notation.

use super::files::{self, Notation};
use super::idl;
use super::json_ast;
use super::sources::Sources;
use super::written::Written;
use crate::diagnostic::Diagnostic;

/// Reads all files, and says whether each of them could be. Those of Smithy IDL are lowered when all have been
/// read: what a name stands for depends on what there is.
pub(super) fn all(sources: &Sources, problems: &mut Vec<Diagnostic>) -> (Vec<Written>, bool) {
    let mut all_read = problems.is_empty();
    let mut defined = idl::Defined::default();
    let (mut written, mut unresolved) = (Vec::new(), Vec::new());
    for (index, source) in sources.files().enumerate() {
        written.push(Written::default());
        match files::notation(source.name(), source.text()) {
            Notation::Json => match json_ast::read(source, index, sources, problems) {
                Some(read) => {
                    defined.add_written(&read);
                    written[index] = read;
                }
                None => all_read = false,
            },
            Notation::Idl => {
                let file = idl::read(source, problems);
                all_read &= !file.is_torn();
                defined.add(&file);
                unresolved.push((index, source, file));
            }
        }
    }
    for (index, source, file) in unresolved {
        written[index] = idl::lower(file, index, source, sources, &defined, problems);
    }
    (written, all_read)
}
