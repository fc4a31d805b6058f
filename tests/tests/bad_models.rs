//! Models that are wrong: each fixture in `fixtures/bad` holds problems of one kind, and its
//! snapshot is what a user is told. `NAME.overlay.json` is merged into `NAME.json`.

mod bad_fixtures;

use std::path::Path;

use tinsmith::diagnostic::{Code, Diagnostics};
use tinsmith::model::{self, Model};
use tinsmith::select::select;
use tinsmith::{CrateSpec, ServiceSpec};

#[test]
fn each_problem_is_told_with_its_place_and_what_to_do() {
    insta::glob!("../fixtures/bad", "*.{json,smithy}", |path| {
        if !bad_fixtures::is_overlay(path) {
            insta::assert_snapshot!(bad_fixtures::of_model(path));
        }
    });
}

#[test]
fn every_problem_has_a_place_unless_something_is_absent_altogether() {
    for problem in bad_fixtures::of_all_models() {
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
fn ways_to_authenticate_that_no_client_knows_are_told_with_what_to_do() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
    let spec = CrateSpec {
        name: "cellar".to_owned(),
        services: vec![ServiceSpec {
            model: vec![models.join("auth.json")],
            service: Some("Cellar".to_owned()),
            ..ServiceSpec::default()
        }],
        ..CrateSpec::default()
    };
    let generated = tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"));
    let warnings: Vec<&str> = generated
        .warnings
        .iter()
        .map(|warning| warning.message())
        .collect();
    assert_eq!(
        warnings,
        [
            "callers of `Cellar` are authenticated by `secretKnock` or `httpDigestAuth` alone, which \
          clients do not know"
        ]
    );
}

#[test]
fn errors_that_an_operation_has_of_one_name_are_told_with_their_places() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
    let spec = CrateSpec {
        name: "errors".to_owned(),
        services: vec![ServiceSpec {
            model: vec![models.join("errors.json")],
            ..ServiceSpec::default()
        }],
        ..CrateSpec::default()
    };
    let generated = tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"));
    let warnings: Vec<(&str, usize)> = generated
        .warnings
        .iter()
        .map(|warning| (warning.message(), warning.places().len()))
        .collect();
    let message = "`LookEverywhere` has several errors that responses call `NotFound`: \
                   `example.errors#NotFound`, `example.elsewhere#NotFound`";
    assert_eq!(warnings, [(message, 2)]);
}

#[test]
fn what_is_in_the_path_may_be_called_as_a_member_of_the_body_is() {
    let models = |more: &str| {
        let text = format!(
            "$version: \"2\"\nnamespace com.example\n\
             structure Input {{ @required @httpLabel name: String, @jsonName(\"name\") other: String }}\n{more}"
        );
        model::parse([("model.smithy", text)])
    };
    assert!(models("").is_ok());
    let within_another = models("list Inputs { member: Input }").unwrap_err();
    let codes: Vec<Code> = within_another
        .iter()
        .map(|problem| problem.code())
        .collect();
    assert_eq!(codes, [Code::DuplicateName]);
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
