//! Values within values of their kind take little of the stack, however deep they are: what is
//! generated from a model of large structures within themselves, and from AWS's own, is run on
//! threads of 2 MiB in a debug build, and of 1 MiB in a release build.

use std::path::{Path, PathBuf};

use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;
use tinsmith_tests::workspace::{Workspace, read, succeed};

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
    let builds = ["debug", "release"].map(|build| format!("{name}_in_{build}"));
    let [debug, release] = &builds;
    // As release builds are, but for what it depends on: that is built once.
    let profile = format!(
        "\n[profile.dev.package.{release}]\n\
         opt-level = 3\n\
         codegen-units = 16\n\
         debug-assertions = false\n\
         overflow-checks = false\n"
    );
    let (tmp, folder) = (env!("CARGO_TARGET_TMPDIR"), format!("depth/{name}"));
    let workspace = Workspace::with_profiles(tmp, &folder, &[debug, release], &profile);
    let mut features = vec!["validate".to_owned()];
    for krate in &builds {
        let spec = CrateSpec {
            name: krate.clone(),
            services: services.clone(),
            ..CrateSpec::default()
        };
        let generated = workspace.generate(krate, &spec);
        // A crate of one service has all of it.
        if let services @ [_, _, ..] = generated.services.as_slice() {
            let modules = services.iter().map(|service| &service.module);
            features.extend(modules.map(|module| format!("{krate}/{}", module.replace('_', "-"))));
        }
        let code = Path::new(krate).join("tests/deep");
        for file in ["stack", tests] {
            let file = format!("{file}.rs");
            workspace.write(code.join(&file), &read(&fixtures().join(&file)));
        }
        let main = format!("extern crate {krate} as deep;\n\nmod stack;\nmod {tests};\n");
        workspace.write(code.join("main.rs"), &main);
    }
    let mut cargo = workspace.cargo(&["test", "--quiet", "--workspace", "--no-default-features"]);
    succeed(cargo.args(["--test", "deep", "--features", &features.join(",")]));
}
