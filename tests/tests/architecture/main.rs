//! The house: data flows one way through the stages of the generator, so a stage imports only
//! stages before it; and what is lowered is decided once, so no pass changes what another has
//! built. Paths are found by parsing `codegen/src`; what stands in `quote!` belongs to generated
//! crates and does not count.

mod changed;
mod paths;

use std::path::{Path, PathBuf};

/// The stages, in the order in which data flows through them.
const STAGES: &[&str] = &[
    "diagnostic",
    "rust",
    "model",
    "select",
    "ir",
    "lower",
    "protocol",
    "emit",
    "output",
];

/// What is no stage, and what any stage may use: it sees none of them.
const BELOW_ALL: &[&str] = &["limits", "plain_file", "stack"];

/// What is no stage but sees all of them: the pipeline, and what describes its ends.
const ABOVE_ALL: &[&str] = &[
    "lib",
    "config",
    "diff",
    "docs",
    "endpoint_tests",
    "inspect",
    "release",
];

/// The words of the endpoint tables and the formats of timestamps, which generated crates and these
/// stages share.
const SHARED: &str = "support";
const SHARERS: &[&str] = &["ir", "lower", "emit", "endpoint_tests"];

#[test]
fn no_stage_imports_a_later_one() {
    let faults: Vec<String> = files().iter().flat_map(|file| faults(file)).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_file_belongs_to_a_stage() {
    for file in files() {
        let stage = stage_of(&file);
        let mut known = [STAGES, ABOVE_ALL, BELOW_ALL].into_iter().flatten();
        let known = known.any(|other| *other == stage);
        let of_tests = stage == "support_tests";
        assert!(
            known || of_tests,
            "{}: `{stage}` has no place in the order of the stages",
            shown(&file)
        );
    }
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let code = r#"
        use crate::{emit::File, model::{Model, ShapeId}};
        use super::super::output;
        fn f(x: crate::lower::X) { crate::select::select(); quote!(crate::hidden::X); }
        mod inner { use super::super::super::ir; }
    "#;
    let module = ["protocol", "json"].map(str::to_owned);
    let found = paths::of_crate(&syn::parse_file(code).unwrap(), &module);
    let found: Vec<&str> = found.iter().map(|path| path.segments[0].as_str()).collect();
    assert_eq!(
        found,
        ["emit", "model", "model", "output", "lower", "select", "ir"]
    );
}

#[test]
fn a_fault_names_the_file_the_line_and_the_rule() {
    let code = syn::parse_file("//! Docs.\n\nuse crate::emit::File;\n").unwrap();
    let fault = faults_in(&code, &source().join("model/read.rs")).join("\n");
    assert_eq!(
        fault,
        "codegen/src/model/read.rs:3: `crate::emit::File` is imported, but `model` comes before \
         `emit`. A stage imports only stages before it: diagnostic, rust, model, select, ir, \
         lower, protocol, emit, output."
    );
}

#[test]
fn no_pass_of_lowering_changes_what_another_has_built() {
    let files = files();
    let passes = files.iter().filter(|file| stage_of(file) == "lower");
    let faults: Vec<String> = passes
        .flat_map(|file| changes(&parse(file), file))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn what_can_be_changed_is_found_wherever_it_stands() {
    let code = r#"
        use crate::ir::{self, Member as IrMember, Operation, endpoint::Rule};
        use crate::model::{Member, Shape};
        fn a(first: &mut [Operation], second: &mut ir::Structure, third: Option<&mut IrMember>) {}
        fn b(fourth: &mut crate::ir::Enum, ours: &mut Member, read: &Operation, mut own: Operation) {}
        impl Pass<'_> {
            fn c(&mut self, fifth: &mut dyn Iterator<Item = &Rule>, ours: &mut Vec<Shape>) {}
        }
        impl Operation { fn d(&mut self) { (|sixth: &mut Rule| ())(); } fn e(&self, mut f: Rule) {} }
    "#;
    let found = changed::parameters(&syn::parse_file(code).unwrap());
    let found: Vec<&str> = found.iter().map(|found| found.name.as_str()).collect();
    assert_eq!(
        found,
        [
            "first", "second", "third", "fourth", "fifth", "self", "sixth"
        ]
    );
}

#[test]
fn a_change_is_told_with_its_file_and_line_and_what_to_do() {
    let code = "use crate::ir::Operation;\n\nfn name(operations: &mut [Operation]) {}\n";
    let faults = changes(
        &syn::parse_file(code).unwrap(),
        &source().join("lower/x.rs"),
    );
    assert_eq!(
        faults.join("\n"),
        "codegen/src/lower/x.rs:3: `operations` is a part of the ir that can be changed. Let the \
         pass return what it decides, and put it where the item is built."
    );
}

fn changes(code: &syn::File, file: &Path) -> Vec<String> {
    let parameters = changed::parameters(code).into_iter();
    let told = parameters.map(|parameter| {
        format!(
            "{}:{}: `{}` is a part of the ir that can be changed. Let the pass return what it \
             decides, and put it where the item is built.",
            shown(file),
            parameter.line,
            parameter.name
        )
    });
    told.collect()
}

fn parse(file: &Path) -> syn::File {
    let text = std::fs::read_to_string(file).expect("a readable file");
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", shown(file)))
}

fn faults(file: &Path) -> Vec<String> {
    faults_in(&parse(file), file)
}

fn faults_in(code: &syn::File, file: &Path) -> Vec<String> {
    let stage = stage_of(file);
    let own = match STAGES.iter().position(|other| *other == stage) {
        Some(own) => own + 1,
        None if BELOW_ALL.contains(&stage.as_str()) => 0,
        None => return Vec::new(),
    };
    let paths = paths::of_crate(code, &module_of(file));
    let faults = paths.iter().filter_map(|path| {
        let imported = path.segments[0].as_str();
        let reason = match STAGES.iter().position(|other| *other == imported) {
            Some(other) if other < own => return None,
            Some(_) => format!("`{stage}` comes before `{imported}`"),
            None if BELOW_ALL.contains(&imported) => return None,
            None if imported == SHARED && SHARERS.contains(&stage.as_str()) => return None,
            None => format!("`{imported}` is no stage before `{stage}`"),
        };
        Some(format!(
            "{}:{}: `crate::{}` is imported, but {reason}. A stage imports only stages before it: \
             {}.",
            shown(file),
            path.line,
            path.segments.join("::"),
            STAGES.join(", ")
        ))
    });
    faults.collect()
}

/// The room that a file is in.
fn stage_of(file: &Path) -> String {
    let module = module_of(file);
    module
        .first()
        .map_or_else(|| "lib".to_owned(), Clone::clone)
}

/// The module that a file is: `model/traits/mod.rs` is `model::traits`.
fn module_of(file: &Path) -> Vec<String> {
    let relative = file
        .strip_prefix(source())
        .unwrap_or(file)
        .with_extension("");
    let names = relative
        .iter()
        .map(|name| name.to_string_lossy().into_owned());
    names
        .filter(|name| name != "mod" && name != "lib")
        .collect()
}

/// A path as people see it who stand in the workspace.
fn shown(file: &Path) -> String {
    let relative = file.strip_prefix(source()).unwrap_or(file);
    format!("codegen/src/{}", relative.display())
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/src")
}

fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![source()];
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
