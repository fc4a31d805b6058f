//! What models of our own become.

use std::path::{Path, PathBuf};

use tinsmith::{CrateSpec, Generated, ServiceSpec, model};

/// The files of all models of our own.
#[allow(dead_code, reason = "not every test looks at all of them")]
pub fn all() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let folders = ["models", "models/names"].map(|folder| fixtures.join(folder));
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// All services of a model.
#[allow(dead_code, reason = "not every test looks at all of them")]
pub fn services(path: &Path) -> Vec<ServiceSpec> {
    let model = model::load(&[path.to_owned()]).unwrap_or_else(|problems| panic!("{problems}"));
    let ids = model.services().map(|(shape, _)| shape.id.to_string());
    ids.map(|id| ServiceSpec {
        model: vec![path.to_owned()],
        service: Some(id),
        ..ServiceSpec::default()
    })
    .collect()
}

/// The crate `fixtures` with these services.
#[allow(dead_code, reason = "not every test looks at all of them")]
pub fn generate(services: Vec<ServiceSpec>) -> Generated {
    tinsmith::generate(&spec(services)).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What that crate is generated from.
pub fn spec(services: Vec<ServiceSpec>) -> CrateSpec {
    CrateSpec {
        name: "fixtures".to_owned(),
        services,
        ..CrateSpec::default()
    }
}
