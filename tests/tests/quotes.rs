//! What pages quote of examples stands in them: `.ci/s3` runs those of S3, those of streams of events are
//! compiled beside the fixtures, and so what a page shows works.

use std::fs;
use std::path::Path;

const PAGE: &str = "codegen/docs/s3.md";
const EVENTS: &str = "codegen/docs/event_streams.md";
const OF_EVENTS: &str = "tests/fixtures/streaming/event_examples.rs";
const README: &str = "README.md";
const EXAMPLES: [&str; 2] = [
    "tests/s3/examples/upload_in_parts.rs",
    "tests/s3/examples/list_a_bucket.rs",
];

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The blocks of code of a page.
fn blocks(page: &str) -> Vec<&str> {
    page.split("```").skip(1).step_by(2).collect()
}

/// The first line of a block that an example does not have behind those before it. An example may have
/// more, between any two of them.
fn missing<'b>(block: &'b str, example: &str) -> Option<&'b str> {
    let mut lines = example.lines().map(str::trim);
    let mut quoted = block.lines().skip(1).map(str::trim);
    quoted.find(|quoted| !lines.any(|line| line == *quoted))
}

#[test]
fn what_a_page_quotes_stands_in_an_example() {
    let page = read(PAGE);
    check(PAGE, &blocks(&page), &EXAMPLES);
    let page = read(EVENTS);
    check(EVENTS, &blocks(&page), &[OF_EVENTS]);
}

#[test]
fn what_the_readme_shows_of_events_stands_in_an_example() {
    let page = read(README);
    // Its other blocks are compiled as they are, typed in a shell, or printed.
    let mut blocks = blocks(&page);
    blocks.retain(|block| block.contains("Outgoing::"));
    check(README, &blocks, &[OF_EVENTS]);
}

fn check(path: &str, blocks: &[&str], examples: &[&str]) {
    let examples: Vec<String> = examples.iter().map(|example| read(example)).collect();
    assert!(!blocks.is_empty(), "{path} quotes nothing");
    for block in blocks {
        let missing: Vec<_> = examples
            .iter()
            .map(|example| missing(block, example))
            .collect();
        assert!(
            missing.contains(&None),
            "no example has the line {missing:?} of {path}"
        );
    }
}

#[test]
fn an_upload_in_parts_takes_forty_lines() {
    let lines = read(EXAMPLES[0]).lines().count();
    assert!(lines <= 40, "it has {lines}");
}

#[test]
fn a_line_that_is_not_there_or_elsewhere_is_missing() {
    let example = "fn main() {\n    one();\n    two();\n    three();\n}\n";
    assert_eq!(missing("text\none();\nthree();\n", example), None);
    assert_eq!(missing("text\nfour();\n", example), Some("four();"));
    assert_eq!(missing("text\ntwo();\none();\n", example), Some("one();"));
}
