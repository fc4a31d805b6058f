//! Recorded calls as tests of models, and a generated client that makes them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::json;
use tinsmith::{CrateSpec, Generated, ServiceSpec};
use tinsmith_tests::corpus;
use tinsmith_tests::model_cases::{ModelWithCases, REQUESTS, with_blobs};
use tinsmith_tests::outcome::Outcome;
use tinsmith_tests::workspace::Workspace;

use crate::differences;
use crate::recording::{Case, Recording};

/// The files of models that are not called as botocore calls the service.
const FILES: [(&str, &str); 3] = [
    ("autoscaling", "auto-scaling"),
    ("route53", "route-53"),
    ("s3control", "s3-control"),
];

/// The protocols as botocore calls them, with their ids and what their bodies are.
const PROTOCOLS: [(&str, &str, &str); 5] = [
    (
        "ec2",
        "aws.protocols#ec2Query",
        "application/x-www-form-urlencoded",
    ),
    ("json", "aws.protocols#awsJson1_0", "application/json"),
    (
        "query",
        "aws.protocols#awsQuery",
        "application/x-www-form-urlencoded",
    ),
    ("rest-xml", "aws.protocols#restXml", "application/xml"),
    (
        "smithy-rpc-v2-cbor",
        "smithy.protocols#rpcv2Cbor",
        "application/cbor",
    ),
];

/// The calls that are compared.
pub struct Calls {
    workspace: Workspace,
    services: Vec<ServiceSpec>,
    pub count: usize,
    /// The names of those that are not compared, by the reason why.
    pub left_out: BTreeMap<&'static str, Vec<String>>,
}

impl Calls {
    /// Those of all recordings, each as a test of its model.
    pub fn of(models: &[PathBuf], recordings: &[Recording]) -> Self {
        let tmp = env!("CARGO_TARGET_TMPDIR");
        let mut calls = Self {
            workspace: Workspace::new(tmp, "recordings", &["crate", "calls"]),
            services: Vec::new(),
            count: 0,
            left_out: BTreeMap::new(),
        };
        for recording in recordings {
            calls.add(models, recording);
        }
        calls
    }

    fn add(&mut self, models: &[PathBuf], recording: &Recording) {
        let service = &recording.service;
        let mut operations: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut model = None;
        for (number, case) in recording.cases.iter().enumerate() {
            if let Some(reason) = differences::reason(service, case) {
                let names = self.left_out.entry(reason).or_default();
                names.push(format!("{service}: {}", case.name));
                continue;
            }
            let model = model.get_or_insert_with(|| {
                let file = FILES.iter().find(|(name, _)| name == service);
                let file = file.map_or(service.as_str(), |(_, file)| file);
                let path = corpus::model(models, file).expect("the corpus has the model");
                let mut model = ModelWithCases::read(path);
                // botocore's models have no such parameter, by which logs tell the operation.
                model.asks_without("x-id");
                model
            });
            let protocol = add(model, recording, number, case);
            let operations = operations.entry(protocol).or_default();
            operations.push(case.operation.clone());
            if case.requests.len() > 1 {
                operations.push("CreateSession".to_owned());
            }
            self.count += 1;
        }
        let Some(model) = model else {
            return;
        };
        let path = format!("models/{service}.json");
        self.workspace.write(&path, &model.text());
        let services = operations.into_iter().map(|(protocol, mut operations)| {
            operations.sort();
            operations.dedup();
            ServiceSpec {
                model: vec![self.workspace.folder().join(&path)],
                operations: Some(operations),
                protocol: Some(protocol.into()),
                ..ServiceSpec::default()
            }
        });
        self.services.extend(services);
    }

    /// Makes the calls with a generated crate: its tests are those of a package next to it, with checks
    /// that send.
    pub fn make(&self, recordings: &Path) -> Outcome {
        let spec = CrateSpec {
            name: "recorded".to_owned(),
            services: self.services.clone(),
            tests: true,
            ..CrateSpec::default()
        };
        let generated = self.workspace.generate("crate", &spec);
        self.workspace
            .write("calls/Cargo.toml", &manifest(&generated));
        self.workspace
            .copy_folder(&fixtures().join("src"), "calls/src");
        self.workspace
            .write_folder("calls/tests", &tests(&generated));
        let mut cargo = self
            .workspace
            .cargo(&["test", "--package=calls", "--no-fail-fast"]);
        let recordings = recordings.canonicalize().expect("a folder of the corpus");
        Outcome::of(
            cargo
                .args(["--tests", "--", "--show-output"])
                .env("RECORDINGS", recordings),
        )
    }
}

/// Gives a model a recorded request as a test; the protocol.
fn add(
    model: &mut ModelWithCases,
    recording: &Recording,
    number: usize,
    case: &Case,
) -> &'static str {
    let of_case = |(name, ..): &&(&str, &str, &str)| *name == case.protocol;
    let protocol = PROTOCOLS.iter().find(of_case);
    let (_, protocol, media_type) = protocol.expect("the protocol is known");
    model.speaks(protocol);
    let operation = model.operation(&case.operation);
    let operation = operation.unwrap_or_else(|| panic!("no operation {}", case.operation));
    let input = model.structure(&operation, "input");
    let input = input.unwrap_or_else(|| "smithy.api#Unit".to_owned());
    let mut members = differences::input(&recording.service, case);
    let added = differences::take_added(&recording.service, &mut members);
    let params = model.params(&input, &members);
    let mut params = params.unwrap_or_else(|error| panic!("{}: {error}", case.name));
    for (member, value) in added {
        params[member] = value;
    }
    for token in model.idempotency_tokens(&input) {
        if params[&token].is_null() {
            params[token] = recording.idempotency_token.clone().into();
        }
    }
    let (method, url, body) = match (case.requests.as_slice(), &case.presigned_url) {
        // Before it a session may be made.
        ([.., request], None) => (request.method.as_str(), &request.url, request.body()),
        // The signature tells the method.
        ([], Some(url)) => ("", url, ""),
        (requests, _) => panic!("{}: {} requests", case.name, requests.len()),
    };
    let name = format!("{}#{number}", recording.service);
    let text = |text: &str| differences::text(&recording.service, case, text);
    // Neither is what S3 stores a document, nor a policy.
    let is_stored = case.protocol == "rest-xml" && !body.starts_with('<');
    let test = json!({
        "id": case.name,
        "protocol": protocol,
        "method": method,
        // With its host, which a client adds.
        "uri": text(url),
        // By this name everything else is looked up.
        "headers": { "recording": name },
        "body": text(body),
        "bodyMediaType": if is_stored { "text/plain" } else { media_type },
        "params": params,
    });
    model.add(&operation, REQUESTS, test);
    protocol
}

/// The manifest of the package that makes calls.
fn manifest(generated: &Generated) -> String {
    let modules = generated.services.iter();
    let features = modules.map(|service| service.module.replace('_', "-"));
    let features: Vec<String> = features.collect();
    let own = features.iter().map(|feature| format!("{feature} = []\n"));
    let own: String = own.collect();
    format!(
        "{}\n[dependencies.recorded]\npath = \"../crate\"\ndefault-features = false\n\
         features = {:?}\n\n[features]\ndefault = {features:?}\n{own}",
        include_str!("../../fixtures/recordings/manifest.toml"),
        [features.clone(), vec!["client".to_owned()]].concat(),
    )
}

/// The tests of the generated crate, with other checks.
fn tests(generated: &Generated) -> Vec<(PathBuf, String)> {
    let files = generated.tree.files();
    let files = files.filter_map(|(path, text)| Some((path.strip_prefix("tests").ok()?, text)));
    let is_check = |path: &Path| path.iter().nth(1).is_some_and(|folder| folder == "checks");
    let files = files.filter(|(path, _)| !is_check(path));
    let files = files.map(|(path, text)| (path.to_owned(), with_blobs(text)));
    let checks = generated.services.iter().map(|service| {
        let path = Path::new(&service.module).join("checks/mod.rs");
        (
            path,
            "pub use calls::{Body, Expected, request, streamed_request};\n".to_owned(),
        )
    });
    files.chain(checks).collect()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/recordings")
}
