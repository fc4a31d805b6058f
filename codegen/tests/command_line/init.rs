//! `tinsmith init`, and what it says comes next.

use insta::assert_snapshot;

use crate::program::Place;
use crate::tides::TIDES;

#[test]
fn without_a_model_it_says_where_models_are() {
    let place = Place::empty();
    assert_snapshot!("next_without_model", place.printed(&["init"]));
    assert_snapshot!("manifest_without_model", place.read("codegen.toml"));
}

#[test]
fn with_a_model_its_service_and_its_operations_are_there() {
    let place = Place::with(&[("tides.json", TIDES)]);
    assert_snapshot!("next_with_model", place.printed(&["init", "tides.json"]));
    assert_snapshot!("manifest_with_model", place.read("codegen.toml"));
}

#[test]
fn what_it_says_comes_next_works() {
    let place = Place::with(&[("tides.json", TIDES)]);
    place.printed(&["init", "tides.json"]);
    assert!(
        place
            .told(&["codegen", "--check"])
            .contains("tinsmith codegen\n")
    );
    place.printed(&["codegen"]);
    place.printed(&["codegen", "--check"]);
    place.printed(&["codegen", "--bump"]);
    assert!(
        place
            .read("high-tides-client/src/lib.rs")
            .contains("pub mod high_tides;")
    );
    let manifest = place.read("codegen.toml");
    let chosen = manifest
        .replace("# operations = [\n#     ", "operations = [\n")
        .replace("\n# ]", "\n]");
    place.write("codegen.toml", chosen);
    place.printed(&["codegen", "--check"]);
}

#[test]
fn a_manifest_elsewhere_leads_back_to_the_model() {
    let place = Place::with(&[("models/tides.json", TIDES), ("a/b/.keep", "")]);
    for manifest in ["models/codegen.toml", "a/b/tides.toml"] {
        let next = place.printed(&["init", "models/tides.json", "--manifest", manifest]);
        let option = format!("`tinsmith codegen --manifest {manifest}`");
        assert!(next.contains(&option), "{next}");
        place.printed(&["codegen", "--manifest", manifest]);
    }
    assert!(
        place
            .read("models/codegen.toml")
            .contains("model = [\"tides.json\"]")
    );
    assert!(
        place
            .read("a/b/tides.toml")
            .contains("model = [\"../../models/tides.json\"]")
    );
}

#[test]
fn a_manifest_that_is_there_stays() {
    let place = Place::with(&[("codegen.toml", "# mine\n")]);
    let told = place.told(&["init"]);
    assert!(
        told.contains("`codegen.toml` is there, and is not overwritten"),
        "{told}"
    );
    assert_eq!(place.read("codegen.toml"), "# mine\n");
}

#[test]
fn a_model_that_is_none_writes_no_manifest() {
    let place = Place::with(&[("broken.json", "{")]);
    place.told(&["init", "broken.json"]);
    assert!(!place.path().join("codegen.toml").exists());
}
