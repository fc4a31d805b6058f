//! What `Cargo.toml` says of the package itself.

use super::quoted;

/// The oldest Rust that compiles what is generated.
pub(crate) const RUST_VERSION: &str = "1.94.1";

/// What a package says of itself beside its name and its version, under the keys of Cargo's manifest.
///
/// <https://doc.rust-lang.org/cargo/reference/manifest.html#the-package-section>
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Who has made it.
    pub authors: Vec<String>,
    /// What registries list it under.
    pub categories: Vec<String>,
    /// What it is; that it is a client, and of what, where absent.
    pub description: Option<String>,
    /// Where its documentation is.
    pub documentation: Option<String>,
    /// Where it is at home.
    pub homepage: Option<String>,
    /// What it is found by.
    pub keywords: Vec<String>,
    /// Its license, as an SPDX expression.
    pub license: Option<String>,
    /// The file of its license.
    pub license_file: Option<String>,
    /// Where it may be published; anywhere where absent.
    pub publish: Option<Publish>,
    /// Where its source is.
    pub repository: Option<String>,
    /// The oldest Rust that compiles it.
    pub rust_version: Option<String>,
}

/// Where a package may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publish {
    /// Anywhere, or nowhere.
    Allowed(bool),
    /// In these registries.
    To(Vec<String>),
}

impl Metadata {
    /// The lines of `[package]` behind its name and its version.
    pub(super) fn lines(&self, usual_description: &str) -> String {
        let rust_version = self.rust_version.as_deref().unwrap_or(RUST_VERSION);
        let description = self.description.as_deref().unwrap_or(usual_description);
        let publish = self.publish.as_ref().map(|publish| match publish {
            Publish::Allowed(allowed) => allowed.to_string(),
            Publish::To(registries) => list(registries),
        });
        let text = |value: &Option<String>| value.as_deref().map(quoted);
        let texts = |values: &[String]| (!values.is_empty()).then(|| list(values));
        let lines = [
            ("rust-version", Some(quoted(rust_version))),
            ("description", Some(quoted(description))),
            ("authors", texts(&self.authors)),
            ("license", text(&self.license)),
            ("license-file", text(&self.license_file)),
            ("repository", text(&self.repository)),
            ("homepage", text(&self.homepage)),
            ("documentation", text(&self.documentation)),
            ("keywords", texts(&self.keywords)),
            ("categories", texts(&self.categories)),
            ("publish", publish),
        ];
        let lines = lines
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)));
        lines
            .map(|(key, value)| format!("{key} = {value}\n"))
            .collect()
    }
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}
