//! What is generated depends on what a model says, and on nothing else.

mod fixture_models;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::value::RawValue;
use tinsmith::ServiceSpec;
use tinsmith::output::Tree;

#[test]
fn generating_twice_gives_the_same() {
    for model in fixture_models::all() {
        let once = fixture_models::generate(fixture_models::services(&model));
        let twice = fixture_models::generate(fixture_models::services(&model));
        assert!(once.tree == twice.tree, "{}", model.display());
    }
}

#[test]
fn the_order_of_keys_in_a_file_changes_nothing() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reversed");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    for model in fixture_models::all() {
        let reversed = folder.join(model.file_name().unwrap_or_default());
        let text = std::fs::read_to_string(&model).expect("a readable fixture");
        std::fs::write(&reversed, reversed_keys(&text, false)).expect("a file can be written");
        let services = fixture_models::services(&model);
        let of_reversed = services.iter().map(|service| ServiceSpec {
            model: vec![reversed.clone()],
            ..service.clone()
        });
        let of_reversed = fixture_models::generate(of_reversed.collect()).tree;
        let generated = fixture_models::generate(services).tree;
        if let Some(path) = first_difference(&generated, &of_reversed) {
            panic!("{}: {} differs", model.display(), path.display());
        }
    }
}

#[test]
fn keys_are_reversed_at_every_level_but_that_of_members() {
    let text =
        r#"{ "a": [{ "b": 1, "c": { "d": 2, "e": "}" } }], "members": { "f": {}, "g": 3 } }"#;
    assert_eq!(
        reversed_keys(text, false),
        r#"{"members":{"f":{},"g":3},"a":[{"c":{"e":"}","d":2},"b":1}]}"#
    );
}

/// The environment of a process, its working folder, its number of threads and the seeds of its
/// hashes have no part in what it generates.
#[test]
fn the_machine_changes_nothing() {
    const CHILD: &str = "TINSMITH_TEST_GENERATES_INTO";
    if let Some(folder) = std::env::var_os(CHILD) {
        all_fixtures()
            .write(Path::new(&folder))
            .expect("a folder that can be written");
        return;
    }
    let expected = all_fixtures();
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("machines");
    for (number, settings) in MACHINES.iter().enumerate() {
        let folder = root.join(number.to_string());
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let status = Command::new(std::env::current_exe().expect("the path of this test"))
            .args(["--exact", "the_machine_changes_nothing"])
            .current_dir(&folder)
            .env(CHILD, &folder)
            .envs(settings.iter().copied())
            .status()
            .expect("this test can be run again");
        assert!(status.success());
        assert_eq!(
            expected.drift(&folder).expect("a readable folder"),
            [],
            "{settings:?}"
        );
    }
}

/// Settings in which machines differ.
const MACHINES: [&[(&str, &str)]; 3] = [
    &[
        ("LC_ALL", "tr_TR.UTF-8"),
        ("TZ", "Asia/Kathmandu"),
        ("RAYON_NUM_THREADS", "1"),
    ],
    &[
        ("LC_ALL", "C"),
        ("TZ", "UTC"),
        ("HOME", "/nowhere"),
        ("RAYON_NUM_THREADS", "7"),
    ],
    &[
        ("LANG", "de_DE.UTF-8"),
        ("SOURCE_DATE_EPOCH", "0"),
        ("COLUMNS", "20"),
        ("CI", "true"),
    ],
];

/// A crate with all services of all fixtures.
fn all_fixtures() -> Tree {
    let models = fixture_models::all();
    let services = models
        .iter()
        .flat_map(|model| fixture_models::services(model));
    fixture_models::generate(services.collect()).tree
}

fn first_difference(one: &Tree, other: &Tree) -> Option<PathBuf> {
    let files = one.files().chain(other.files()).map(|(path, _)| path);
    let mut different = files.filter(|path| one.get(path) != other.get(path));
    different.next().map(Path::to_owned)
}

/// An object's entries in the order of the text.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

/// The same JSON with the entries of its objects in reverse; `is_members` says that these ones
/// are members, whose order is that of fields and variants.
fn reversed_keys(text: &str, is_members: bool) -> String {
    let text = text.trim();
    if text.starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(text).expect("a list");
        let items: Vec<String> = items
            .iter()
            .map(|item| reversed_keys(item.get(), false))
            .collect();
        return format!("[{}]", items.join(","));
    }
    if !text.starts_with('{') {
        return text.to_owned();
    }
    let Entries(entries) = serde_json::from_str(text).expect("an object");
    let entries = entries.iter().map(|(key, value)| {
        let is_members = key == "members" && !is_members;
        format!(
            "{}:{}",
            serde_json::Value::from(key.as_str()),
            reversed_keys(value.get(), is_members)
        )
    });
    let mut entries: Vec<String> = entries.collect();
    if !is_members {
        entries.reverse();
    }
    format!("{{{}}}", entries.join(","))
}

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<'a>(std::marker::PhantomData<&'a ()>);

        impl<'de: 'a, 'a> serde::de::Visitor<'de> for InOrder<'a> {
            type Value = Entries<'a>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(InOrder(std::marker::PhantomData))
    }
}
