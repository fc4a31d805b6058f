//! What a new model changes for callers: pairs of models in `fixtures/diff`, one change each, and
//! models from which parts are taken at random.

mod compatibility;
mod crates;
mod pairs;
mod random;
mod semver_checks;
mod table;
mod uses;

use std::path::{Path, PathBuf};

use tinsmith::ServiceSpec;
use tinsmith::diff::{self, Diff};

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
        Self { name, verdict, of_the_tool, why }
    }

    fn folder(&self) -> PathBuf {
        fixtures().join(self.name)
    }

    fn old(&self) -> ServiceSpec {
        service(&self.folder().join("old.json"))
    }

    fn new_(&self) -> ServiceSpec {
        service(&self.folder().join("new.json"))
    }

    fn diff(&self) -> Diff {
        compare(&self.old(), &self.new_())
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/diff")
}

/// The only service of a model.
fn service(model: &Path) -> ServiceSpec {
    ServiceSpec { model: vec![model.to_owned()], ..ServiceSpec::default() }
}

/// A file of the corpus. The corpus is not part of the project: it is looked for at
/// `TINSMITH_CORPUS` or at `../shared/corpus`.
fn corpus(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let folder = std::env::var_os("TINSMITH_CORPUS").map_or(beside, PathBuf::from);
    Some(folder.join(name)).filter(|file| file.exists())
}

fn compare(old: &ServiceSpec, new: &ServiceSpec) -> Diff {
    diff::of_models(old, new).unwrap_or_else(|problems| panic!("{problems}"))
}
