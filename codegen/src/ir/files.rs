//! How the code of a service is spread over files. Callers see nothing of it: their paths are the
//! same.

use std::collections::BTreeMap;

use crate::rust::Ident;

/// What of a service has files of its own, because there is much of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Those of types; `None` where one file has all.
    pub types: Option<FileEach>,
    /// Those of errors; `None` where one file has all.
    pub errors: Option<FileEach>,
    /// Those of the builders of what services answer; `None` where one file has all.
    pub builders: Option<FileEach>,
    /// Whether each method of the client is in the file of its operation.
    pub methods_with_operations: bool,
}

/// The file of each type, by the type's name: a module, or one within another.
pub type FileEach = BTreeMap<Ident, Vec<Ident>>;
