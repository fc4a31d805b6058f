//! The answers of the corpus.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tinsmith_tests::workspace::read;

/// An answer, and what botocore reads from it.
pub struct Answer {
    /// The name of its file: the service and the operation, `iam-get-user`.
    pub name: String,
    pub is_error: bool,
    pub xml: String,
    /// The same where it cannot be read as it is: `xml` then is what can be.
    pub unreadable: Option<String>,
    /// What botocore reads, and what it reads beside the members of the shape.
    pub read: Value,
    pub metadata: Value,
}

impl Answer {
    /// All of a folder: errors first, by their names.
    pub fn all(folder: &Path) -> Vec<Self> {
        [("errors", true), ("responses", false)]
            .into_iter()
            .flat_map(|(kind, is_error)| Self::of_kind(&folder.join(kind), is_error))
            .collect()
    }

    fn of_kind(folder: &Path, is_error: bool) -> Vec<Self> {
        let entries = fs::read_dir(folder).expect("the corpus has such answers");
        let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
        let is_xml = |path: &PathBuf| path.extension().is_some_and(|e| e == "xml");
        let mut paths: Vec<_> = paths.filter(is_xml).collect();
        paths.sort();
        let answers = paths.iter().map(|path| {
            let name = path.file_stem().and_then(|name| name.to_str());
            let json = read(&path.with_extension("json"));
            let mut read_: Value = serde_json::from_str(&json).expect("what is read is JSON");
            let members = read_.as_object_mut().expect("what is read is an object");
            let metadata = members.remove("ResponseMetadata").unwrap_or_default();
            Self {
                name: name.expect("the name of a file is UTF-8").to_owned(),
                is_error,
                xml: read(path),
                unreadable: None,
                read: read_,
                metadata,
            }
        });
        answers.collect()
    }

    /// The service, as botocore calls it.
    pub fn service(&self) -> &str {
        self.name.split('-').next().unwrap_or_default()
    }

    /// The letters of the operation.
    pub fn operation(&self) -> String {
        let name = self.name.split('#').next().unwrap_or_default();
        name.split('-').skip(1).collect()
    }

    /// The status that it is taken to have had.
    pub fn status(&self) -> u16 {
        if self.is_error { 400 } else { 200 }
    }
}
