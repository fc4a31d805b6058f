//! What is generated depends on what a model says, and on nothing else.

mod fixture_models;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::value::RawValue;
use tinsmith::ServiceSpec;

#[test]
fn generating_twice_gives_the_same() {
    for model in models() {
        let once = fixture_models::generate(fixture_models::services(&model));
        let twice = fixture_models::generate(fixture_models::services(&model));
        assert!(once.tree == twice.tree, "{}", model.display());
    }
}

#[test]
fn the_order_of_shapes_in_a_file_changes_nothing() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reversed");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    for model in models() {
        let reversed = folder.join(model.file_name().unwrap_or_default());
        std::fs::write(&reversed, with_shapes_reversed(&model)).expect("a file can be written");
        let services = fixture_models::services(&model);
        let of_reversed = services.iter().map(|service| ServiceSpec {
            model: vec![reversed.clone()],
            ..service.clone()
        });
        let of_reversed = fixture_models::generate(of_reversed.collect());
        let generated = fixture_models::generate(services);
        assert!(of_reversed.tree == generated.tree, "{}", model.display());
    }
}

/// A model of which only the order of the shapes matters here.
#[derive(Deserialize)]
struct Model {
    smithy: String,
    shapes: BTreeMap<String, Box<RawValue>>,
}

/// The same model, its shapes sorted the other way round. Members keep their order, which is the
/// order of fields.
fn with_shapes_reversed(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("a readable fixture");
    let model: Model = serde_json::from_str(&text).expect("a model");
    let shapes = model.shapes.iter().rev();
    let shapes: Vec<String> = shapes
        .map(|(id, shape)| format!("{id:?}: {shape}"))
        .collect();
    format!(
        r#"{{ "shapes": {{ {} }}, "smithy": {:?} }}"#,
        shapes.join(", "),
        model.smithy
    )
}

fn models() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let folders = ["models", "models/names"].map(|folder| fixtures.join(folder));
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    paths.filter(|path| path.is_file()).collect()
}
