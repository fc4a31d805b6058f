//! What is recorded and not compared, or compared with another input, and why.

use aws_smithy_types::base64;
use serde_json::Value;

use crate::recording::Case;

/// Whole recordings that are not compared.
const NO_RECORDINGS: &[(&str, &str)] = &[
    ("docdb", "the corpus has no model"),
    ("elbv2", "the corpus has no model"),
];

/// Cases that are not compared.
const NO_CASES: &[(&str, &str, &str)] = &[
    (
        "polly",
        "speech, presigned: what is in the body goes to the query, and GET",
        "botocore makes a `GET` of it; ours are presigned as they are sent",
    ),
    (
        "s3control",
        "a checksum that the model requires is CRC32 and no longer MD5",
        "botocore sends no document where none of its members is set",
    ),
    (
        "sts",
        "who one is, presigned",
        "botocore makes a `GET` of it; ours are presigned as they are sent",
    ),
];

/// What bodies of S3 are that come in chunks, as botocore sends them over HTTPS. The checksums in them
/// are compared in `support_tests/http_checksum/recorded.rs`.
const CHUNKED: &str = "botocore has the checksum behind a body in memory, too; ours is in a header";

/// Where presigned URLs of botocore go, unless a setting says otherwise.
const GLOBAL: &str = "botocore presigns for the global endpoint, whatever the region is";

/// Cases of S3 that are not compared.
const NO_CASES_OF_S3: &[(&str, &str)] = &[
    (
        "a query by SQL",
        "it is answered by a stream of events, which is left out",
    ),
    (
        "an answer for an object lambda goes to a host of its own",
        "botocore signs the body, which its model leaves out of the signature",
    ),
    ("a token of a session, presigned", GLOBAL),
    (
        "reading, presigned: botocore goes to the global endpoint",
        GLOBAL,
    ),
    (
        "where a bucket is is asked in path style",
        "botocore has the bucket in the path, whatever the rules of the endpoint say",
    ),
];

/// Members that botocore encodes: callers of the AWS SDKs do so themselves.
const ENCODED: &[(&str, &str, &str)] = &[
    ("autoscaling", "CreateLaunchConfiguration", "UserData"),
    ("ec2", "RunInstances", "UserData"),
];

/// Members that models lack, and that generated inputs have: botocore has them in its own models.
const ADDED: &[(&str, &str)] = &[("neptune", "SourceRegion"), ("rds", "SourceRegion")];

/// Members of inputs of S3 and its control plane that botocore sets or makes something else of, as the
/// headers and the query of the recorded request have them: callers of the AWS SDKs do so themselves.
const SET_BY_BOTOCORE: &[(&str, Place, &str)] = &[
    ("AccountId", Place::Header, "x-amz-account-id"),
    ("CopySource", Place::Header, "x-amz-copy-source"),
    (
        "CopySourceSSECustomerKey",
        Place::Header,
        "x-amz-copy-source-server-side-encryption-customer-key",
    ),
    (
        "CopySourceSSECustomerKeyMD5",
        Place::Header,
        "x-amz-copy-source-server-side-encryption-customer-key-md5",
    ),
    (
        "SSECustomerKey",
        Place::Header,
        "x-amz-server-side-encryption-customer-key",
    ),
    (
        "SSECustomerKeyMD5",
        Place::Header,
        "x-amz-server-side-encryption-customer-key-md5",
    ),
    ("EncodingType", Place::Query, "encoding-type"),
];

/// Where in a request a member is.
enum Place {
    Header,
    Query,
}

/// What stands otherwise in a request of ours, in its URL or its body, and why both are right.
const OTHER_TEXTS: &[(&str, &str, &str, &str)] = &[
    // Python has its own way to write large numbers.
    (
        "cloudwatch",
        "awsQuery: numbers, a time, an empty list",
        "1e%2B300",
        "1e300",
    ),
    // The endpoint has the bucket as its path, and the request a path of its own.
    ("s3", "a directory bucket is made", "--x-s3", "--x-s3/"),
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
    let of_case = of_recording.or_else(|| cases.next().map(|(.., reason)| *reason));
    of_case.or_else(|| (service == "s3").then(|| reason_of_s3(case)).flatten())
}

fn reason_of_s3(case: &Case) -> Option<&'static str> {
    let mut cases = NO_CASES_OF_S3.iter();
    if let Some((_, reason)) = cases.find(|(name, _)| *name == case.name) {
        return Some(reason);
    }
    let request = case.requests.last()?;
    request.header("x-amz-trailer").map(|_| CHUNKED)
}

/// The input with which we have to make the same request.
pub fn input(service: &str, case: &Case) -> Value {
    let mut input = case.input.clone();
    let encoded = ENCODED.iter();
    for (.., member) in encoded.filter(|(s, o, _)| (*s, *o) == (service, &case.operation)) {
        let text = input[member].as_str().expect("the member is a text");
        input[member] = base64::encode(text).into();
    }
    if service.starts_with("s3") {
        for (member, place, name) in SET_BY_BOTOCORE {
            let request = case.requests.first();
            let value = request.and_then(|request| match place {
                Place::Header => request.header(name),
                Place::Query => request.parameter(name),
            });
            if let Some(value) = value {
                input[*member] = value.into();
            }
        }
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
