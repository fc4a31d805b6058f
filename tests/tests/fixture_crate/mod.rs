//! The crate that has every service of every fixture, and what is compiled with it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tinsmith::{Generated, ServiceSpec};
use tinsmith_tests::workspace::{Workspace, succeed};

use super::{any_values, deep_models, documented_tests, fixture_models, hostile_crate, own_apis};

/// Services that speak several protocols, and are there once for each.
const PROTOCOLS: [(&str, &[&str]); 3] = [
    (
        "protocol-tests/causeway",
        &["awsJson1_1", "restJson1", "rpcv2Json"],
    ),
    ("protocol-tests/depot", &["restXml", "awsQuery", "ec2Query"]),
    // Its default is among the models.
    ("models/event_streams", &["restXml", "rpcv2Cbor"]),
];

/// Services of all protocols, and some that are called in other ways than signed: the tests that their
/// READMEs show are run.
const TESTED: [&str; 10] = [
    "buoys",
    "causeway",
    "causeway_2",
    "causeway_3",
    "depot",
    "depot_2",
    "depot_3",
    "doorbell",
    "gatekeeper",
    "operations",
];

/// The crate, in a workspace of its own below the target folder, where builds are kept from one
/// run to the next.
pub struct FixtureCrate {
    pub workspace: Workspace,
    services: Vec<String>,
    pub hostile_services: Vec<String>,
}

impl FixtureCrate {
    pub fn generate() -> Self {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let models = [fixtures.join("models"), fixtures.join("models/names")];
        let models = models.iter().flat_map(|folder| files(folder));
        let members = ["crate", "formats", "hostile", "streaming"];
        let members = [&members[..], &own_apis::MEMBERS].concat();
        let workspace = Workspace::new(env!("CARGO_TARGET_TMPDIR"), "fixtures", &members);
        workspace.write("limits.json", &deep_models::at_the_limits().text());
        let models = models.chain([workspace.folder().join("limits.json")]);
        let services = models.flat_map(|model| fixture_models::services(&model));
        let several = PROTOCOLS.iter().flat_map(|(service, protocols)| {
            let model = fixtures.join(format!("{service}.json"));
            protocols.iter().map(move |protocol| ServiceSpec {
                model: vec![model.clone()],
                protocol: Some((*protocol).into()),
                ..ServiceSpec::default()
            })
        });
        let storehouse = ServiceSpec {
            model: vec![fixtures.join("protocol-tests/storehouse.json")],
            ..ServiceSpec::default()
        };
        let services = services.chain(several).chain([storehouse]);
        let spec = fixture_models::spec(services.collect());
        let generated = workspace.generate("crate", &spec);
        workspace.copy_folder(&fixtures.join("behaviour"), "crate/tests/behaviour");
        workspace.copy_folder(&fixtures.join("any_format"), "formats/tests/any_format");
        let values = any_values::tests(&spec, &generated);
        workspace.write("formats/tests/any_format/values.rs", &values);
        let readme = documented_tests::blocks(documented_tests::readme(&generated));
        let readme: String = readme.filter(|block| is_of_serde(block)).collect();
        let readme = format!("#![allow(dead_code, reason = \"an example\")]\n{readme}");
        workspace.write("formats/tests/any_format/readme.rs", &readme);
        workspace.write("formats/src/lib.rs", "");
        let services = features(&generated);
        workspace.write("formats/Cargo.toml", &any_values::manifest(&services));
        let calls = documented_calls(&generated);
        workspace.write("crate/tests/documented_calls.rs", &calls);
        let tests = documented_tests::of_each(&spec, &generated, &TESTED);
        workspace.write("streaming/tests/documented_tests.rs", &tests);
        workspace.copy_folder(&fixtures.join("streaming"), "streaming/tests/streaming");
        let memory = fixtures.join("streaming_memory");
        workspace.copy_folder(&memory, "streaming/tests/streaming_memory");
        workspace.write("streaming/src/lib.rs", "");
        let event_service = fixtures.with_file_name("event-service");
        let streaming = format!("{STREAMING}event-service = {{ path = {event_service:?} }}\n");
        workspace.write("streaming/Cargo.toml", &streaming);
        own_apis::generate(&workspace, &fixtures);
        let hostile = hostile_crate::spec(&workspace.folder().join("hostile-models"));
        let hostile = workspace.generate("hostile", &hostile);
        Self {
            workspace,
            services: features(&generated),
            hostile_services: features(&hostile),
        }
    }

    pub fn all(&self) -> Vec<String> {
        vec!["--features=serde,test-server,validate".to_owned()]
    }

    pub fn by_default(&self) -> Vec<String> {
        Vec::new()
    }

    pub fn without_client(&self) -> Vec<String> {
        self.features_of(&self.services)
    }

    /// These services, without clients.
    pub fn features_of(&self, services: &[String]) -> Vec<String> {
        let features = format!("--features={}", services.join(","));
        vec!["--no-default-features".to_owned(), features]
    }

    /// Without a client, and with builders of answers, checks of inputs and serde.
    pub fn as_tested(&self) -> Vec<String> {
        [self.without_client(), self.all()].concat()
    }

    pub fn only(&self, service: &str) -> Vec<String> {
        vec![
            "--no-default-features".to_owned(),
            format!("--features={service}"),
        ]
    }

    /// Runs cargo on the crate, which must succeed.
    pub fn cargo(&self, command: &[&str], features: &[String], arguments: &[&str]) {
        self.cargo_of("fixtures", command, features, arguments);
    }

    /// Runs cargo on a package of the workspace, which must succeed.
    pub fn cargo_of(
        &self,
        package: &str,
        command: &[&str],
        features: &[String],
        arguments: &[&str],
    ) {
        self.cargo_of_each(&[package], command, features, arguments);
    }

    /// The same on some packages at once: what they depend on is compiled with the features of all of them.
    pub fn cargo_of_each(
        &self,
        packages: &[&str],
        command: &[&str],
        features: &[String],
        arguments: &[&str],
    ) {
        let mut cargo = self.workspace.cargo(command);
        cargo
            .arg("--quiet")
            .args(packages.iter().map(|name| format!("--package={name}")))
            .args(features)
            .args(arguments)
            .env("RUSTDOCFLAGS", "-D warnings");
        succeed(&mut cargo);
    }
}

/// The cargo features of the services of a crate.
fn features(generated: &Generated) -> Vec<String> {
    let services = generated.services.iter();
    let names = services.map(|service| service.module.replace('_', "-"));
    names.collect()
}

/// Tests of a client that streams, with what they take to be a service.
const STREAMING: &str = r#"[package]
name = "streaming"
version = "0.0.0"
edition = "2024"

[dependencies]
aws-credential-types = { version = "1.3", features = ["hardcoded-credentials"] }
aws-sigv4 = { version = "1.6", features = ["sign-eventstream"] }
aws-smithy-async = "1.2"
aws-smithy-eventstream = "0.61"
aws-smithy-http-client = { version = "1.5", default-features = false, features = ["default-client"] }
aws-smithy-runtime-api = { version = "1.20", features = ["client", "http-1x"] }
aws-smithy-types = "1.9"
aws-types = "1.7"
bytes = "1"
fixtures = { path = "../crate", default-features = false, features = ["buoys", "causeway", "causeway-2", "causeway-3", "client", "depot", "depot-2", "depot-3", "doorbell", "gatekeeper", "granary", "limits", "lookout", "lookout-2", "lookout-3", "operations", "s3", "sigv4a", "streaming", "test-util"] }
foghorn = { path = "../foghorn", default-features = false, features = ["client", "foghorn", "foghorn-2"] }
futures-util = { version = "0.3", default-features = false }
hex = "0.4"
http = "1.5"
http-body = "1"
p256 = { version = "0.14", features = ["ecdsa"] }
sha2 = "0.11"
tokio = { version = "1", features = ["io-util", "macros", "net", "rt-multi-thread", "sync", "test-util", "time"] }
"#;

/// The calls that the documentation of clients shows, and what the README does, one module each. Unlike as doctests, they
/// are compiled with nothing linked.
fn documented_calls(generated: &Generated) -> String {
    let mut code = String::from(
        "#![cfg(feature = \"client\")]\n\
         #![allow(dead_code, deprecated, unused_variables, reason = \"examples\")]\n",
    );
    let files = generated.tree.files();
    let blocks = files.flat_map(|(_, text)| text.split("/// ```no_run\n").skip(1));
    let readme = documented_tests::readme(generated);
    let blocks_of_calls = documented_tests::blocks(readme).filter(|block| !is_of_serde(block));
    for (number, block) in blocks_of_calls.enumerate() {
        let _ = writeln!(code, "mod readme_{number} {{\n{block}}}");
    }
    for (number, block) in blocks.enumerate() {
        let lines = block
            .lines()
            .map(str::trim)
            .take_while(|line| *line != "/// ```");
        let lines = lines.map(|line| line.trim_start_matches("///").trim_start_matches(" # "));
        let lines: Vec<&str> = lines.collect();
        let _ = writeln!(code, "mod call_{number} {{\n{}\n}}", lines.join("\n"));
    }
    code
}

/// Whether code of a README is of the feature `serde`.
fn is_of_serde(block: &str) -> bool {
    block.contains("serde_json")
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}
