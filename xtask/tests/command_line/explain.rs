//! `explain`: the catalogue of problems.

use tinsmith::diagnostic::Code;

use crate::command::{run, xtask};

#[test]
fn all_problems_are_printed_where_no_code_is_given() {
    let page = explain(&[]);
    assert!(page.contains("`cargo xtask explain CODE`"), "{page}");
    for code in Code::ALL {
        assert!(
            page.contains(&format!("\n## `{code}`\n")),
            "{code} is not listed"
        );
    }
}

#[test]
fn every_code_is_found_by_either_of_its_names() {
    for code in Code::ALL {
        let short = code.as_str().trim_start_matches("tinsmith::");
        assert_eq!(code.as_str().parse(), Ok(*code));
        assert_eq!(short.parse(), Ok(*code));
    }
}

#[test]
fn one_code_is_explained_alone() {
    assert_eq!(
        explain(&["missing_target"]),
        "## `tinsmith::missing_target`\n\nA shape refers to one that no file defines.\n\n\
         Correct the id, or give the file that defines the shape too.\n"
    );
}

#[test]
fn a_code_that_is_none_is_told_with_the_nearest() {
    let output = run(xtask().args(["explain", "mising_target"]));
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("did you mean `missing_target`?"), "{told}");
}

fn explain(arguments: &[&str]) -> String {
    let output = run(xtask().arg("explain").args(arguments));
    assert!(output.status.success());
    String::from_utf8_lossy(&output.stdout).into_owned()
}
