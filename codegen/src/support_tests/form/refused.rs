//! What no form can hold.

use aws_smithy_types::{DateTime, Document};

use super::super::wire::everything::{Choice, Everything};
use super::super::wire::with_far_too_deep_values;
use super::form;
use crate::support::form::Dialect;
use crate::support::wire::Encode;

/// Why this cannot be written.
fn refusal(value: &impl Encode) -> String {
    form(Dialect::AwsQuery, value)
        .expect_err("no form has it")
        .to_string()
}

#[test]
fn documents_are_refused() {
    let value = Everything {
        document: Some(Document::from(1)),
        ..Everything::default()
    };
    assert_eq!(
        refusal(&value),
        "the request could not be built: forms have no documents"
    );
}

#[test]
fn unknown_members_of_unions_are_refused() {
    let value = Everything {
        choice: Some(Choice::Unknown),
        ..Everything::default()
    };
    assert!(refusal(&value).contains("no known member"));
}

#[test]
fn timestamps_out_of_range_are_refused() {
    let value = Everything {
        date_time: Some(DateTime::from_secs(i64::MAX)),
        ..Everything::default()
    };
    assert!(refusal(&value).contains("a timestamp is out of the range"));
}

#[test]
fn what_is_too_deep_is_refused_and_no_more_of_it_is_walked_along() {
    with_far_too_deep_values(|values| {
        assert!(refusal(&values.choice).contains("nested too deeply"));
        assert!(refusal(&values.list).contains("nested too deeply"));
    });
}
