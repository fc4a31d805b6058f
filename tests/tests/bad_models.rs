//! Models that are wrong: each fixture in `fixtures/bad` holds problems of one kind, and its
//! snapshot is what a user is told. `NAME.overlay.json` is merged into `NAME.json`.

use std::collections::BTreeSet;
use std::path::Path;

use tinsmith::diagnostic::{Code, Diagnostic, Diagnostics};
use tinsmith::model::{self, Model};
use tinsmith::rust::Scope;
use tinsmith::select::select;
use tinsmith::{ir, lower, protocol};

#[test]
fn each_problem_is_told_with_its_place_and_what_to_do() {
    insta::glob!("../fixtures/bad", "*.json", |path| {
        if !is_overlay(path) {
            insta::assert_snapshot!(problems(path));
        }
    });
}

#[test]
fn every_kind_of_problem_in_models_has_a_fixture() {
    let told: BTreeSet<Code> = all_problems().iter().map(Diagnostic::code).collect();
    let not_of_a_model = [
        Code::UnreadableFile,
        Code::UnknownOperation,
        Code::InvalidManifest,
        Code::InvalidOutput,
    ];
    for code in Code::ALL
        .iter()
        .filter(|code| !not_of_a_model.contains(code))
    {
        assert!(told.contains(code), "no fixture has {code}");
    }
}

#[test]
fn every_problem_has_a_place_unless_something_is_absent_altogether() {
    for problem in all_problems() {
        let placed = !problem.places().is_empty();
        assert!(
            placed || problem.code() == Code::MissingService,
            "{problem}"
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_told_with_its_name() {
    let problems = model::load(&["fixtures/absent.json"]).unwrap_err();
    insta::assert_snapshot!(problems, @"
    error[tinsmith::unreadable_file]: cannot read `fixtures/absent.json`: No such file or directory (os error 2)
      help: give the path of a readable file
    ");
}

#[test]
fn unknown_operations_are_told_all_at_once_with_the_nearest_names() {
    let wanted = ["GetBok", "ListBooks", "Frobnicate"].map(str::to_owned);
    let problems = select(&library(), None, Some(&wanted)).unwrap_err();
    insta::assert_snapshot!(Diagnostics::from(problems), @"
    error[tinsmith::unknown_operation]: `Library` has no operation `Frobnicate`
      --> library.json:4:13 (com.example#Library)
      help: it has 3 other operations

    error[tinsmith::unknown_operation]: `Library` has no operation `GetBok`
      --> library.json:4:13 (com.example#Library)
      help: did you mean `GetBook`?
    ");
}

#[test]
fn an_unknown_service_is_told_with_the_nearest_name() {
    let problems = select(&library(), Some("Libary"), None).unwrap_err();
    insta::assert_snapshot!(Diagnostics::from(problems), @"
    error[tinsmith::missing_service]: the model has no service `Libary`
      help: did you mean `Library`?
    ");
}

#[test]
fn no_service_like_the_wanted_one_is_told_with_all_there_are() {
    let problems = select(&library(), Some("Zoo"), None).unwrap_err();
    insta::assert_snapshot!(Diagnostics::from(problems), @"
    error[tinsmith::missing_service]: the model has no service `Zoo`
      help: it has `com.example#Library`
    ");
}

fn library() -> Model {
    let text = r#"{
        "smithy": "2.0",
        "shapes": {
            "com.example#Library": {
                "type": "service",
                "operations": [
                    { "target": "com.example#GetBook" },
                    { "target": "com.example#ListBooks" },
                    { "target": "com.example#LendBook" }
                ]
            },
            "com.example#GetBook": { "type": "operation" },
            "com.example#ListBooks": { "type": "operation" },
            "com.example#LendBook": { "type": "operation" }
        }
    }"#;
    model::parse([("library.json", text)]).unwrap_or_else(|problems| panic!("{problems}"))
}

fn all_problems() -> Vec<Diagnostic> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad");
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let models = paths.filter(|path| !is_overlay(path));
    models.flat_map(|path| problems(&path)).collect()
}

fn is_overlay(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".overlay.json")
}

/// What is wrong with the model at this path, whichever stage finds it.
fn problems(path: &Path) -> Diagnostics {
    let files = [path.to_owned(), path.with_extension("overlay.json")];
    let existing = files.iter().filter(|file| file.exists());
    let texts = existing.map(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(file).expect("a readable fixture");
        (name.into_owned(), text)
    });
    match ir_of(texts) {
        Err(problems) => problems,
        Ok(_) => panic!("nothing is wrong with {}", path.display()),
    }
}

fn ir_of(texts: impl Iterator<Item = (String, String)>) -> Result<ir::Service, Diagnostics> {
    let model = model::parse(texts)?;
    let selection = select(&model, None, None)?;
    let protocol = protocol::of(&model, selection.service)?;
    let mut modules = Scope::of_values(&[]);
    Ok(lower::lower(&model, &selection, protocol, &mut modules)?)
}
