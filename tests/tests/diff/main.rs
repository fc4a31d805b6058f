//! What a new model changes for callers: pairs of models in `fixtures/diff`, one change each, and
//! models from which parts are taken at random.

mod compatibility;
mod crates;
mod license_manager;
mod pairs;
mod random;
mod semver_checks;
mod table;
mod uses;

use std::path::{Path, PathBuf};

use tinsmith::diff::{self, Diff};
use tinsmith::{CrateSpec, ServiceSpec};

/// A pair of models in `fixtures/diff`.
pub struct Pair {
    name: &'static str,
    verdict: &'static str,
    /// What `cargo-semver-checks` says.
    of_the_tool: &'static str,
    /// Why it says less.
    why: &'static str,
}

impl Pair {
    const fn new(
        name: &'static str,
        verdict: &'static str,
        of_the_tool: &'static str,
        why: &'static str,
    ) -> Self {
        Self {
            name,
            verdict,
            of_the_tool,
            why,
        }
    }

    fn folder(&self) -> PathBuf {
        fixtures().join(self.name)
    }

    fn before(&self) -> ServiceSpec {
        service(&self.folder().join("old.json"))
    }

    fn after(&self) -> ServiceSpec {
        service(&self.folder().join("new.json"))
    }

    fn diff(&self) -> Diff {
        compare(&self.before(), &self.after())
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/diff")
}

/// The only service of a model.
fn service(model: &Path) -> ServiceSpec {
    ServiceSpec {
        model: vec![model.to_owned()],
        ..ServiceSpec::default()
    }
}

/// All code that is generated for a service, by path: not the record of its model, which has shape
/// ids that no code has.
fn generated(service: &ServiceSpec) -> Vec<(PathBuf, String)> {
    let spec = CrateSpec {
        services: vec![service.clone()],
        ..CrateSpec::default()
    };
    let generated = tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"));
    let files = generated.tree.files();
    files
        .filter(|(path, _)| path.extension().is_none_or(|extension| extension != "json"))
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

fn compare(old: &ServiceSpec, new: &ServiceSpec) -> Diff {
    diff::of_models(old, new).unwrap_or_else(|problems| panic!("{problems}"))
}
