//! A file of tests of what is told beside members: whether an answer is a success, an error's code and
//! message, the request's id; and that answers without a time are not read.

use std::fmt::Write as _;

use tinsmith::rust::pascal_case;
use tinsmith_tests::model_cases::name_of;

use crate::answer::Answer;

/// The checks that the tests are made of.
const CHECKS: &str = include_str!("../../fixtures/xml-answers/checks.rs");

/// The tests of answers, each with the module of its service and the id of its operation; and how many
/// they are.
pub fn file<'a>(
    answers: impl IntoIterator<Item = (&'a Answer, &'a str, &'a str)>,
) -> (String, usize) {
    let (mut code, mut tests) = (CHECKS.to_owned(), 0);
    for (answer, module, operation) in answers {
        let input = format!(
            "answers::{module}::{}Input",
            pascal_case(name_of(operation))
        );
        let name = answer.name.replace(['-', '#'], "_");
        let (xml, id) = (&answer.xml, answer.metadata["RequestId"].as_str());
        let mut test = |kind: &str, check: String| {
            let _ = write!(code, "\n#[test]\nfn {name}_{kind}() {{\n    {check}\n}}\n");
            tests += 1;
        };
        if answer.is_error {
            let error = &answer.read["Error"];
            let (error, message) = (error["Code"].as_str(), error["Message"].as_str());
            let check = format!("is_error::<{input}>({xml:?}, {error:?}, {message:?}, {id:?});");
            test("error", check);
        } else {
            test(
                "response",
                format!("is_success::<{input}>({xml:?}, {id:?});"),
            );
        }
        if let Some(xml) = &answer.unreadable {
            test(
                "is_unreadable",
                format!("is_unreadable::<{input}>({xml:?});"),
            );
        }
    }
    (code, tests)
}
