//! What is generated, as snapshots: one for each model of our own, and one for the committed crate.

mod fixture_models;
mod outline;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;
use tinsmith::{Generated, Manifest};

#[test]
fn each_construct_is_generated_as_its_snapshot_shows() {
    quietly(|| {
        insta::glob!("../fixtures/models", "*.json", |path| {
            let generated = fixture_models::generate(fixture_models::services(path));
            insta::assert_snapshot!(concatenated(&generated, is_of_a_service));
        });
    });
}

#[test]
fn names_that_collide_are_settled_as_their_snapshot_shows() {
    quietly(|| {
        insta::glob!("../fixtures/models/names", "*.json", |path| {
            let generated = fixture_models::generate(fixture_models::services(path));
            insta::assert_snapshot!(outlined(&generated));
        });
    });
}

#[test]
fn the_committed_crate_is_generated_as_its_snapshot_shows() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/codegen.toml");
    let manifest = Manifest::read(&manifest).unwrap_or_else(|problems| panic!("{problems}"));
    let generated =
        tinsmith::generate(&manifest.spec).unwrap_or_else(|problems| panic!("{problems}"));
    quietly(|| {
        insta::assert_snapshot!(concatenated(&generated, |path| !is_support(path)));
    });
}

#[test]
fn support_code_is_what_rules_call_and_shapes_are_made_of() {
    assert_eq!(
        optional_support("endpoints.json"),
        [
            "functions/endpoint_with.rs",
            "functions/is_set.rs",
            "functions/partition.rs"
        ]
    );
    assert_eq!(
        optional_support("recursion.json"),
        ["types/document.rs", "types/in_place.rs", "types/union.rs"]
    );
}

#[test]
fn a_crate_has_the_formats_that_its_services_speak() {
    for (fixture, has_json, has_cbor) in [
        ("simple_types.json", true, false),
        ("rpc_v2_json.json", true, false),
        ("rpc_v2_cbor.json", false, true),
        // It lists CBOR too.
        ("every_trait.json", true, false),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
        let generated = fixture_models::generate(fixture_models::services(&path.join(fixture)));
        let has = |folder: &str| {
            let mut files = generated.tree.files();
            files.any(|(path, _)| path.starts_with(Path::new("src/support").join(folder)))
        };
        assert_eq!(has("json"), has_json, "{fixture}");
        assert_eq!(has("cbor"), has_cbor, "{fixture}");
    }
}

#[test]
fn what_not_all_services_use_is_compiled_with_those_that_do() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
    let fixtures = ["rpc_v2_json.json", "simple_types.json", "rpc_v2_cbor.json"];
    let services = fixtures.map(|fixture| fixture_models::services(&models.join(fixture)));
    let generated = fixture_models::generate(services.into_iter().flatten().collect());
    let file = |path: &str| {
        let mut files = generated.tree.files();
        let (_, text) = files.find(|(known, _)| *known == path).expect("a file");
        text.to_owned()
    };
    let support = file("src/support/mod.rs");
    for module in [
        "#[cfg(feature = \"buoys\")]\n#[doc(hidden)]\npub mod cbor;\n",
        "#[cfg(any(feature = \"tides\", feature = \"simple-types\"))]\n#[doc(hidden)]\npub mod json;\n",
        "\n\n#[doc(hidden)]\npub mod wire;\n",
    ] {
        assert!(support.contains(module), "{module} is not in\n{support}");
    }
}

#[test]
fn a_crate_that_not_all_services_need_comes_with_those_that_do() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
    let manifest = |fixtures: &[&str]| {
        let fixtures = fixtures.iter().map(|fixture| models.join(fixture));
        let services = fixtures.flat_map(|fixture| fixture_models::services(&fixture));
        let generated = fixture_models::generate(services.collect());
        let mut files = generated.tree.files();
        let (_, text) = files
            .find(|(path, _)| *path == "Cargo.toml")
            .expect("a file");
        text.to_owned()
    };
    let alone = manifest(&["http_bindings.json"]);
    let among = manifest(&["http_bindings.json", "rpc_v2_cbor.json"]);
    let checksums = "md-5 = { version = \"0.11\", default-features = false";
    assert!(alone.contains(&format!("{checksums} }}\n")), "{alone}");
    assert!(
        among.contains(&format!("{checksums}, optional = true }}\n")),
        "{among}"
    );
    assert!(among.contains("\nbuoys = []\n"), "{among}");
    let of_service = among.lines().find(|line| line.starts_with("ferries = ["));
    assert!(
        of_service.is_some_and(|line| line.contains("\"dep:md-5\"")),
        "{among}"
    );
    // Clients sign with what only some services sum up with.
    let for_clients = "\n    \"dep:sha2\",\n";
    let alone = manifest(&["checksums.json"]);
    assert!(!alone.contains(for_clients), "{alone}");
    let among = manifest(&["checksums.json", "rpc_v2_cbor.json"]);
    assert!(among.contains(for_clients), "{among}");
    let of_service = among
        .lines()
        .find(|line| line.contains("\"dep:xxhash-rust\""));
    assert!(
        of_service.is_some_and(|line| line.contains("\"dep:sha2\"")),
        "{among}"
    );
}

#[test]
fn no_service_is_called_as_a_feature_or_module_that_is_not_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let model = |name: &str| {
        let shape = json!({
            "type": "service", "version": "1", "traits": { "aws.protocols#awsJson1_1": {} }
        });
        let model = json!({ "smithy": "2.0", "shapes": { format!("example.a#{name}"): shape } });
        let path = folder.path().join("model.json");
        std::fs::write(&path, model.to_string()).expect("a file");
        fixture_models::generate(fixture_models::services(&path))
    };
    let generated = model("Tides");
    let file = |wanted: &str| {
        let mut files = generated.tree.files();
        let found = files.find(|(path, _)| *path == wanted);
        found.expect("a file").1
    };
    let manifest: toml::Table = file("Cargo.toml").parse().expect("TOML");
    let features = manifest["features"].as_table().expect("a table");
    assert!(features.contains_key("serde") && features.contains_key("test-util"));
    let features = features.keys().map(|feature| feature.replace('-', "_"));
    let modules = file("src/lib.rs").lines().filter_map(|line| {
        let module = line.strip_prefix("pub mod ")?;
        module.strip_suffix(" {").map(str::to_owned)
    });
    let names: BTreeSet<String> = features.chain(modules).collect();
    assert!(names.contains("double") && names.contains("config"));
    for module in names {
        let name: String = module.split('_').map(capitalized).collect();
        assert_eq!(model(&name).services[0].module, format!("{module}_service"));
    }
}

/// A word that begins with a capital letter.
fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// What a crate for a fixture has in the folders of support that are not copied whole.
fn optional_support(fixture: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
    let generated = fixture_models::generate(fixture_models::services(&path.join(fixture)));
    let files = generated.tree.files().filter_map(|(path, _)| {
        let path = path.strip_prefix("src/support").ok()?;
        let inner = path
            .strip_prefix("endpoint")
            .or(path.strip_prefix("wire"))
            .ok()?;
        let is_optional = inner.components().count() == 2 && !inner.ends_with("mod.rs");
        is_optional.then(|| inner.to_str().unwrap_or_default().to_owned())
    });
    files.collect()
}

/// Snapshots say nothing but what is generated.
fn quietly(assert: impl FnOnce()) {
    insta::with_settings!(
        {
            snapshot_path => "snapshots/generated_code",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        },
        { assert() }
    );
}

fn is_support(path: &Path) -> bool {
    path.starts_with("src/support")
}

fn is_of_a_service(path: &Path) -> bool {
    path.components().count() > 2 && !is_support(path)
}

/// Files one after the other, without the header that all of them have.
fn concatenated(generated: &Generated, wanted: impl Fn(&Path) -> bool) -> String {
    let mut text = String::new();
    for (path, file) in generated.tree.files().filter(|(path, _)| wanted(path)) {
        let (_, file) = file.split_once("\n\n").unwrap_or_default();
        let _ = writeln!(text, "======== {}\n\n{file}", path.display());
    }
    text
}

/// The names in the files of services, and the manifest, which has names too.
fn outlined(generated: &Generated) -> String {
    let mut text = concatenated(generated, |path| path == Path::new("Cargo.toml"));
    for (path, file) in generated
        .tree
        .files()
        .filter(|(path, _)| is_of_a_service(path))
        .filter(|(path, _)| path.extension().is_some_and(|extension| extension == "rs"))
    {
        let _ = writeln!(text, "======== {}\n\n{}", path.display(), outline::of(file));
    }
    text
}
