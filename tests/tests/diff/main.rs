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
    /// The protocols that the old and the new service speak, where not the default.
    protocols: [Option<&'static str>; 2],
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
            protocols: [None, None],
        }
    }

    /// The same, where the services are asked to speak these protocols.
    const fn speaking(mut self, old: &'static str, new: &'static str) -> Self {
        self.protocols = [Some(old), Some(new)];
        self
    }

    fn folder(&self) -> PathBuf {
        fixtures().join(self.name)
    }

    fn before(&self) -> ServiceSpec {
        self.service("old.json", self.protocols[0])
    }

    fn after(&self) -> ServiceSpec {
        // What differs may be the protocol alone.
        let is_another = self.folder().join("new.json").exists();
        let model = if is_another { "new.json" } else { "old.json" };
        self.service(model, self.protocols[1])
    }

    fn service(&self, model: &str, protocol: Option<&str>) -> ServiceSpec {
        ServiceSpec {
            protocol: protocol.map(Into::into),
            ..service(&self.folder().join(model))
        }
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
