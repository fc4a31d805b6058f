//! Problems as people see them in a terminal: the place underlined, with what stands around it.

mod bad_fixtures;

use miette::{GraphicalReportHandler, GraphicalTheme};
use tinsmith::diagnostic::Diagnostics;

#[test]
fn each_problem_of_a_model_underlines_its_place() {
    insta::glob!("../fixtures/bad", "*.json", |path| {
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

/// Without colours, and as if every terminal were equally wide.
fn rendered(problems: &Diagnostics) -> String {
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
