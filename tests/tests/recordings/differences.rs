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
    ("route53", "a document", "not yet"),
    ("route53", "a document with a namespace", "not yet"),
    ("route53", "a prefix of a change is taken off", "not yet"),
    ("route53", "a prefix of an id is taken off", "not yet"),
    (
        "sts",
        "who one is, presigned",
        "botocore makes a `GET` of it; ours are presigned as they are sent",
    ),
    (
        "ec2",
        "a copy from elsewhere carries a presigned URL",
        "not yet",
    ),
    ("neptune", "a copy from elsewhere", "not yet"),
    (
        "rds",
        "a copy from elsewhere carries a presigned URL",
        "not yet",
    ),
];

/// Members that botocore encodes: callers of the AWS SDKs do so themselves.
const ENCODED: &[(&str, &str, &str)] = &[
    ("autoscaling", "CreateLaunchConfiguration", "UserData"),
    ("ec2", "RunInstances", "UserData"),
];

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

/// A text of the recorded request as we have to write it.
pub fn text(service: &str, case: &Case, text: &str) -> String {
    let others = OTHER_TEXTS.iter();
    let others = others.filter(|(other, name, ..)| (*other, *name) == (service, &case.name));
    others.fold(text.to_owned(), |text, (.., theirs, ours)| {
        text.replace(theirs, ours)
    })
}
