//! The files that a service of botocore is made of, and how they are known.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::de::IgnoredAny;

use crate::model::traits::{EndpointRuleSet, Examples, Paginated, Trait, Waitable};

/// What a file says of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::model) enum Kind {
    Service,
    Paginators,
    Waiters,
    Rules,
    Examples,
    /// What the authors of SDKs add to another file.
    Extras,
    /// What says nothing of a client.
    Other,
}

impl Kind {
    /// The trait that a file beside the service's gives values of.
    pub(super) fn of_trait(self) -> Option<&'static str> {
        match self {
            Self::Paginators => Some(Paginated::ID),
            Self::Waiters => Some(Waitable::ID),
            Self::Rules => Some(EndpointRuleSet::ID),
            Self::Examples => Some(Examples::ID),
            Self::Service | Self::Extras | Self::Other => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Service => "a service",
            Self::Paginators => "the paginators",
            Self::Waiters => "the waiters",
            Self::Rules => "the endpoint rules",
            Self::Examples => "the examples",
            Self::Extras => "what is added to a file",
            Self::Other => "something else",
        })
    }
}

/// The files of a service that are read, by their names without an ending.
const NAMES: [(&str, Kind); 5] = [
    (SERVICE, Kind::Service),
    ("paginators-1", Kind::Paginators),
    ("waiters-2", Kind::Waiters),
    ("endpoint-rule-set-1", Kind::Rules),
    ("examples-1", Kind::Examples),
];
const SERVICE: &str = "service-2";
const EXTRAS: &str = ".sdk-extras";
/// The endings of a file, the likeliest to be edited first.
const ENDINGS: [&str; 2] = [".json", ".json.gz"];

/// What a file of this name and text says; `None` where it is none of botocore's.
pub(in crate::model) fn kind(name: &str, text: &str) -> Option<Kind> {
    let start = text.trim_ascii_start().strip_prefix('{')?;
    if start.trim_ascii_start().starts_with("\"smithy\"") {
        return None;
    }
    let path = Path::new(name);
    let by_name = || {
        let named = NAMES.into_iter().find(|(known, _)| *known == stem(path));
        let extras = || extended(path).map(|_| Kind::Extras);
        named.map(|(_, kind)| kind).or_else(extras)
    };
    let Ok(keys) = serde_json::from_str::<BTreeMap<String, IgnoredAny>>(text) else {
        // What is broken is told as what it is called.
        return by_name();
    };
    let has = |key: &str| keys.contains_key(key);
    if has("smithy") {
        None
    } else if has("metadata") && has("operations") {
        Some(Kind::Service)
    } else if has("pagination") {
        Some(Kind::Paginators)
    } else if has("version") && has("waiters") {
        Some(Kind::Waiters)
    } else if has("version") && has("parameters") && has("rules") {
        Some(Kind::Rules)
    } else if has("merge") {
        Some(Kind::Extras)
    } else if has("version") && has("examples") {
        Some(Kind::Examples)
    } else if has("version") && (has("completions") || has("resources")) {
        Some(Kind::Other)
    } else {
        by_name()
    }
}

/// The file's name without its endings: `service-2` for `service-2.json.gz`.
pub(super) fn stem(path: &Path) -> &str {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let ending = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    ending.unwrap_or(name)
}

/// The stem of the file to which extras belong.
pub(super) fn extended(path: &Path) -> Option<&str> {
    stem(path).strip_suffix(EXTRAS)
}

/// Whether this is the file of a service, by its name.
pub(in crate::model) fn is_service(path: &Path) -> bool {
    stem(path) == SERVICE
}

/// Whether there is a service in this folder.
pub(in crate::model) fn is_folder(folder: &Path) -> bool {
    file(folder, SERVICE).is_some()
}

/// Whether this folder has what belongs to a service, and no service.
pub(in crate::model) fn is_without_service(folder: &Path) -> bool {
    !is_folder(folder) && !of_folder(folder).is_empty()
}

/// The files of the service in this folder.
pub(in crate::model) fn of_folder(folder: &Path) -> Vec<PathBuf> {
    let stems = NAMES
        .iter()
        .flat_map(|(name, _)| [(*name).to_owned(), format!("{name}{EXTRAS}")]);
    stems.filter_map(|stem| file(folder, &stem)).collect()
}

/// The file of a service, and those of it that are beside it.
pub(in crate::model) fn beside(service: &Path) -> Vec<PathBuf> {
    let folder = service.parent().unwrap_or(Path::new(""));
    let others = of_folder(folder)
        .into_iter()
        .filter(|path| !is_service(path));
    std::iter::once(service.to_owned()).chain(others).collect()
}

/// The file of this stem.
fn file(folder: &Path, stem: &str) -> Option<PathBuf> {
    let paths = ENDINGS
        .iter()
        .map(|ending| folder.join(format!("{stem}{ending}")));
    paths.into_iter().find(|path| path.is_file())
}

/// The folder of the last version of a service's API, of which each has one: `2011-06-15`.
pub(in crate::model) fn last_version(folder: &Path) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let folders = entries.map(|entry| entry.path());
    folders.filter(|path| is_version(path)).max()
}

/// Whether a folder is that of a version of a service's API, which is called as its date.
pub(in crate::model) fn is_version(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str());
    let name = name.unwrap_or_default();
    let is_date = name.len() == "2011-06-15".len()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_date && is_folder(folder)
}
