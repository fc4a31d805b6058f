//! Workspaces of crates that are compared, or compiled with code for what was before.

use std::fs;

use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::workspace::Workspace;

/// The workspace of this name, without crates.
pub fn workspace(name: &str) -> Workspace {
    let tmp = env!("CARGO_TARGET_TMPDIR");
    let workspace = Workspace::new(tmp, &format!("diff/{name}"), &["crates/*"]);
    let crates = workspace.folder().join("crates");
    if crates.exists() {
        fs::remove_dir_all(&crates).expect("a folder can be removed");
    }
    fs::create_dir_all(&crates).expect("a folder can be made");
    workspace
}

/// Generates a crate of these services into a workspace, below `crates`; gives their modules.
pub fn generate(workspace: &Workspace, name: &str, services: Vec<ServiceSpec>) -> Vec<String> {
    let spec = CrateSpec {
        name: name.to_owned(),
        services,
        ..CrateSpec::default()
    };
    let generated = workspace.generate(&format!("crates/{name}"), &spec);
    let services = generated.services.into_iter();
    services.map(|service| service.module).collect()
}
