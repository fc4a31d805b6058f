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
    assert_eq!((recorded, calls.count), (153, 54));
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
const SIGNED_AS_SENT: [&str; 8] = [
    "arc-region-switch: rpcv2Cbor: no member is set",
    "cloudfront: a condition in a header",
    "cloudfront: a document as the payload",
    "cloudwatch: rpcv2Cbor: no member is set",
    "route53: a prefix of a change is taken off",
    "route53: a prefix of an id is taken off",
    "route53: a query",
    "route53: items of lists with names of their own",
];
