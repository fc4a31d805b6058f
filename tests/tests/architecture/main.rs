//! The house: data flows one way through the stages of the generator, so a stage imports only
//! stages before it; and what is lowered is decided once, so no pass changes what another has
//! built. What is copied into crates costs their callers no more than it must. Paths are found by parsing `codegen/src`; what stands in `quote!` belongs to generated
//! crates and does not count.

mod changed;
mod circles;
mod files;
mod hints;
mod names;
mod paths;

use std::path::Path;

use files::{files, module_of, modules, parse, shown, source, stage_of};

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
const BELOW_ALL: &[&str] = &["hash", "limits", "plain_file", "stack"];

/// What is no stage but sees all of them: the pipeline, and what describes its ends.
const ABOVE_ALL: &[&str] = &[
    "lib",
    "main",
    "cli",
    "config",
    "diff",
    "docs",
    "endpoint_tests",
    "inspect",
    "release",
    "update",
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

/// A module is what it and its children are together: a parent may use its children, and they it.
/// Siblings that need each other either have a part in common, which is a module of its own, or
/// meet in their parent. What is imported through another module's `use` counts as imported from
/// where it is. Methods are found by types, not by paths, and do not count.
#[test]
fn no_modules_of_one_parent_import_each_other_in_a_circle() {
    let circles = circles::of_siblings(&modules(), counts);
    let told: Vec<String> = circles.iter().map(|circle| circle.join("\n")).collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n\n"));
}

#[test]
fn a_circle_is_told_with_all_its_imports_also_where_a_parent_passes_them_on() {
    let module = |path: &[&str], code: &str| circles::Module {
        path: path.iter().map(|&name| name.to_owned()).collect(),
        file: format!("{}.rs", path.join("/")),
        code: syn::parse_file(code).unwrap(),
    };
    let modules = [
        module(
            &["ir"],
            "pub use name::Name; pub mod name; fn f() { name::f() }",
        ),
        module(
            &["ir", "name"],
            "\nuse super::{other, third::Third};\npub struct Name;",
        ),
        module(
            &["ir", "other"],
            "mod child; struct Other(crate::ir::Name);",
        ),
        module(
            &["ir", "other", "child"],
            "use super::Other; use super::super::third::*;",
        ),
        module(&["ir", "third"], "pub struct Third; struct Own(Third);"),
    ];
    let circles = circles::of_siblings(&modules, |_, _| true);
    assert_eq!(
        circles,
        [[
            "ir/name.rs:2: `ir::name` imports `ir::other`",
            "ir/other.rs:1: `ir::other` imports `ir::name`"
        ]]
    );
}

/// The formats, whose innards are measured with the hints that they have.
const FORMATS: &[&str] = &["cbor", "form", "json", "wire", "xml"];

#[test]
fn what_is_copied_into_crates_is_hinted_where_it_is_not_generic_and_nowhere_else() {
    let (mut needless, mut missing) = (Vec::new(), Vec::new());
    for module in modules() {
        if module.path.first().is_none_or(|room| room != SHARED) {
            continue;
        }
        let of_format = module.path.get(1);
        let faults = hints::faults(&module.code);
        let place = |line| format!("{}:{line}", module.file);
        if !of_format.is_some_and(|room| FORMATS.contains(&room.as_str())) {
            needless.extend(faults.needless.into_iter().map(place));
        }
        missing.extend(faults.missing.into_iter().map(place));
    }
    let why = "take `#[inline]` away: each unit that calls a generic function gets a copy by it";
    assert!(needless.is_empty(), "\n{}\n{why}\n", needless.join("\n"));
    let why = "add `#[inline]`: what is not generic is compiled by it only where it is called";
    assert!(missing.is_empty(), "\n{}\n{why}\n", missing.join("\n"));
}

#[test]
fn a_hint_is_needless_or_missing_by_what_is_generic_in_a_function_or_around_it() {
    let long = "{ a(); b(); c(); }".replace(' ', "\n");
    let found = |code: String| {
        let faults = hints::faults(&syn::parse_file(&code).expect("code"));
        [!faults.needless.is_empty(), !faults.missing.is_empty()]
    };
    let functions = [
        (format!("fn plain() {long}"), [false, true]),
        (format!("#[inline] fn plain() {long}"), [false, false]),
        (format!("const fn constant() {long}"), [false, false]),
        (format!("#[cold] fn cold() {long}"), [false, false]),
        (format!("fn own<T>(t: T) {long}"), [false, false]),
        (format!("#[inline] fn own<T>(t: T) {long}"), [true, false]),
        (
            format!("#[inline] fn any(t: &mut impl Clone) {long}"),
            [true, false],
        ),
        (
            format!("impl<T> A<T> {{ fn around(&self) {long} }}"),
            [false, false],
        ),
        (
            format!("impl<T> A<T> {{ #[inline] fn around(&self) {long} }}"),
            [true, false],
        ),
        (
            format!("impl<'a> B<'a> {{ fn lifetimes(&self) {long} }}"),
            [false, true],
        ),
        (
            format!("impl<'a> B<'a> {{ #[inline] fn lifetimes(&self) {long} }}"),
            [false, false],
        ),
        (
            format!("trait C {{ #[inline] fn of_trait(&self) {long} }}"),
            [true, false],
        ),
        (
            "#[inline] fn short<T>(t: T) { a(); }".to_owned(),
            [false, false],
        ),
        (
            format!("#[inline(always)] fn measured<T>(t: T) {long}"),
            [false, false],
        ),
        (
            format!("#[inline(never)] fn measured() {long}"),
            [false, false],
        ),
    ];
    for (code, faults) in functions {
        assert_eq!(found(code.clone()), faults, "{code}");
    }
}

/// Whether an import counts. Rooms are in an order of their own. Much of the support code is tables
/// and what reads them, which name each other's types: there, only what is called counts.
fn counts(parent: &[String], path: &[String]) -> bool {
    let is_type = |name: &String| name.starts_with(char::is_uppercase);
    let parent: Vec<&str> = parent.iter().map(String::as_str).collect();
    match parent.as_slice() {
        [] => false,
        [SHARED, "client", ..] => true,
        [SHARED, ..] => !path.iter().any(is_type),
        _ => true,
    }
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
