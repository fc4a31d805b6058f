//! What is wrong with the fixtures in `fixtures/bad`: models, and manifests below them.
#![allow(dead_code, reason = "not every test looks at all of them")]

use std::path::{Path, PathBuf};

use miette::{GraphicalReportHandler, GraphicalTheme};
use tinsmith::diagnostic::{Diagnostic, Diagnostics};
use tinsmith::model;
use tinsmith::rust::Scope;
use tinsmith::select::select;
use tinsmith::{Manifest, ir, lower, protocol};

/// Everything that is wrong with any of the models.
pub fn of_all_models() -> Vec<Diagnostic> {
    let models = files("fixtures/bad")
        .into_iter()
        .filter(|path| !is_overlay(path));
    models.flat_map(|path| of_model(&path)).collect()
}

/// Everything that is wrong with any of the manifests.
pub fn of_all_manifests() -> Vec<Diagnostic> {
    let files = files("fixtures/bad/manifests").into_iter();
    let manifests = files.filter(|path| path.extension().is_some_and(|name| name == "toml"));
    manifests.flat_map(|path| of_manifest(&path)).collect()
}

/// Whether this is no model of its own: `NAME.overlay.json` is merged into `NAME.json`.
pub fn is_overlay(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".overlay.json")
}

/// What is wrong with the model at this path, whichever stage finds it.
pub fn of_model(path: &Path) -> Diagnostics {
    let files = [path.to_owned(), path.with_extension("overlay.json")];
    let existing = files.iter().filter(|file| file.exists());
    let texts = existing.map(|file| (name(file), text(file)));
    match ir_of(texts) {
        Err(problems) => problems,
        Ok(_) => panic!("nothing is wrong with {}", path.display()),
    }
}

/// What is wrong with the manifest at this path, or with generating what it says.
pub fn of_manifest(path: &Path) -> Diagnostics {
    let folder = Path::new("fixtures/bad/manifests");
    let generated = Manifest::parse(&name(path), &text(path), folder)
        .and_then(|manifest| tinsmith::generate(&manifest.spec));
    match generated {
        Err(problems) => problems,
        Ok(_) => panic!("nothing is wrong with {}", path.display()),
    }
}

fn ir_of(texts: impl Iterator<Item = (String, String)>) -> Result<ir::Service, Diagnostics> {
    let model = model::parse(texts)?;
    let selection = select(&model, None, None)?;
    let protocol = protocol::of(&model, selection.service)?;
    let mut modules = Scope::of_values(&[]);
    Ok(lower::lower(
        &model,
        &selection,
        &protocol.rules(),
        &mut modules,
    )?)
}

fn name(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn text(file: &Path) -> String {
    std::fs::read_to_string(file).expect("a readable fixture")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// Without colours, and as if every terminal were equally wide.
pub fn rendered(problems: &Diagnostics) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
    let handler = handler.with_width(100).with_links(false);
    let mut text = String::new();
    for problem in problems {
        handler
            .render_report(&mut text, problem)
            .expect("text can be appended");
        text.push('\n');
    }
    text
}
