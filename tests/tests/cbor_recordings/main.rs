//! What a generated crate sends in CBOR is what botocore sends: the recordings of the corpus in that
//! protocol, of services whose models list it and of some to which an overlay gives it.

mod recording;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ciborium::Value;
use recording::Case;
use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;

/// The services: their models, the operations that were recorded, and the shape that an overlay gives
/// the protocol to.
const SERVICES: [(&str, &[&str], Option<&str>); 5] = [
    ("cloudwatch", &["PutMetricData", "ListMetrics"], None),
    ("arc-region-switch", &["ListPlans"], None),
    (
        "appstream",
        &["CreateStack"],
        Some("com.amazonaws.appstream#PhotonAdminProxyService"),
    ),
    (
        "textract",
        &["AnalyzeDocument"],
        Some("com.amazonaws.textract#Textract"),
    ),
    (
        "translate",
        &["TranslateText"],
        Some("com.amazonaws.translate#AWSShineFrontendService_20170701"),
    ),
];

/// What a signer or the HTTP library adds to a request.
const ADDED_LATER: [&str; 4] = ["authorization", "content-length", "host", "x-amz-date"];

#[test]
fn requests_in_cbor_are_those_of_botocore() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let recordings = corpus.join("botocore-recordings");
    if !recordings.is_dir() {
        println!("skipped: the corpus has no `botocore-recordings`");
        return;
    }
    let Some(models) = corpus::aws_models(target) else {
        return;
    };
    let Some(more) = corpus::more_aws_models(target) else {
        return;
    };
    let models = [models, more].concat();
    let sent = sent(&target.join("cbor-recordings"), &models);
    let services = SERVICES.iter().map(|(service, ..)| *service);
    let recorded: Vec<Case> = services
        .flat_map(|service| recording::in_cbor(&recordings.join(format!("{service}.json"))))
        .collect();
    assert_eq!(sent.len(), 6);
    assert_eq!(sent.len(), recorded.len());
    for case in &recorded {
        let request = case.request();
        let sent = &sent[&case.operation];
        assert_eq!(sent.method, request.method, "{}", case.name);
        assert_eq!(sent.url, request.url, "{}", case.name);
        let headers = request.headers.iter();
        let headers = headers.filter(|(name, _)| !ADDED_LATER.contains(&name.as_str()));
        let expected: BTreeMap<_, _> = headers.map(|(k, v)| (k.clone(), v.clone())).collect();
        assert_eq!(sent.headers, expected, "{}", case.name);
        let body = hex::encode(request.body());
        assert_eq!(decoded(&sent.body), decoded(&body), "{}", case.name);
    }
}

/// What a call sends.
struct Sent {
    method: String,
    url: String,
    headers: BTreeMap<String, String>,
    body: String,
}

/// What the calls of `cbor_calls.rs` send, by their operations.
fn sent(folder: &Path, models: &[PathBuf]) -> BTreeMap<String, Sent> {
    let krate = folder.join("crate");
    let spec = CrateSpec {
        name: "recorded".to_owned(),
        services: SERVICES
            .map(|service| service_spec(folder, models, service))
            .into(),
        ..CrateSpec::default()
    };
    let generated = tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"));
    generated
        .tree
        .write(&krate)
        .unwrap_or_else(|error| panic!("{error}"));
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = krate.join("examples");
    fs::create_dir_all(&examples).expect("a folder below `target`");
    let calls = tests.join("fixtures/botocore/cbor_calls.rs");
    fs::copy(calls, examples.join("calls.rs")).expect("the calls can be copied");
    // The same versions as here, which are on this machine already.
    fs::copy(tests.join("../Cargo.lock"), krate.join("Cargo.lock"))
        .expect("the lock file can be copied");
    let features = SERVICES.map(|(service, ..)| service).join(",");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--example=calls", "--no-default-features"])
        .arg(format!("--features={features}"))
        .arg("--target-dir")
        .arg(folder.join("target"))
        .current_dir(&krate)
        .output()
        .expect("cargo runs");
    let printed = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    printed.lines().map(read).collect()
}

/// A service that speaks CBOR.
fn service_spec(
    folder: &Path,
    models: &[PathBuf],
    (service, operations, lacking): (&str, &[&str], Option<&str>),
) -> ServiceSpec {
    let is_of_service = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == service);
    let model = models.iter().find(is_of_service);
    let mut model = vec![model.expect("the corpus has the model").clone()];
    if let Some(shape) = lacking {
        let overlay = folder.join(format!("{service}.overlay.json"));
        let text = serde_json::json!({
            "smithy": "2.0",
            "shapes": {
                shape: { "type": "apply", "traits": { "smithy.protocols#rpcv2Cbor": {} } }
            }
        });
        fs::create_dir_all(folder).expect("a folder below `target`");
        fs::write(&overlay, text.to_string()).expect("a file below `target`");
        model.push(overlay);
    }
    ServiceSpec {
        model,
        operations: Some(operations.iter().copied().map(str::to_owned).collect()),
        protocol: Some("rpcv2Cbor".into()),
        ..ServiceSpec::default()
    }
}

/// Reads a line that `cbor_calls.rs` prints.
fn read(line: &str) -> (String, Sent) {
    let mut parts = line.split('\t').map(str::to_owned);
    let mut next = || parts.next().expect("a line has all parts");
    let (operation, method, url) = (next(), next(), next());
    let body = parts.next_back().expect("a body is there, or empty");
    let headers = parts.map(|header| {
        let (name, value) = header.split_once(": ").expect("a header");
        (name.to_owned(), value.to_owned())
    });
    let sent = Sent {
        method,
        url,
        headers: headers.collect(),
        body,
    };
    (operation, sent)
}

/// What bytes say in CBOR, as another reader understands it; maps have no order.
fn decoded(hexadecimal: &str) -> Value {
    let bytes = hex::decode(hexadecimal).expect("digits");
    let mut rest = bytes.as_slice();
    let value: Value = ciborium::from_reader(&mut rest).expect("CBOR");
    assert!(rest.is_empty(), "there is more behind the value");
    sorted(value)
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        Value::Tag(tag, value) => Value::Tag(tag, Box::new(sorted(*value))),
        Value::Map(entries) => {
            let entries = entries.into_iter();
            let mut entries: Vec<_> = entries.map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|(a, _), (b, _)| a.partial_cmp(b).expect("keys are texts"));
            Value::Map(entries)
        }
        other => other,
    }
}
