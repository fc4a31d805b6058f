//! All that is generated from models of our own compiles without a warning, is documented without
//! a warning, and behaves: one crate has every service of every fixture, another those of models whose
//! texts are code.

mod any_values;
mod deep_models;
mod documented_tests;
mod fixture_models;
mod hostile_crate;
mod leaves;
mod own_apis;
#[path = "hostile_texts/texts.rs"]
mod texts;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tinsmith::{Generated, ServiceSpec};
use tinsmith_tests::workspace::{Workspace, succeed};

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

/// Services that leave most of the support code unused: one that has nothing in its messages, and
/// the one that speaks CBOR.
const ALONE: [&str; 2] = ["unruled", "buoys"];

#[test]
fn it_compiles_without_a_warning() {
    let lint = ["--", "-D", "warnings"];
    for features in [CRATE.all(), CRATE.as_tested()] {
        CRATE.cargo(&["clippy", "--all-targets"], &features, &lint);
    }
    for features in [CRATE.by_default(), CRATE.without_client()] {
        CRATE.cargo(&["clippy"], &features, &lint);
    }
    for service in ALONE {
        CRATE.cargo(&["clippy"], &CRATE.only(service), &lint);
    }
}

#[test]
fn it_is_documented_without_a_warning() {
    for features in [CRATE.all(), CRATE.without_client()] {
        CRATE.cargo(&["doc", "--no-deps"], &features, &[]);
    }
}

#[test]
fn it_behaves_as_its_models_say() {
    CRATE.cargo(&["test"], &CRATE.as_tested(), &[]);
}

#[test]
fn every_type_of_it_is_the_same_in_all_formats() {
    CRATE.cargo_of("formats", &["test"], &[], &[]);
}

#[test]
fn a_client_of_it_streams() {
    CRATE.cargo_of("streaming", &["test"], &[], &[]);
}

#[test]
fn texts_that_are_code_are_neither_compiled_nor_run() {
    let features = CRATE.features_of(&CRATE.hostile_services);
    let run = |command: &[&str], arguments: &[&str]| {
        CRATE.cargo_of("hostile", command, &features, arguments);
    };
    run(&["clippy", "--all-targets"], &["--", "-D", "warnings"]);
    run(&["doc", "--no-deps"], &[]);
    // With clients, as the README is tested then alone.
    let features = [features.as_slice(), &["--features=client".to_owned()]].concat();
    CRATE.cargo_of("hostile", &["test"], &features, &["--doc"]);
}

#[test]
fn an_api_of_ones_own_has_nothing_of_aws() {
    let lint = ["--", "-D", "warnings"];
    for (package, features) in own_apis::COMPILED {
        let features: Vec<String> = features.iter().copied().map(str::to_owned).collect();
        CRATE.cargo_of(package, &["clippy"], &features, &lint);
    }
    for package in own_apis::PACKAGES {
        own_apis::check_dependencies(&CRATE.workspace, package);
    }
    CRATE.cargo_of("pier-callers", &["test"], &[], &[]);
}

#[test]
fn the_api_of_the_readme_is_generated_and_can_be_called() {
    CRATE.cargo_of("readme-caller", &["check"], &[], &[]);
}

#[test]
fn the_example_of_an_api_of_ones_own_says_when_the_water_is_high() {
    let said = own_apis::run_example(&CRATE.workspace);
    let expected = "Hamburg:\n\
                    - high water at 2026-03-01T09:30:00Z: 3.6 m\n\
                    - low water at 2026-03-01T16:35:00Z: 0.4 m\n\
                    - high water at 2026-03-01T21:55:00Z: 11.5 ft\n\
                    Ulm: Ulm is not by the sea\n\
                    A stranger: Unauthorized: who are you?\n";
    assert_eq!(said, expected);
}

static CRATE: LazyLock<FixtureCrate> = LazyLock::new(FixtureCrate::generate);

/// The crate, in a workspace of its own below the target folder, where builds are kept from one
/// run to the next.
struct FixtureCrate {
    workspace: Workspace,
    services: Vec<String>,
    hostile_services: Vec<String>,
}

impl FixtureCrate {
    fn generate() -> Self {
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

    fn all(&self) -> Vec<String> {
        vec!["--features=serde,test-server,validate".to_owned()]
    }

    fn by_default(&self) -> Vec<String> {
        Vec::new()
    }

    fn without_client(&self) -> Vec<String> {
        self.features_of(&self.services)
    }

    /// These services, without clients.
    fn features_of(&self, services: &[String]) -> Vec<String> {
        let features = format!("--features={}", services.join(","));
        vec!["--no-default-features".to_owned(), features]
    }

    /// Without a client, and with builders of answers, checks of inputs and serde.
    fn as_tested(&self) -> Vec<String> {
        [self.without_client(), self.all()].concat()
    }

    fn only(&self, service: &str) -> Vec<String> {
        vec![
            "--no-default-features".to_owned(),
            format!("--features={service}"),
        ]
    }

    /// Runs cargo on the crate, which must succeed.
    fn cargo(&self, command: &[&str], features: &[String], arguments: &[&str]) {
        self.cargo_of("fixtures", command, features, arguments);
    }

    /// Runs cargo on a package of the workspace, which must succeed.
    fn cargo_of(&self, package: &str, command: &[&str], features: &[String], arguments: &[&str]) {
        let mut cargo = self.workspace.cargo(command);
        cargo
            .args(["--quiet", "--package", package])
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
