//! Models of Smithy 1.0 mean what they meant, said in the terms of Smithy 2.0.

use serde_json::{Value, json};
use tinsmith::model::traits::{
    Boxed, DefaultValue, Deprecated, Documentation, EnumValue, UniqueItems,
};
use tinsmith::model::{self, Model, Shape, ShapeId};

const NUMBERS: &str = r#"
    "com.example#Count": { "type": "integer" },
    "com.example#BoxedCount": { "type": "integer", "traits": { "smithy.api#box": {} } },
    "com.example#Ratio": { "type": "double" },
    "com.example#Positive": { "type": "long", "traits": { "smithy.api#range": { "min": 1 } } },
    "com.example#Stream": { "type": "blob", "traits": { "smithy.api#streaming": {} } },
    "com.example#Book": {
        "type": "structure",
        "members": {
            "primitive": { "target": "smithy.api#PrimitiveBoolean" },
            "unboxed": { "target": "com.example#Count" },
            "ratio": { "target": "com.example#Ratio" },
            "boxedTarget": { "target": "com.example#BoxedCount" },
            "boxedMember": { "target": "com.example#Count", "traits": { "smithy.api#box": {} } },
            "preludeNumber": { "target": "smithy.api#Integer" },
            "positive": { "target": "com.example#Positive" },
            "text": { "target": "smithy.api#String" },
            "stream": { "target": "com.example#Stream" }
        }
    }"#;

#[test]
fn members_that_could_not_be_absent_default_to_zero() {
    let model = parse("1.0", NUMBERS);
    assert_eq!(default(&model, "primitive"), Some(json!(false)));
    assert_eq!(default(&model, "unboxed"), Some(json!(0)));
    assert_eq!(default(&model, "ratio"), Some(json!(0.0)));
    assert_eq!(default(&model, "stream"), Some(json!("")));
}

#[test]
fn members_that_could_be_absent_still_can() {
    let model = parse("1.0", NUMBERS);
    for name in ["boxedTarget", "boxedMember", "preludeNumber", "text"] {
        assert_eq!(default(&model, name), None, "{name}");
    }
}

#[test]
fn a_number_that_cannot_be_zero_does_not_default_to_it() {
    assert_eq!(default(&parse("1.0", NUMBERS), "positive"), None);
}

#[test]
fn nothing_is_boxed_any_more() {
    let model = parse("1", NUMBERS);
    let members = model.shapes().flat_map(Shape::members);
    assert!(
        members
            .into_iter()
            .all(|member| !member.traits.has::<Boxed>())
    );
    assert!(model.shapes().all(|shape| !shape.traits.has::<Boxed>()));
}

#[test]
fn a_model_of_smithy_2_says_its_defaults_itself() {
    let model = parse("2.0", NUMBERS);
    for name in ["primitive", "unboxed", "ratio", "stream"] {
        assert_eq!(default(&model, name), None, "{name}");
    }
}

#[test]
fn a_set_is_a_list_of_unique_items() {
    let model = parse(
        "1.0",
        r#""com.example#Titles": {
            "type": "set",
            "member": { "target": "smithy.api#String" }
        }"#,
    );
    let titles = model.shape(&id("com.example#Titles")).unwrap();
    assert_eq!(titles.kind.type_name(), "list");
    assert!(titles.traits.has::<UniqueItems>());
}

#[test]
fn a_string_with_values_is_an_enum_in_any_version() {
    for version in ["1.0", "2.0"] {
        let model = parse(
            version,
            r#""com.example#Size": {
                "type": "string",
                "traits": {
                    "smithy.api#documentation": "How large.",
                    "smithy.api#enum": [
                        { "value": "8vo", "name": "OCTAVO", "documentation": "An eighth." },
                        { "value": "4to", "deprecated": true },
                        { "value": "large folio" }
                    ]
                }
            }"#,
        );
        let size = model.shape(&id("com.example#Size")).unwrap();
        assert_eq!(size.kind.type_name(), "enum");
        assert!(size.traits.has::<Documentation>());
        assert!(size.traits.raw("smithy.api#enum").is_none());
        let value = |name: &str| size.member(name).unwrap().traits.get::<EnumValue>();
        assert_eq!(value("OCTAVO"), Some(EnumValue(json!("8vo"))));
        assert_eq!(value("_4to"), Some(EnumValue(json!("4to"))));
        assert_eq!(value("large_folio"), Some(EnumValue(json!("large folio"))));
        let documentation = size.member("OCTAVO").unwrap().traits.get();
        assert_eq!(documentation, Some(Documentation("An eighth.".into())));
        assert!(size.member("_4to").unwrap().traits.has::<Deprecated>());
    }
}

#[test]
fn a_member_of_an_enum_has_its_name_for_a_value_unless_it_has_another() {
    let model = parse(
        "2.0",
        r#""com.example#Colour": {
            "type": "enum",
            "members": { "RED": { "target": "smithy.api#Unit" } }
        }"#,
    );
    let red = model.member(&id("com.example#Colour$RED")).unwrap();
    assert_eq!(red.traits.get(), Some(EnumValue(json!("RED"))));
}

fn default(model: &Model, member: &str) -> Option<Value> {
    let member = model.member(&id("com.example#Book").with_member(member))?;
    let default = member.traits.get::<DefaultValue>()?;
    Some(default.0)
}

fn parse(version: &str, definitions: &str) -> Model {
    let text = format!(r#"{{ "smithy": "{version}", "shapes": {{ {definitions} }} }}"#);
    model::parse([("old.json", text)]).unwrap_or_else(|problems| panic!("{problems}"))
}

fn id(text: &str) -> ShapeId {
    text.parse().expect("a shape id")
}
