//! What botocore sends in CBOR is what a generated crate sends, by what it decodes to. The services list
//! JSON too, or alone: the models are changed to speak nothing but CBOR.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;

/// The models of the services, with the operations that are called.
const SERVICES: [(&str, &[&str]); 5] = [
    ("appstream.json", &["CreateStack"]),
    ("arc-region-switch.json", &["ListPlans"]),
    ("cloudwatch.json", &["ListMetrics", "PutMetricData"]),
    ("textract.json", &["AnalyzeDocument"]),
    ("translate.json", &["TranslateText"]),
];

#[test]
fn what_botocore_sends_in_cbor_is_sent() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(models) = models(target) else {
        return;
    };
    let recordings = corpus::folder().map(|folder| folder.join("botocore-recordings"));
    let recordings = recordings.and_then(|folder| folder.canonicalize().ok());
    let Some(recordings) = recordings else {
        println!("skipped: the corpus has no `botocore-recordings`");
        return;
    };
    let folder = target.join("botocore-cbor");
    let krate = folder.join("crate");
    let services = SERVICES.iter().map(|(name, operations)| {
        let model = models.iter().find(|path| path.ends_with(name));
        let changed = folder.join("models").join(name);
        speak_cbor(model.expect("a model"), &changed);
        ServiceSpec {
            model: vec![changed],
            operations: Some(operations.iter().map(|name| (*name).to_owned()).collect()),
            ..ServiceSpec::default()
        }
    });
    let spec = CrateSpec {
        name: "botocore-cbor".to_owned(),
        services: services.collect(),
        ..CrateSpec::default()
    };
    let generated = tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"));
    let written = generated.tree.write(&krate);
    written.expect("a crate that can be written");
    test(&folder, &recordings);
}

/// The models that may be called for; `None`, with a word about it, where they are not all there.
fn models(target: &Path) -> Option<Vec<PathBuf>> {
    let mut models = corpus::aws_models(target)?;
    models.extend(corpus::more_aws_models(target)?);
    Some(models)
}

/// Writes a model anew, with no protocol but rpcv2Cbor.
fn speak_cbor(model: &Path, to: &Path) {
    let text = fs::read_to_string(model).expect("a model");
    let mut model: Value = serde_json::from_str(&text).expect("a model");
    let shapes = model["shapes"].as_object_mut().expect("shapes");
    let service = shapes.values_mut().find(|shape| shape["type"] == "service");
    let traits = service.expect("a service")["traits"].as_object_mut();
    let traits = traits.expect("traits");
    traits.retain(|id, _| !tinsmith::protocol::KNOWN.contains(&id.as_str()));
    traits.insert("smithy.protocols#rpcv2Cbor".to_owned(), json!({}));
    fs::create_dir_all(to.parent().expect("a folder")).expect("a folder that can be made");
    fs::write(to, model.to_string()).expect("a model that can be written");
}

/// Compiles the crate with the tests of its requests, and runs them.
fn test(folder: &Path, recordings: &Path) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/botocore");
    let package = folder.join("sent");
    for (from, to) in [
        (fixtures.join("cbor.rs"), "tests/sent.rs"),
        (
            fixtures.join("../../../codegen/checks/cbor.rs"),
            "checks/cbor.rs",
        ),
    ] {
        let to = package.join(to);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder that can be made");
        fs::copy(from, to).expect("a file that can be copied");
    }
    fs::create_dir_all(package.join("src")).expect("a folder that can be made");
    fs::write(package.join("src/lib.rs"), "").expect("a file that can be written");
    fs::write(package.join("Cargo.toml"), PACKAGE).expect("a file that can be written");
    fs::write(folder.join("Cargo.toml"), WORKSPACE).expect("a file that can be written");
    // The same versions as here, which are on this machine already.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file can be copied");
    let output = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--quiet", "--package", "sent"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RECORDINGS", recordings)
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy;
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{stdout}\n{stderr}");
    assert!(stdout.contains("5 passed"), "{stdout}\n{stderr}");
}

const WORKSPACE: &str = r#"[workspace]
members = ["crate", "sent"]
resolver = "3"
"#;

const PACKAGE: &str = r#"[package]
name = "sent"
version = "0.0.0"
edition = "2024"

[dependencies]
aws-smithy-types = "1.9"
botocore-cbor = { path = "../crate", default-features = false, features = ["appstream", "arc-region-switch", "cloudwatch", "textract", "translate"] }
ciborium = "0.2"
http = "1.5"
serde_json = "1.0"
"#;
