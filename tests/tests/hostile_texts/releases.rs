//! What a release keeps: the record of its models, and the changelog, which says what has changed.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tinsmith::diagnostic::Diagnostics;
use tinsmith::release::{self, Release};
use tinsmith::{CrateSpec, Generated, ServiceSpec};

use crate::{file, leaves, texts};

#[test]
fn a_changelog_and_a_record_have_texts_of_models_as_texts() {
    let mut found = Vec::new();
    for name in ["enums", "every_trait", "http_bindings", "rpc_v2_json"] {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
        let text = fs::read_to_string(fixtures.join(format!("{name}.json")));
        let model: Value = serde_json::from_str(&text.expect("a fixture")).expect("JSON");
        let folder = tempfile::tempdir().expect("a folder");
        let old = generated(folder.path(), &model, None).unwrap_or_else(|e| panic!("{e}"));
        old.tree.write(folder.path()).expect("a folder to write to");
        let release = Release::read(folder.path()).unwrap_or_else(|e| panic!("{e}"));
        for leaf in leaves::of(&model) {
            let [code, unprintable] = [texts::CODE, texts::UNPRINTABLE].map(|text| {
                generated(folder.path(), &leaf.replaced(&model, text), release.clone())
            });
            for generated in [code, unprintable].into_iter().flatten() {
                for kept in ["CHANGELOG.md", "released.json"].map(Path::new) {
                    let text = generated.tree.get(kept).expect("a file");
                    let faults = file::faults(kept, text).into_iter();
                    found.extend(faults.map(|fault| format!("{name}: {leaf}: {fault}")));
                }
            }
        }
    }
    crate::assert_none(&found);
}

/// The crate of a model, which comes after a release where there is one.
fn generated(
    folder: &Path,
    model: &Value,
    release: Option<Release>,
) -> Result<Generated, Diagnostics> {
    let path = folder.join("model.json");
    fs::write(&path, model.to_string()).expect("a file can be written");
    let mut spec = CrateSpec {
        name: "fixtures".to_owned(),
        services: vec![ServiceSpec {
            model: vec![path],
            ..ServiceSpec::default()
        }],
        release,
        ..CrateSpec::default()
    };
    if spec.release.is_some() {
        spec.release = Some(release::next(&spec, None)?.release);
    }
    tinsmith::generate(&spec)
}
