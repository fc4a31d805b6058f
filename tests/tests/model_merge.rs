//! Several files are one model: definitions, traits applied from outside, metadata.

use serde_json::json;
use tinsmith::model::traits::{Documentation, Length, Required, Sensitive};
use tinsmith::model::{self, Model, ShapeId};

const BOOKS: &str = r#"{
    "smithy": "2.0",
    "metadata": { "suppressions": ["a"], "owner": "librarians" },
    "shapes": {
        "com.example#Title": {
            "type": "string",
            "traits": {
                "smithy.api#length": { "min": 1, "max": 80 },
                "smithy.api#tags": ["text"]
            }
        },
        "com.example#Book": {
            "type": "structure",
            "members": {
                "title": { "target": "com.example#Title" },
                "author": { "target": "smithy.api#String" }
            }
        }
    }
}"#;

#[test]
fn traits_are_applied_to_shapes_and_members_of_another_file() {
    let model = merged(
        r#""com.example#Title": { "type": "apply", "traits": { "smithy.api#sensitive": {} } },
           "com.example#Book$author": { "type": "apply", "traits": { "smithy.api#required": {} } }"#,
    );
    assert!(
        model
            .shape(&id("com.example#Title"))
            .unwrap()
            .traits
            .has::<Sensitive>()
    );
    let author = model.member(&id("com.example#Book$author")).unwrap();
    assert!(author.traits.has::<Required>());
}

#[test]
fn a_trait_may_be_applied_before_the_shape_is_defined() {
    let overlay = overlay(
        r#""com.example#Title": { "type": "apply", "traits": { "smithy.api#sensitive": {} } }"#,
    );
    let model = model::parse([("overlay.json", overlay.as_str()), ("books.json", BOOKS)]).unwrap();
    assert!(
        model
            .shape(&id("com.example#Title"))
            .unwrap()
            .traits
            .has::<Sensitive>()
    );
}

#[test]
fn lists_of_a_trait_applied_twice_are_joined() {
    let model = merged(
        r#""com.example#Title": { "type": "apply", "traits": { "smithy.api#tags": ["short"] } }"#,
    );
    let title = model.shape(&id("com.example#Title")).unwrap();
    assert_eq!(
        title.traits.raw("smithy.api#tags"),
        Some(&json!(["text", "short"]))
    );
}

#[test]
fn a_shape_defined_alike_in_two_files_has_the_traits_of_both() {
    let model = merged(
        r#""com.example#Book": {
            "type": "structure",
            "members": {
                "author": { "target": "smithy.api#String" },
                "title": {
                    "target": "com.example#Title",
                    "traits": { "smithy.api#documentation": "What it is called." }
                }
            },
            "traits": { "smithy.api#documentation": "A book." }
        }"#,
    );
    let book = model.shape(&id("com.example#Book")).unwrap();
    assert_eq!(book.traits.get(), Some(Documentation("A book.".into())));
    let title = book.member("title").unwrap();
    assert_eq!(
        title.traits.get(),
        Some(Documentation("What it is called.".into()))
    );
    let names: Vec<&str> = book.members().map(|member| member.name.as_str()).collect();
    assert_eq!(
        names,
        ["title", "author"],
        "the first definition gives the order"
    );
}

#[test]
fn a_file_given_twice_changes_nothing() {
    let once = model::parse([("books.json", BOOKS)]).unwrap();
    let twice = model::parse([("books.json", BOOKS), ("again.json", BOOKS)]).unwrap();
    assert!(once.shapes().eq(twice.shapes()));
    assert_eq!(once.metadata(), twice.metadata());
}

#[test]
fn the_order_of_files_and_keys_does_not_change_the_shapes() {
    let overlay = overlay(r#""com.example#Pages": { "type": "integer" }"#);
    let one = model::parse([("a", BOOKS), ("b", &overlay)]).unwrap();
    let other = model::parse([("b", overlay.as_str()), ("a", BOOKS)]).unwrap();
    assert!(one.shapes().eq(other.shapes()));
    let ids: Vec<&str> = one.shapes().map(|shape| shape.id.name()).collect();
    assert_eq!(ids, ["Book", "Pages", "Title"]);
}

#[test]
fn metadata_is_merged_and_its_lists_are_joined() {
    let more = r#"{ "smithy": "2.0", "metadata": { "suppressions": ["b"], "age": 7 } }"#;
    let model = model::parse([("books.json", BOOKS), ("more.json", more)]).unwrap();
    let metadata = json!(model.metadata());
    let wanted = json!({ "suppressions": ["a", "b"], "owner": "librarians", "age": 7 });
    assert_eq!(metadata, wanted);
}

#[test]
fn what_is_not_known_is_kept_and_does_no_harm() {
    let model = model::parse([(
        "odd.json",
        r#"{
            "smithy": "2.7",
            "colour": "red",
            "shapes": {
                "com.example#Title": {
                    "type": "string",
                    "shade": 3,
                    "traits": {
                        "com.example#loud": { "volume": 11 },
                        "smithy.api#length": { "min": 1, "unit": "words" }
                    }
                }
            }
        }"#,
    )])
    .unwrap();
    let traits = &model.shape(&id("com.example#Title")).unwrap().traits;
    assert_eq!(
        traits.raw("com.example#loud"),
        Some(&json!({ "volume": 11 }))
    );
    assert_eq!(traits.get::<Length>().unwrap().min, Some(1));
}

#[test]
fn shapes_of_the_prelude_are_there_without_being_listed() {
    let model = model::parse([("empty.json", r#"{ "smithy": "2.0" }"#)]).unwrap();
    assert_eq!(model.shapes().count(), 0);
    let unit = model.shape(&ShapeId::unit()).unwrap();
    assert_eq!(unit.kind.type_name(), "structure");
    assert!(model.shape(&id("smithy.api#PrimitiveLong")).is_some());
}

fn merged(definitions: &str) -> Model {
    let overlay = overlay(definitions);
    model::parse([("books.json", BOOKS), ("overlay.json", &overlay)]).expect("a good model")
}

fn overlay(definitions: &str) -> String {
    format!(r#"{{ "smithy": "2.0", "shapes": {{ {definitions} }} }}"#)
}

fn id(text: &str) -> ShapeId {
    text.parse().expect("a shape id")
}
