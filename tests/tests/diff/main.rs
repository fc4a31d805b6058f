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
use tinsmith::output::Tree;
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

/// All files that are generated for a service.
fn generated(service: &ServiceSpec) -> Tree {
    let spec = CrateSpec {
        services: vec![service.clone()],
        ..CrateSpec::default()
    };
    tinsmith::generate(&spec)
        .unwrap_or_else(|problems| panic!("{problems}"))
        .tree
}

fn compare(old: &ServiceSpec, new: &ServiceSpec) -> Diff {
    diff::of_models(old, new).unwrap_or_else(|problems| panic!("{problems}"))
}
