//! Each pair of models has the verdict that the table says, and a report that says why.

use std::collections::BTreeSet;

use serde_json::Value;
use tinsmith::ServiceSpec;
use tinsmith::diff::Severity;

use super::table::PAIRS;
use super::{Pair, compare, fixtures, generated};

#[test]
fn each_change_has_its_verdict() {
    let wrong: Vec<String> = PAIRS
        .iter()
        .filter(|pair| pair.diff().verdict_name() != pair.verdict)
        .map(|pair| format!("{}: {}\n{}", pair.name, pair.verdict, pair.diff().text()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_change_is_told_with_its_shape_its_rust_item_and_why() {
    for pair in PAIRS {
        insta::with_settings!({
            snapshot_path => pair.folder(),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!("report", pair.diff().text());
        });
    }
}

#[test]
fn every_pair_of_models_is_in_the_table() {
    let folders = std::fs::read_dir(fixtures()).expect("a folder");
    let names = folders.map(|entry| entry.expect("an entry of the folder").file_name());
    let there: BTreeSet<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> = PAIRS.iter().map(|pair| pair.name.to_owned()).collect();
    assert_eq!(listed, there);
}

#[test]
fn nothing_has_changed_exactly_where_the_generated_code_is_the_same() {
    for pair in PAIRS {
        let same = generated(&pair.before()) == generated(&pair.after());
        assert_eq!(pair.diff().changes().is_empty(), same, "{}", pair.name);
    }
}

#[test]
fn a_model_does_not_differ_from_itself() {
    for pair in PAIRS {
        let diff = compare(&pair.after(), &pair.after());
        assert_eq!(
            diff.text(),
            "Nothing for you: the generated code stays as it is.\nverdict: none\n"
        );
    }
}

#[test]
fn the_gravest_changes_come_first_and_the_same_ones_every_time() {
    for pair in PAIRS {
        let diff = pair.diff();
        assert!(
            diff.changes().is_sorted_by(|a, b| a.severity >= b.severity),
            "{}",
            pair.name
        );
        assert_eq!(diff, pair.diff());
    }
}

#[test]
fn json_says_the_same_as_the_text() {
    for pair in PAIRS {
        let diff = pair.diff();
        let json: Value = serde_json::from_str(&diff.json().expect("JSON")).expect("JSON");
        assert_eq!(json["verdict"], pair.verdict);
        let changes = json["changes"].as_array().expect("a list");
        assert_eq!(changes.len(), diff.changes().len());
        for (json, change) in changes.iter().zip(diff.changes()) {
            assert_eq!(json["severity"], change.severity.to_string());
            assert_eq!(json["item"], change.item);
            assert_eq!(json["shape"], change.shape);
            assert_eq!(json["reason"], change.reason);
        }
    }
}

#[test]
fn markdown_has_a_table_for_each_severity() {
    let diff = pair("only_use_of_structure_removed").diff();
    insta::assert_snapshot!(diff.markdown());
}

#[test]
fn what_is_not_called_does_not_count() {
    let restricted = |pair: &Pair, operation: &str| {
        let only = |spec| ServiceSpec {
            operations: Some(vec![operation.to_owned()]),
            ..spec
        };
        compare(&only(pair.before()), &only(pair.after())).verdict_name()
    };
    for name in [
        "required_member_added_to_input",
        "union_variant_removed",
        "error_removed",
    ] {
        assert_eq!(pair(name).diff().verdict(), Some(Severity::Major));
        assert_eq!(restricted(pair(name), "GetBook"), "none", "{name}");
        assert_eq!(restricted(pair(name), "PutBook"), "major", "{name}");
    }
}

#[test]
fn an_operation_that_is_called_may_be_new_or_gone() {
    let added = pair("operation_added");
    let only = |spec| ServiceSpec {
        operations: Some(vec!["LendBook".to_owned(), "PutBook".to_owned()]),
        ..spec
    };
    assert_eq!(
        compare(&only(added.before()), &only(added.after())).verdict(),
        Some(Severity::Minor)
    );
    assert_eq!(
        compare(&only(added.after()), &only(added.before())).verdict(),
        Some(Severity::Major)
    );
}

#[test]
fn an_operation_in_neither_model_is_told() {
    let pair = pair("operation_added");
    let only = |spec| ServiceSpec {
        operations: Some(vec!["LentBook".to_owned()]),
        ..spec
    };
    let problems =
        tinsmith::diff::of_models(&only(pair.before()), &only(pair.after())).unwrap_err();
    let here = env!("CARGO_MANIFEST_DIR");
    insta::assert_snapshot!(problems.to_string().replace(here, "tests"));
}

#[test]
fn files_of_a_model_are_merged_before_they_are_compared() {
    let pair = pair("shape_unreached_added");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let overlay = folder.join("diff.overlay.json");
    let text = r#"{ "smithy": "2.0", "shapes": { "example.library#Author$born": {
        "type": "apply", "traits": { "smithy.api#sensitive": {} } } } }"#;
    std::fs::write(&overlay, text).expect("a file can be written");
    let mut new = pair.after();
    new.model.push(overlay);
    let diff = compare(&pair.before(), &new);
    let items: Vec<&str> = diff
        .changes()
        .iter()
        .map(|change| change.item.as_str())
        .collect();
    assert_eq!(items, ["library::types::Author::born"]);
}

fn pair(name: &str) -> &'static Pair {
    PAIRS
        .iter()
        .find(|pair| pair.name == name)
        .expect("a pair of this name")
}
