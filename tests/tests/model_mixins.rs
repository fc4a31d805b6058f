//! Mixins are copied into the shapes that use them, and are gone afterwards.

use tinsmith::model::traits::{Deprecated, Documentation, Required, Sensitive};
use tinsmith::model::{self, Model, ShapeId, ShapeKind};

#[test]
fn members_of_mixins_come_first_depth_first() {
    let model = parse(
        r#""com.example#Filtered": {
            "type": "structure",
            "members": { "nameFilter": { "target": "smithy.api#String" } },
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#Paged": {
            "type": "structure",
            "mixins": [{ "target": "com.example#Sized" }],
            "members": { "nextToken": { "target": "smithy.api#String" } },
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#Sized": {
            "type": "structure",
            "members": { "pageSize": { "target": "smithy.api#Integer" } },
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#ListInput": {
            "type": "structure",
            "mixins": [{ "target": "com.example#Paged" }, { "target": "com.example#Filtered" }],
            "members": { "own": { "target": "smithy.api#String" } }
        }"#,
    );
    let input = model.shape(&id("com.example#ListInput")).unwrap();
    let ids: Vec<&str> = input.members().map(|member| member.id.as_str()).collect();
    let wanted = [
        "com.example#ListInput$pageSize",
        "com.example#ListInput$nextToken",
        "com.example#ListInput$nameFilter",
        "com.example#ListInput$own",
    ];
    assert_eq!(ids, wanted);
    assert_eq!(
        model.shapes().count(),
        1,
        "mixins are no shapes of the model"
    );
}

#[test]
fn traits_of_later_mixins_and_of_the_shape_itself_win() {
    let model = parse(
        r#""com.example#A": {
            "type": "string",
            "traits": {
                "smithy.api#mixin": { "localTraits": ["smithy.api#deprecated"] },
                "smithy.api#documentation": "A",
                "smithy.api#deprecated": {},
                "smithy.api#sensitive": {}
            }
        },
        "com.example#B": {
            "type": "string",
            "traits": { "smithy.api#mixin": {}, "smithy.api#documentation": "B" }
        },
        "com.example#Later": {
            "type": "string",
            "mixins": [{ "target": "com.example#A" }, { "target": "com.example#B" }]
        },
        "com.example#Own": {
            "type": "string",
            "mixins": [{ "target": "com.example#A" }, { "target": "com.example#B" }],
            "traits": { "smithy.api#documentation": "Own" }
        }"#,
    );
    let later = &model.shape(&id("com.example#Later")).unwrap().traits;
    assert_eq!(later.get(), Some(Documentation("B".into())));
    assert!(later.has::<Sensitive>());
    assert!(
        !later.has::<Deprecated>(),
        "a local trait stays with its mixin"
    );
    let own = &model.shape(&id("com.example#Own")).unwrap().traits;
    assert_eq!(own.get(), Some(Documentation("Own".into())));
}

#[test]
fn a_member_keeps_its_place_when_traits_are_added_to_it() {
    let model = parse(
        r#""com.example#Named": {
            "type": "structure",
            "members": {
                "name": {
                    "target": "smithy.api#String",
                    "traits": { "smithy.api#documentation": "Generic" }
                },
                "age": { "target": "smithy.api#Integer" }
            },
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#Redefined": {
            "type": "structure",
            "mixins": [{ "target": "com.example#Named" }],
            "members": {
                "name": {
                    "target": "smithy.api#String",
                    "traits": { "smithy.api#required": {} }
                }
            }
        },
        "com.example#Applied": {
            "type": "structure",
            "mixins": [{ "target": "com.example#Named" }]
        },
        "com.example#Applied$name": {
            "type": "apply",
            "traits": { "smithy.api#documentation": "Specific" }
        }"#,
    );
    let redefined = model.shape(&id("com.example#Redefined")).unwrap();
    let names: Vec<&str> = redefined
        .members()
        .map(|member| member.name.as_str())
        .collect();
    assert_eq!(names, ["name", "age"]);
    let name = redefined.member("name").unwrap();
    assert!(name.traits.has::<Required>());
    assert_eq!(name.traits.get(), Some(Documentation("Generic".into())));
    let applied = model.member(&id("com.example#Applied$name")).unwrap();
    assert_eq!(applied.traits.get(), Some(Documentation("Specific".into())));
}

#[test]
fn what_a_shape_gets_by_apply_its_users_get_too() {
    let model = parse(
        r#""com.example#Base": {
            "type": "structure",
            "members": { "name": { "target": "smithy.api#String" } },
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#Middle": {
            "type": "structure",
            "mixins": [{ "target": "com.example#Base" }],
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#Middle$name": {
            "type": "apply",
            "traits": { "smithy.api#required": {} }
        },
        "com.example#Away": {
            "type": "structure",
            "mixins": [{ "target": "com.example#Middle" }]
        }"#,
    );
    let name = model.member(&id("com.example#Away$name")).unwrap();
    assert!(name.traits.has::<Required>());
}

#[test]
fn a_list_may_have_its_member_from_a_mixin() {
    let model = parse(
        r#""com.example#Strings": {
            "type": "list",
            "member": { "target": "smithy.api#String" },
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#Titles": {
            "type": "list",
            "mixins": [{ "target": "com.example#Strings" }]
        }"#,
    );
    let titles = model.shape(&id("com.example#Titles")).unwrap();
    let ShapeKind::List { member } = &titles.kind else {
        panic!("{titles:?}");
    };
    assert_eq!(member.target.as_str(), "smithy.api#String");
    assert_eq!(member.id.as_str(), "com.example#Titles$member");
}

#[test]
fn services_and_operations_join_what_their_mixins_have() {
    let model = parse(
        r#""com.example#Base": {
            "type": "service",
            "version": "base",
            "operations": [{ "target": "com.example#GetBook" }],
            "rename": { "com.example#Burnt": "Scorched" },
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#Library": {
            "type": "service",
            "version": "1",
            "mixins": [{ "target": "com.example#Base" }],
            "operations": [{ "target": "com.example#LendBook" }]
        },
        "com.example#Failing": {
            "type": "operation",
            "errors": [{ "target": "com.example#Burnt" }],
            "traits": { "smithy.api#mixin": {} }
        },
        "com.example#GetBook": {
            "type": "operation",
            "mixins": [{ "target": "com.example#Failing" }]
        },
        "com.example#LendBook": { "type": "operation" },
        "com.example#Burnt": {
            "type": "structure",
            "traits": { "smithy.api#error": "server" }
        }"#,
    );
    let (_, service) = model.services().next().unwrap();
    assert_eq!(service.version, "1");
    assert_eq!(service.rename[&id("com.example#Burnt")], "Scorched");
    let names: Vec<&str> = service.operations.iter().map(ShapeId::name).collect();
    assert_eq!(names, ["GetBook", "LendBook"]);
    let get_book = model.shape(&id("com.example#GetBook")).unwrap();
    let ShapeKind::Operation(operation) = &get_book.kind else {
        panic!("{get_book:?}");
    };
    assert_eq!(operation.errors, [id("com.example#Burnt")]);
}

fn parse(definitions: &str) -> Model {
    let text = format!(r#"{{ "smithy": "2.0", "shapes": {{ {definitions} }} }}"#);
    model::parse([("mixins.json", text)]).unwrap_or_else(|problems| panic!("{problems}"))
}

fn id(text: &str) -> ShapeId {
    text.parse().expect("a shape id")
}
