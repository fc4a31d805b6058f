//! Manifests: files that say what to generate, and where.

mod mistakes;
mod package;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::{CrateSpec, ServiceSpec};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Source};
use crate::plain_file;
use crate::protocol::Wanted;
use package::CrateTable;

/// A manifest: a crate, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The crate.
    pub spec: CrateSpec,
    /// The folder that it goes into.
    pub path: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestFile {
    #[serde(rename = "crate")]
    krate: CrateTable,
    service: Vec<ServiceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceTable {
    model: Spanned<Vec<PathBuf>>,
    service: Option<String>,
    operations: Option<Spanned<Vec<String>>>,
    protocol: Option<Spanned<String>>,
}

impl Manifest {
    /// Reads a manifest. Paths in it are relative to its folder.
    ///
    /// # Errors
    /// Where it cannot be read, or says something that it cannot mean.
    pub fn read(path: &Path) -> Result<Self, Diagnostics> {
        let name = path.display().to_string();
        let text = plain_file::read_text(path).map_err(|error| {
            let message = format!("cannot read the manifest `{name}`: {error}");
            Diagnostic::new(Code::UnreadableFile, message)
                .help("give another one with `--manifest`, or a model with `--model`")
        })?;
        Self::parse(&name, &text, path.parent().unwrap_or(Path::new("")))
    }

    /// Reads a manifest of this name and text, as if it were in this folder.
    ///
    /// # Errors
    /// Everything that it says and cannot mean.
    pub fn parse(name: &str, text: &str, folder: &Path) -> Result<Self, Diagnostics> {
        let source = Arc::new(Source::new(0, name, text));
        let file_name = Path::new(name).file_name().and_then(|name| name.to_str());
        let at = |span: Range<usize>| Place::new(source.clone(), span);
        let file: ManifestFile =
            toml::from_str(text).map_err(|error| mistakes::problem(name, text, &error, &at))?;
        let mut problems = Vec::new();
        if file.service.is_empty() {
            let message = "the manifest names no service".to_owned();
            let problem = Diagnostic::new(Code::InvalidManifest, message).at(at(0..0));
            problems.push(problem.help("add a `[[service]]` with its `model`"));
        }
        for service in &file.service {
            problems.extend(service.problem(&at));
        }
        let target = folder.join(file.krate.path.get_ref());
        let name = file
            .krate
            .name(&target, &at)
            .map_err(|problem| problems.push(problem));
        problems.extend(file.krate.problems(&at));
        match name {
            Ok(name) if problems.is_empty() => {
                let services = file.service.into_iter();
                let services = services.map(|service| service.spec(folder, &at)).collect();
                let spec = CrateSpec {
                    name,
                    services,
                    command: command(file_name),
                    metadata: file.krate.metadata(),
                    ..CrateSpec::default()
                };
                Ok(Self { spec, path: target })
            }
            _ => Err(problems.into()),
        }
    }
}

impl ServiceTable {
    /// What is wrong with it, if anything is.
    fn problem(&self, at: &impl Fn(Range<usize>) -> Place) -> Option<Diagnostic> {
        let problem = |message: &str, span, help| {
            Diagnostic::new(Code::InvalidManifest, message)
                .at(at(span))
                .help(help)
        };
        if self.model.get_ref().is_empty() {
            return Some(problem(
                "the service has no model",
                self.model.span(),
                "name the files of its model",
            ));
        }
        let operations = self
            .operations
            .as_ref()
            .filter(|names| names.get_ref().is_empty())?;
        Some(problem(
            "no operation is to be generated",
            operations.span(),
            "name operations, or leave `operations` out to have all",
        ))
    }

    fn spec(self, folder: &Path, at: &impl Fn(Range<usize>) -> Place) -> ServiceSpec {
        let model = self.model.into_inner().into_iter();
        let protocol = self.protocol.map(|name| {
            let place = at(name.span());
            Wanted::from(name.into_inner()).at(place)
        });
        ServiceSpec {
            model: model.map(|file| folder.join(file)).collect(),
            service: self.service,
            operations: self.operations.map(Spanned::into_inner),
            protocol,
        }
    }
}

/// The name of a manifest that is found where it is.
const USUAL: &str = "codegen.toml";

/// The command that generates what a manifest of this name says, in its folder.
fn command(file_name: Option<&str>) -> String {
    let command = CrateSpec::default().command;
    match file_name.filter(|name| *name != USUAL) {
        Some(name) => format!("{command} --manifest {name}"),
        None => command,
    }
}
