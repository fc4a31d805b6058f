//! Values within values of their kind take little of the stack, however deep they are: what is
//! generated from a model of large structures within themselves, and from AWS's own, is run on
//! threads of 2 MiB in a debug build, and of 1 MiB in a release build.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;

#[test]
fn large_structures_within_themselves_take_little_of_the_stack() {
    // The second one has another format, in which the values of the first are written and read too.
    let models = [
        fixtures().join("model.json"),
        fixtures().join("../models/rpc_v2_cbor.json"),
    ];
    let services = models.map(|model| ServiceSpec {
        model: vec![model],
        ..ServiceSpec::default()
    });
    run("depth", services.into(), "cases");
}

/// Models of AWS with shapes within themselves, and operations that answer with such.
const OPERATIONS: &[(&str, &str)] = &[
    ("cost-explorer", "DescribeCostCategoryDefinition"),
    ("dynamodb", "GetItem"),
    ("glue", "GetTable"),
    ("lex-runtime-v2", "RecognizeText"),
    ("wafv2", "GetRuleGroup"),
];

#[test]
fn answers_of_aws_take_little_of_the_stack() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(models) = corpus::aws_models(target) else {
        return;
    };
    let services = OPERATIONS.iter().filter_map(|(name, operation)| {
        let file = format!("{name}.json");
        let Some(model) = models.iter().find(|model| model.ends_with(&file)) else {
            println!("skipped: the corpus has no `{file}`");
            return None;
        };
        Some(ServiceSpec {
            model: vec![model.clone()],
            operations: Some(vec![(*operation).to_owned()]),
            ..ServiceSpec::default()
        })
    });
    run("aws", services.collect(), "aws");
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/depth")
}

/// Generates a crate of services for each kind of build, and runs these tests in it.
fn run(name: &str, services: Vec<ServiceSpec>, tests: &str) {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let workspace = tmp.join("depth").join(name);
    let builds = ["debug", "release"].map(|build| format!("{name}_in_{build}"));
    let mut features = vec!["validate".to_owned()];
    for krate in &builds {
        let spec = CrateSpec {
            name: krate.clone(),
            services: services.clone(),
            ..CrateSpec::default()
        };
        let generated = tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"));
        let folder = workspace.join(krate);
        generated
            .tree
            .write(&folder)
            .unwrap_or_else(|error| panic!("{error}"));
        // A crate of one service has all of it.
        if let services @ [_, _, ..] = generated.services.as_slice() {
            let modules = services.iter().map(|service| &service.module);
            features.extend(modules.map(|module| format!("{krate}/{}", module.replace('_', "-"))));
        }
        let code = folder.join("tests/deep");
        fs::create_dir_all(&code).expect("a folder below `target`");
        for file in ["stack", tests] {
            let file = format!("{file}.rs");
            copy(&fixtures().join(&file), &code.join(&file));
        }
        let main = format!("extern crate {krate} as deep;\n\nmod stack;\nmod {tests};\n");
        write(&code.join("main.rs"), &main);
    }
    // Nothing is built that the workspace of the tests has not built or fetched already.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    copy(&lock, &workspace.join("Cargo.lock"));
    let [debug, release] = &builds;
    write(
        &workspace.join("Cargo.toml"),
        &format!(
            "[workspace]\n\
             members = [{debug:?}, {release:?}]\n\
             resolver = \"3\"\n\n\
             [profile.dev]\n\
             debug = false\n\
             incremental = false\n\n\
             # As release builds are, but for what it depends on: that is built once.\n\
             [profile.dev.package.{release}]\n\
             opt-level = 3\n\
             codegen-units = 16\n\
             debug-assertions = false\n\
             overflow-checks = false\n"
        ),
    );
    let output = Command::new(env!("CARGO"))
        .args([
            "test",
            "--offline",
            "--quiet",
            "--workspace",
            "--no-default-features",
        ])
        .args(["--test", "deep", "--features", &features.join(",")])
        .current_dir(&workspace)
        // What they depend on, these have built as well.
        .env("CARGO_TARGET_DIR", tmp.join("fixtures/target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo can be run");
    let text = String::from_utf8_lossy;
    assert!(
        output.status.success(),
        "{}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
}

fn copy(from: &Path, to: &Path) {
    let text =
        fs::read_to_string(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    write(to, &text);
}

/// Writes a file unless it is there, so that cargo does not build anew what is the same.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
