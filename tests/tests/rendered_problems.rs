//! Problems as people see them in a terminal: the place underlined, with what stands around it.

mod bad_fixtures;

use bad_fixtures::rendered;
use tinsmith::model;

#[test]
fn each_problem_of_a_model_underlines_its_place() {
    insta::glob!("../fixtures/bad", "*.{json,smithy}", |path| {
        if !bad_fixtures::is_overlay(path) {
            insta::assert_snapshot!(rendered(&bad_fixtures::of_model(path)));
        }
    });
}

#[test]
fn each_problem_of_a_manifest_underlines_its_place() {
    insta::glob!("../fixtures/bad/manifests", "*.toml", |path| {
        insta::assert_snapshot!(rendered(&bad_fixtures::of_manifest(path)));
    });
}

/// What is shown of a line, with its number.
const LINE: usize = 170;

#[test]
fn a_problem_is_told_however_far_along_a_line_it_is() {
    for length in [0, 100, 65_400, 65_535, 65_536, 70_000, 1_000_000] {
        let model = format!(
            "{{\"smithy\":\"2.0\",\"metadata\":{{\"history\":\"{}\"}},\"shapes\":{{\"a#Book\":{{\
             \"type\":\"structure\",\"members\":{{\"title\":{{\"target\":\"a#Titel\"}}}}}}}}}}",
            "ö".repeat(length)
        );
        let column = model.chars().count() - "\"a#Titel\"}}}}}".len() + 1;
        let problems = model::parse([("one_line.json", model)]).unwrap_err();
        let text = rendered(&problems);
        let place = format!("[one_line.json:1:{column}]");
        assert!(text.contains(&place), "{place}\n{text}");
        assert!(text.contains("{\"target\":\"a#Titel\"}}}}}"), "{text}");
        assert!(
            text.lines().all(|line| line.chars().count() < LINE),
            "{text}"
        );
    }
}

#[test]
fn a_large_model_of_one_line_with_many_problems_is_told_in_passing() {
    let members: Vec<String> = (0..2000)
        .map(|at| {
            format!(
                "\"m{at}\":{{\"target\":\"a#M{at}\",\"traits\":{{\"a#t\":\"{}\"}}}}",
                "x".repeat(5000)
            )
        })
        .collect();
    let model = format!(
        "{{\"smithy\":\"2.0\",\"shapes\":{{\"a#Book\":{{\"type\":\"structure\",\"members\":{{{}}}}}}}}}",
        members.join(",")
    );
    assert!(model.len() > 10_000_000);
    let problems = model::parse([("one_line.json", model)]).unwrap_err();
    assert_eq!(problems.len(), 2000);
    let text = rendered(&problems);
    assert!(text.lines().all(|line| line.chars().count() < LINE));
    assert!(text.len() < 2_000_000);
}
