//! Reads all files of a model, each in its own notation.

use std::collections::BTreeMap;
use std::path::Path;

use super::botocore;
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
    // Files of botocore's say something of each other where they are in one folder.
    let mut of_botocore: BTreeMap<&Path, Vec<botocore::File<'_>>> = BTreeMap::new();
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
            Notation::Botocore(kind) => {
                let folder = Path::new(source.name()).parent().unwrap_or(Path::new(""));
                let files = of_botocore.entry(folder).or_default();
                files.push(botocore::File {
                    kind,
                    index,
                    source,
                });
            }
            Notation::Idl => {
                let file = idl::read(source, problems);
                all_read &= !file.is_torn();
                defined.add(&file);
                unresolved.push((index, source, file));
            }
        }
    }
    for files in of_botocore.values() {
        all_read &= botocore::read(files, sources, &mut written, problems);
        for file in files {
            defined.add_written(&written[file.index]);
        }
    }
    for (index, source, file) in unresolved {
        written[index] = idl::lower(file, index, source, sources, &defined, problems);
    }
    (written, all_read)
}
