//! What is recorded and not compared, or compared with another input, and why.

use aws_smithy_types::base64;
use serde_json::Value;

use crate::recording::Case;

/// Whole recordings that are not compared.
const NO_RECORDINGS: &[(&str, &str)] = &[
    ("docdb", "the corpus has no model"),
    ("elbv2", "the corpus has no model"),
    ("s3", "not yet"),
    ("s3control", "not yet"),
];

/// Cases that are not compared.
const NO_CASES: &[(&str, &str, &str)] = &[
    (
        "polly",
        "speech, presigned: what is in the body goes to the query, and GET",
        "botocore makes a `GET` of it; ours are presigned as they are sent",
    ),
    (
        "sts",
        "who one is, presigned",
        "botocore makes a `GET` of it; ours are presigned as they are sent",
    ),
];

/// Members that botocore encodes: callers of the AWS SDKs do so themselves.
const ENCODED: &[(&str, &str, &str)] = &[
    ("autoscaling", "CreateLaunchConfiguration", "UserData"),
    ("ec2", "RunInstances", "UserData"),
];

/// Members that models lack, and that generated inputs have: botocore has them in its own models.
const ADDED: &[(&str, &str)] = &[("neptune", "SourceRegion"), ("rds", "SourceRegion")];

/// What stands otherwise in a request of ours, in its URL or its body, and why both are right.
const OTHER_TEXTS: &[(&str, &str, &str, &str)] = &[
    // Python has its own way to write large numbers.
    (
        "cloudwatch",
        "awsQuery: numbers, a time, an empty list",
        "1e%2B300",
        "1e300",
    ),
    // In the Smithy model the path does not end so.
    (
        "route53",
        "a document with a namespace",
        "/rrset/",
        "/rrset",
    ),
];

/// Why a case is not compared; none where it is.
pub fn reason(service: &str, case: &Case) -> Option<&'static str> {
    let recordings = NO_RECORDINGS.iter();
    let mut recordings = recordings.filter(|(recording, _)| *recording == service);
    let cases = NO_CASES.iter();
    let mut cases = cases.filter(|(other, name, _)| (*other, *name) == (service, &case.name));
    let of_recording = recordings.next().map(|(_, reason)| *reason);
    of_recording.or_else(|| cases.next().map(|(.., reason)| *reason))
}

/// The input with which we have to make the same request.
pub fn input(service: &str, case: &Case) -> Value {
    let mut input = case.input.clone();
    let encoded = ENCODED.iter();
    for (.., member) in encoded.filter(|(s, o, _)| (*s, *o) == (service, &case.operation)) {
        let text = input[member].as_str().expect("the member is a text");
        input[member] = base64::encode(text).into();
    }
    input
}

/// Takes out of an input what the model has no member for.
pub fn take_added(service: &str, input: &mut Value) -> Vec<(&'static str, Value)> {
    let added = ADDED.iter().filter(|(other, _)| *other == service);
    let members = input.as_object_mut().expect("an input has members");
    let taken = added.filter_map(|(_, member)| Some((*member, members.remove(*member)?)));
    taken.collect()
}

/// A text of the recorded request as we have to write it.
pub fn text(service: &str, case: &Case, text: &str) -> String {
    let others = OTHER_TEXTS.iter();
    let others = others.filter(|(other, name, ..)| (*other, *name) == (service, &case.name));
    others.fold(text.to_owned(), |text, (.., theirs, ours)| {
        text.replace(theirs, ours)
    })
}
