//! Models of botocore's: what they are made of, and the crates that come of them.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tinsmith::model::traits::{DefaultValue, Documentation, Paginated, Waitable};
use tinsmith::model::{self, Model, Shape};
use tinsmith::{CrateSpec, Generated, ServiceSpec};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/from_botocore")
}

/// The services: each is a folder, in which its model in Smithy is too.
const SERVICES: [&str; 4] = ["ferry", "meadow", "quay", "tolls"];

fn generated(model: Vec<PathBuf>) -> Generated {
    let spec = CrateSpec {
        name: "generated".to_owned(),
        services: vec![ServiceSpec {
            model,
            ..ServiceSpec::default()
        }],
        ..CrateSpec::default()
    };
    tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"))
}

fn load(path: &Path) -> Model {
    model::load(&[path]).unwrap_or_else(|problems| panic!("{problems}"))
}

fn shape<'m>(model: &'m Model, name: &str) -> &'m Shape {
    let mut shapes = model.shapes();
    shapes
        .find(|shape| shape.id.name() == name)
        .expect("a shape of the model")
}

#[test]
fn the_same_crate_comes_of_botocores_model_and_of_the_one_in_smithy() {
    for name in SERVICES {
        let folder = fixtures().join(name);
        let overlay = folder.join("overlay.smithy");
        let version = fs::read_dir(&folder).expect("a folder");
        let version = version.map(|entry| entry.expect("an entry").path());
        let version = version
            .filter(|path| path.is_dir())
            .max()
            .expect("a version");
        let overlay = Some(overlay).filter(|path| path.exists());
        let of_botocore = generated([version].into_iter().chain(overlay).collect());
        let of_smithy = generated(vec![folder.join(format!("{name}.smithy"))]);
        for ((path, text), other) in of_botocore.tree.files().zip(of_smithy.tree.files()) {
            // What is kept of a model is in the words that it came in.
            if path != Path::new("released.json") {
                assert!((path, text) == other, "{name}: {}\n{text}", path.display());
            }
        }
        assert_eq!(of_botocore.tree.len(), of_smithy.tree.len(), "{name}");
    }
}

#[test]
fn the_ast_of_a_model_of_botocores_is_a_model_that_gives_the_same_crate() {
    for name in SERVICES {
        let folder = fixtures().join(name);
        let version = load_version(&folder);
        let ast = model::ast(&[&version]).unwrap_or_else(|problems| panic!("{problems}"));
        let aside = tempfile::tempdir().expect("a folder");
        let file = aside.path().join("model.json");
        fs::write(&file, &ast.text).expect("a file that is written");
        let (here, there) = (generated(vec![version]), generated(vec![file]));
        assert!(here.tree.files().eq(there.tree.files()), "{name}");
    }
}

/// The folder of the last version of a service.
fn load_version(folder: &Path) -> PathBuf {
    let entries = fs::read_dir(folder).expect("a folder");
    let folders = entries.map(|entry| entry.expect("an entry").path());
    folders
        .filter(|path| path.is_dir())
        .max()
        .expect("a version")
}

fn gzip(text: &[u8]) -> Vec<u8> {
    use std::io::Write as _;

    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}

/// `ferry` as an installed botocore has it: a service beside another, its files compressed.
fn installed() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("botocore/data");
    let ferry = fixtures().join("ferry");
    for version in ["2019-11-30", "2024-05-01"] {
        let here = data.join("ferry").join(version);
        fs::create_dir_all(&here).expect("a folder that is made");
        for entry in fs::read_dir(ferry.join(version)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_str().expect("a text");
            let text = fs::read(&path).expect("a readable fixture");
            fs::write(here.join(format!("{name}.gz")), gzip(&text)).expect("it is written");
        }
    }
    folder
}

#[test]
fn a_service_is_its_folder_or_that_of_a_version_or_its_file() {
    let installed = installed();
    let ferry = installed.path().join("botocore/data/ferry");
    let expected = load(&fixtures().join("ferry/2024-05-01"));
    for path in [
        ferry.clone(),
        ferry.join("2024-05-01"),
        ferry.join("2024-05-01/service-2.json.gz"),
        // A folder of models with nothing else in it.
        ferry.join(".."),
    ] {
        let model = load(&path);
        assert!(model.shapes().eq(expected.shapes()), "{}", path.display());
    }
    let (_, old) = load(&ferry.join("2019-11-30"))
        .services()
        .next()
        .map(|(shape, service)| (shape.id.clone(), service.clone()))
        .expect("a service");
    assert_eq!(old.version, "2019-11-30");
}

#[test]
fn files_of_a_service_may_be_given_one_by_one_and_are_known_by_what_is_in_them() {
    let ferry = fixtures().join("ferry/2024-05-01");
    let text = |name: &str| fs::read_to_string(ferry.join(name)).expect("a readable fixture");
    let files = [
        ("anything.json", text("service-2.json")),
        ("pages.json", text("paginators-1.json")),
        ("rules", text("endpoint-rule-set-1.json")),
        ("waiters.json", text("waiters-2.json")),
    ];
    let model = model::parse(files).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(shape(&model, "ListCrossings").traits.has::<Paginated>());
    assert!(shape(&model, "DescribeCrossing").traits.has::<Waitable>());
    // All files of a folder, among them one that is beside the other anyway.
    let entries = fs::read_dir(&ferry).expect("a folder");
    let all = entries.map(|entry| entry.expect("an entry").path());
    let all: Vec<PathBuf> = all.chain([ferry.clone()]).collect();
    let model = model::load(&all).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(model.shapes().eq(load(&ferry).shapes()));
}

#[test]
fn what_smithy_could_not_say_is_left_out() {
    let model = load(&fixtures().join("ferry/2024-05-01"));
    assert!(!shape(&model, "DescribeCrossing").traits.has::<Paginated>());
    let Waitable(waiters) = shape(&model, "DescribeCrossing")
        .traits
        .get()
        .expect("waiters");
    assert!(!waiters.contains_key("CrossingHaunted"));
    assert_eq!(waiters["CrossingBoards"].acceptors.len(), 5);
}

/// What `inspect` tells that a model lacks.
fn lacking(files: &[PathBuf]) -> String {
    let model = model::load(files).unwrap_or_else(|problems| panic!("{problems}"));
    let (service, _) = model.services().next().expect("a service");
    let told = tinsmith::inspect::service(&model, service, None).to_string();
    let lines = told
        .lines()
        .filter_map(|line| line.trim().strip_prefix("lacking "));
    lines.map(|line| format!("{}\n", line.trim())).collect()
}

#[test]
fn what_a_model_lacks_is_told_until_an_overlay_says_it() {
    let ferry = fixtures().join("ferry");
    insta::assert_snapshot!("lacking", lacking(&[ferry.join("2024-05-01")]));
    let with_overlay = [ferry.join("2024-05-01"), ferry.join("overlay.smithy")];
    insta::assert_snapshot!("lacking_with_overlay", lacking(&with_overlay));
    assert_eq!(lacking(&[ferry.join("ferry.smithy")]), "");
}

#[test]
fn an_overlay_says_what_botocore_does_not_in_either_notation() {
    let json = r#"{ "smithy": "2.0", "shapes": { "com.amazonaws.ferryline#Crossing$Tolls": {
        "type": "apply", "traits": { "smithy.api#default": 0 } } } }"#;
    let idl = "$version: \"2\"\nnamespace com.amazonaws.ferryline\napply Role @enum([{ value: \"cook\", \
               name: \"CHEF\", documentation: \"Cooks.\" }])\n";
    let folder = tempfile::tempdir().expect("a folder");
    let (a, b) = (folder.path().join("a.json"), folder.path().join("b.smithy"));
    fs::write(&a, json).expect("it is written");
    fs::write(&b, idl).expect("it is written");
    let files = [fixtures().join("ferry/2024-05-01"), a, b];
    let model = model::load(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let tolls = shape(&model, "Crossing").member("Tolls").expect("a member");
    assert!(tolls.traits.has::<DefaultValue>());
    let names: Vec<&str> = shape(&model, "Role")
        .members()
        .map(|value| value.name.as_str())
        .collect();
    assert_eq!(names, ["captain", "CHEF"]);
    let chef = shape(&model, "Role").member("CHEF").expect("a value");
    assert_eq!(chef.traits.get(), Some(Documentation("Cooks.".to_owned())));
}
