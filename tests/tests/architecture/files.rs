//! The files of the generator and of the support code, and the modules that they are.

use std::path::{Path, PathBuf};

use crate::SHARED;
use crate::circles::Module;

/// The modules of the generator's rooms and of the support code, without their tests.
pub fn modules() -> Vec<Module> {
    let own = files_in(&source())
        .into_iter()
        .map(|file| (module_of(&file), file));
    let support = files_in(&support()).into_iter().map(|file| {
        let module = path_in(&support(), &file);
        ([vec![SHARED.to_owned()], module].concat(), file)
    });
    let modules = own.chain(support).filter(|(path, _)| {
        let is_test = |name: &String| name == "tests" || name == "support_tests";
        !path.iter().any(is_test)
    });
    let modules = modules.map(|(path, file)| Module {
        code: parse(&file),
        file: shown(&file),
        path,
    });
    modules.collect()
}

/// The code of a file.
pub fn parse(file: &Path) -> syn::File {
    let text = std::fs::read_to_string(file).expect("a readable file");
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", shown(file)))
}

/// The room that a file is in.
pub fn stage_of(file: &Path) -> String {
    let module = module_of(file);
    module
        .first()
        .map_or_else(|| "lib".to_owned(), Clone::clone)
}

/// The module that a file is: `model/traits/mod.rs` is `model::traits`.
pub fn module_of(file: &Path) -> Vec<String> {
    path_in(&source(), file)
}

/// The module that a file of a folder of modules is.
fn path_in(folder: &Path, file: &Path) -> Vec<String> {
    let relative = file.strip_prefix(folder).unwrap_or(file).with_extension("");
    let names = relative
        .iter()
        .map(|name| name.to_string_lossy().into_owned());
    names
        .filter(|name| name != "mod" && name != "lib")
        .collect()
}

/// A path as people see it who stand in the workspace.
pub fn shown(file: &Path) -> String {
    let shown = file
        .strip_prefix(source())
        .map(|path| Path::new("codegen/src").join(path));
    let shown = shown.or_else(|_| {
        file.strip_prefix(support())
            .map(|path| Path::new("codegen/support").join(path))
    });
    shown
        .unwrap_or_else(|_| file.to_owned())
        .display()
        .to_string()
}

/// The folder of the generator.
pub fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/src")
}

/// The folder of the support code.
fn support() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/support")
}

/// The files of the generator.
pub fn files() -> Vec<PathBuf> {
    files_in(&source())
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
