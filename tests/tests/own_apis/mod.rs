//! Crates of APIs that have nothing to do with AWS, and what calls them.

use std::path::Path;

use tinsmith::{CrateSpec, Manifest, ServiceSpec};
use tinsmith_tests::workspace::{Workspace, read, succeed};

use super::{documented_tests, fixture_models};

/// The packages of them in the workspace.
pub const MEMBERS: [&str; 8] = [
    "foghorn",
    "jetty",
    "pier",
    "pier-callers",
    "pontoon",
    "readme-caller",
    "tides-example",
    "tides-example/tides",
];

/// The crates. One has several services; of one, callers have a key alone, and of one nobody is told: each is
/// compiled by itself, so that nothing else brings what it needs. One streams events, in two protocols, and is
/// called where other streams are.
pub const PACKAGES: [&str; 5] = ["foghorn", "jetty", "pier", "pontoon", "tides"];

/// The cargo features that they are compiled with.
pub const COMPILED: [(&str, &[&str]); 12] = [
    ("foghorn", &["--all-features"]),
    (
        "foghorn",
        &["--no-default-features", "--features=foghorn,foghorn-2"],
    ),
    ("pier", &["--all-features"]),
    ("pier", &["--no-default-features", "--features=client,mole"]),
    ("pier", &["--no-default-features", "--features=jetty,pier"]),
    ("jetty", &[]),
    ("jetty", &["--no-default-features"]),
    ("pontoon", &["--all-features"]),
    ("pontoon", &["--no-default-features"]),
    ("tides", &[]),
    ("tides", &["--no-default-features"]),
    ("tides-example", &[]),
];

/// Crates that such an API does without.
const OF_AWS: [&str; 5] = [
    "aws-config",
    "aws-credential-types",
    "aws-runtime",
    "aws-sigv4",
    "aws-types",
];

/// Generates them into the workspace.
pub fn generate(workspace: &Workspace, fixtures: &Path) {
    let folder = fixtures.join("without_aws");
    let (model, program) = documented_tests::own_api();
    let example = fixtures.join("../examples/tides");
    let manifest = Manifest::read(&example.join("codegen.toml"));
    let manifest = manifest.unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(
        model,
        read(&example.join("tides.smithy")),
        "README shows the example's model"
    );
    workspace.copy_folder(&example.join("src"), "tides-example/src");
    let package = read(&example.join("Cargo.toml")).replace("[workspace]\n", "");
    workspace.write("tides-example/Cargo.toml", &package);
    workspace.generate("tides-example/tides", &manifest.spec);
    let pier = fixture_models::services(&folder.join("pier.json"));
    let is_jetty = |service: &&ServiceSpec| {
        let id = service.service.as_deref();
        id.is_some_and(|id| id.ends_with("#Jetty"))
    };
    let jetty = pier.iter().filter(is_jetty).cloned().collect();
    let pontoon = fixture_models::services(&folder.join("pontoon.smithy"));
    let foghorn = ["restJson1", "rpcv2Cbor"].map(|protocol| ServiceSpec {
        model: vec![folder.join("foghorn.smithy")],
        protocol: Some(protocol.into()),
        ..ServiceSpec::default()
    });
    let crates = [
        ("foghorn", foghorn.into()),
        ("jetty", jetty),
        ("pier", pier),
        ("pontoon", pontoon),
    ];
    for (name, services) in crates {
        let spec = CrateSpec {
            name: name.to_owned(),
            services,
            ..CrateSpec::default()
        };
        workspace.generate(name, &spec);
    }
    workspace.copy_folder(&folder, "pier-callers/tests/callers");
    workspace.write("pier-callers/src/lib.rs", "");
    workspace.write("pier-callers/Cargo.toml", PIER_CALLERS);
    workspace.write("readme-caller/src/main.rs", &program);
    workspace.write("readme-caller/Cargo.toml", README_CALLER);
}

/// Checks that a crate stands on nothing of AWS.
pub fn check_dependencies(workspace: &Workspace, package: &str) {
    let package = format!("--package={package}");
    let tree = ["tree", "--edges=normal", "--prefix=none", &package];
    let tree = succeed(&mut workspace.cargo(&tree));
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let names: Vec<&str> = names.collect();
    assert!(names.contains(&"aws-smithy-runtime"), "{names:?}");
    for of_aws in OF_AWS {
        assert!(!names.contains(&of_aws), "{of_aws} is in {names:?}");
    }
}

/// Runs the example, with its service; what it prints.
pub fn run_example(workspace: &Workspace) -> String {
    succeed(&mut workspace.cargo(&["run", "--quiet", "--package=tides-example"]))
}

/// The program that README shows of an API of one's own.
const README_CALLER: &str = r#"[package]
name = "readme-caller"
version = "0.0.0"
edition = "2024"

[dependencies]
tides = { path = "../tides-example/tides" }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#;

/// Tests of clients that have nothing to do with AWS.
const PIER_CALLERS: &str = r#"[package]
name = "pier-callers"
version = "0.0.0"
edition = "2024"

[dependencies]
aws-smithy-http-client = { version = "1.5", default-features = false, features = ["test-util"] }
aws-smithy-runtime-api = { version = "1.20", features = ["client", "http-1x"] }
aws-smithy-types = "1.9"
http = "1.5"
pier = { path = "../pier", default-features = false, features = ["client", "jetty", "mole", "pier", "quay"] }
tokio = { version = "1", features = ["macros", "rt"] }
"#;
