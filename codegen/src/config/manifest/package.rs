//! The table `[crate]`: where the crate goes, and what it says of itself, under the keys of Cargo's
//! manifest.

use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::config::{check_name, name_of};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::emit::{Metadata, Publish, RUST_VERSION};

/// How many keywords, and how many categories, registries take.
const LISTED: usize = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CrateTable {
    name: Option<Spanned<String>>,
    pub(super) path: Spanned<PathBuf>,
    #[serde(default)]
    authors: Vec<String>,
    categories: Option<Spanned<Vec<String>>>,
    description: Option<String>,
    documentation: Option<String>,
    homepage: Option<String>,
    keywords: Option<Spanned<Vec<String>>>,
    license: Option<String>,
    license_file: Option<String>,
    publish: Option<Allowed>,
    repository: Option<String>,
    rust_version: Option<Spanned<String>>,
}

/// Where it may be published.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected `true`, `false` or a list of registries"
)]
enum Allowed {
    Anywhere(bool),
    In(Vec<String>),
}

impl CrateTable {
    /// The package's name, or what is wrong with it.
    pub(super) fn name(
        &self,
        target: &Path,
        at: &impl Fn(Range<usize>) -> Place,
    ) -> Result<String, Diagnostic> {
        let (name, span) = match &self.name {
            Some(name) => (name.get_ref().clone(), name.span()),
            None => {
                let name = name_of(target).ok_or_else(|| {
                    let message = "the crate's path gives it no name".to_owned();
                    Diagnostic::new(Code::InvalidManifest, message)
                        .at(at(self.path.span()))
                        .help("add a `name`")
                })?;
                (name, self.path.span())
            }
        };
        check_name(&name).map_err(|problem| problem.at(at(span)))?;
        Ok(name)
    }

    /// What cargo or registries would refuse of the rest.
    pub(super) fn problems(&self, at: &impl Fn(Range<usize>) -> Place) -> Vec<Diagnostic> {
        let problem = |message: String, span, help: &str| {
            Diagnostic::new(Code::InvalidManifest, message)
                .at(at(span))
                .help(help)
        };
        let mut problems = Vec::new();
        let lists = [
            ("keywords", &self.keywords),
            ("categories", &self.categories),
        ];
        for (key, list) in lists {
            if let Some(list) = list.as_ref().filter(|list| list.get_ref().len() > LISTED) {
                let message = format!("there are {} {key}", list.get_ref().len());
                let help = format!("name {LISTED} at most: registries take no more");
                problems.push(problem(message, list.span(), &help));
            }
        }
        let keywords = self.keywords.iter().flat_map(|list| {
            let words = list.get_ref().iter().filter(|word| !is_keyword(word));
            words.map(|word| (word, list.span()))
        });
        for (word, span) in keywords {
            let message = format!("`{word}` is no keyword that registries take");
            let help = "use a letter or a digit, then at most 19 letters, digits, `-`, `_` and `+`";
            problems.push(problem(message, span, help));
        }
        if let Some(version) = &self.rust_version {
            let help = format!("name {RUST_VERSION} or a later one, or none");
            let reason = match number(version.get_ref()) {
                None => "is no version of Rust",
                Some(wanted) if Some(wanted) < number(RUST_VERSION) => {
                    "does not compile what is generated"
                }
                Some(_) => return problems,
            };
            let message = format!("Rust `{}` {reason}", version.get_ref());
            problems.push(problem(message, version.span(), &help));
        }
        problems
    }

    /// What it says of itself.
    pub(super) fn metadata(self) -> Metadata {
        let list =
            |list: Option<Spanned<Vec<String>>>| list.map(Spanned::into_inner).unwrap_or_default();
        Metadata {
            authors: self.authors,
            categories: list(self.categories),
            description: self.description,
            documentation: self.documentation,
            homepage: self.homepage,
            keywords: list(self.keywords),
            license: self.license,
            license_file: self.license_file,
            publish: self.publish.map(|allowed| match allowed {
                Allowed::Anywhere(allowed) => Publish::Allowed(allowed),
                Allowed::In(registries) => Publish::To(registries),
            }),
            repository: self.repository,
            rust_version: self.rust_version.map(Spanned::into_inner),
        }
    }
}

/// Whether crates.io takes this for a keyword.
///
/// <https://doc.rust-lang.org/cargo/reference/manifest.html#the-keywords-field>
fn is_keyword(word: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "-_+".contains(c);
    word.len() <= 20
        && word.starts_with(|c: char| c.is_ascii_alphanumeric())
        && word.chars().all(is_letter)
}

/// A version of Rust, of two numbers or three.
fn number(version: &str) -> Option<[u32; 3]> {
    let mut numbers = [0; 3];
    let parts: Vec<&str> = version.split('.').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    for (number, part) in numbers.iter_mut().zip(parts) {
        *number = part.parse().ok()?;
    }
    Some(numbers)
}
