//! What clients of AWS send is what botocore sends: each request of the corpus's recordings is a test
//! that the model carries, and a generated client makes the same call at the same time with the same
//! keys. `fixtures/recordings` has what is compared.

mod calls;
mod differences;
mod recording;

use std::path::Path;

use calls::Calls;
use recording::Recording;
use tinsmith_tests::corpus;

#[test]
fn clients_send_what_botocore_sends() {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let recordings = corpus.join("botocore-recordings");
    if !recordings.is_dir() {
        println!("skipped: the corpus has no `botocore-recordings`");
        return;
    }
    let (Some(models), Some(more)) = (corpus::aws_models(tmp), corpus::more_aws_models(tmp)) else {
        return;
    };
    let models = [models, more].concat();
    let all = Recording::all(&recordings);
    let recorded: usize = all.iter().map(|recording| recording.cases.len()).sum();
    let calls = Calls::of(&models, &all);
    println!("{} of {recorded} are compared; of the others", calls.count);
    for (reason, names) in &calls.left_out {
        println!("{}: {reason}: {names:?}", names.len());
    }
    assert_eq!((recorded, calls.count), (153, 127));
    let outcome = calls.make(&recordings);
    assert!(outcome.failed.is_empty(), "{}", outcome.report);
    assert_eq!(outcome.passed.len(), calls.count, "{:#?}", outcome.passed);
    let lines = outcome.report.lines();
    let as_sent = lines.filter_map(|line| line.strip_prefix("signed as sent: "));
    let mut as_sent: Vec<&str> = as_sent.collect();
    as_sent.sort_unstable();
    assert_eq!(as_sent, SIGNED_AS_SENT);
}

/// The calls whose requests are the same to the byte, where a header is signed and in the body: their
/// signatures are botocore's. Of the others, botocore's requests are signed as botocore does.
const SIGNED_AS_SENT: [&str; 61] = [
    "arc-region-switch: rpcv2Cbor: no member is set",
    "cloudfront: a condition in a header",
    "cloudfront: a document as the payload",
    "cloudwatch: rpcv2Cbor: no member is set",
    "route53: a prefix of a change is taken off",
    "route53: a prefix of an id is taken off",
    "route53: a query",
    "route53: items of lists with names of their own",
    "s3: China",
    "s3: FIPS",
    "s3: a bucket elsewhere says where",
    "s3: a bucket in us-east-1 has no body",
    "s3: a bucket with dots has no host of its own over HTTPS",
    "s3: a checksum that the caller knows",
    "s3: a directory bucket makes a session first",
    "s3: a directory bucket without sessions",
    "s3: a grant's type is an attribute of another namespace",
    "s3: a host name of one's own: botocore takes path style, the rules alone would not",
    "s3: a key that begins with a slash",
    "s3: a key with spaces and signs",
    "s3: a part that is copied, with keys of the customer's",
    "s3: a policy is sent as it is",
    "s3: a stream over plain HTTP",
    "s3: a time in a document",
    "s3: a token of a session",
    "s3: acceleration",
    "s3: acceleration and dual stack",
    "s3: an access point by its ARN",
    "s3: an access point elsewhere is refused, or followed",
    "s3: an alias of an access point",
    "s3: an endpoint that is an address takes path style by itself",
    "s3: an object comes back from the archive",
    "s3: an object lambda by its ARN",
    "s3: an upload in parts begins",
    "s3: checksums of answers are asked for",
    "s3: checksums of answers only when required",
    "s3: checksums only when required",
    "s3: deleting in a condition",
    "s3: dots and empty segments in a key stay",
    "s3: dual stack",
    "s3: grants in headers",
    "s3: one configuration among several",
    "s3: over plain HTTP the checksum is a header, and the body is signed",
    "s3: path style",
    "s3: path style at an endpoint with a path",
    "s3: reading, presigned, in the bucket's region",
    "s3: the bucket before a host name of one's own",
    "s3: the buckets",
    "s3: the directory buckets",
    "s3: the head of a bucket",
    "s3: the head of an object",
    "s3: the old global endpoint of us-east-1, botocore's default",
    "s3: the source of a copy as text is encoded",
    "s3: the source of a copy in parts",
    "s3: versioning with a second factor",
    "s3: writing, presigned",
    "s3control: a bucket on an outpost by its ARN",
    "s3control: a document with a namespace",
    "s3control: an access point on an outpost by its ARN",
    "s3control: the account is in the host and in a header",
    "s3control: the root of a document is the request",
];
