//! A crate that is compiled alone, when all that it depends on has been built.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::cargo::{Cargo, Profile};
use super::usage::Usage;
use crate::problem::Problem;

/// A crate among its dependencies.
pub struct Crate {
    /// Its package.
    pub package: String,
    /// The folder of its source.
    pub source: PathBuf,
    cargo: Cargo,
    /// The packages that it depends on itself, by their ids.
    dependencies: Vec<String>,
}

impl Crate {
    /// A package of a workspace, or one that the workspace depends on, which cargo downloads where
    /// need be.
    ///
    /// # Errors
    /// Where cargo does not find it.
    pub fn find(package: &str, cargo: Cargo) -> Result<Self, Problem> {
        let metadata = cargo.metadata()?;
        let unknown = || Problem::new(format!("cargo does not know `{package}`"));
        let (id, manifest) = of_package(&metadata, package).ok_or_else(unknown)?;
        let folder = Path::new(manifest).parent().ok_or_else(unknown)?;
        Ok(Self {
            package: package.to_owned(),
            source: folder.join("src"),
            dependencies: dependencies(&metadata, id),
            cargo,
        })
    }

    /// Builds what it depends on, and not the crate itself.
    ///
    /// # Errors
    /// Where that fails.
    pub fn build_dependencies(&self, profile: Profile) -> Result<(), Problem> {
        let mut arguments = profile.arguments().to_vec();
        for dependency in &self.dependencies {
            arguments.extend(["--package", dependency]);
        }
        self.cargo.run(&arguments).map(|_| ())
    }

    /// Compiles it, and nothing else.
    ///
    /// # Errors
    /// Where it does not compile.
    pub fn compile(&self, profile: Profile) -> Result<Usage, Problem> {
        let package = ["--package", &self.package];
        let clean: &[&str] = match profile {
            Profile::Check | Profile::Debug => &["clean"],
            Profile::Release => &["clean", "--release"],
        };
        self.cargo.run(&[clean, &package].concat())?;
        self.cargo.run(&[profile.arguments(), &package].concat())
    }
}

/// The id of a package, and the path of its manifest.
fn of_package<'m>(metadata: &'m Value, name: &str) -> Option<(&'m str, &'m str)> {
    let mut packages = metadata["packages"].as_array()?.iter();
    let package = packages.find(|package| package["name"] == name)?;
    Some((package["id"].as_str()?, package["manifest_path"].as_str()?))
}

/// What a package depends on to be built, other than its tests.
fn dependencies(metadata: &Value, id: &str) -> Vec<String> {
    let array = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let nodes = array(&metadata["resolve"]["nodes"]);
    let node = nodes.iter().find(|node| node["id"] == id);
    let deps = node.map(|node| array(&node["deps"])).unwrap_or_default();
    let is_normal = |dependency: &&Value| {
        let mut kinds = array(&dependency["dep_kinds"]).into_iter();
        kinds.any(|kind| kind["kind"].is_null() && kind["target"].is_null())
    };
    let ids = deps.iter().filter(is_normal);
    ids.filter_map(|dependency| dependency["pkg"].as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_only_tests_or_other_systems_need_is_not_built() {
        let dependency = |id: &str, kind: Value, target: Value| json!({ "pkg": id, "dep_kinds": [{ "kind": kind, "target": target }] });
        let metadata = json!({ "resolve": { "nodes": [
            { "id": "other", "deps": [dependency("unrelated", Value::Null, Value::Null)] },
            { "id": "sdk", "deps": [
                dependency("http", Value::Null, Value::Null),
                dependency("proptest", json!("dev"), Value::Null),
                dependency("winapi", Value::Null, json!("cfg(windows)")),
            ] },
        ] } });
        assert_eq!(dependencies(&metadata, "sdk"), ["http"]);
    }
}
