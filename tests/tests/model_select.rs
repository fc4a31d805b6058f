//! Selecting operations takes along what they reach, and nothing else.

use tinsmith::model::{self, Model};
use tinsmith::select::{Selection, select};

#[test]
fn all_operations_of_a_service_and_its_resources_are_selected_sorted_by_name() {
    let model = library();
    let selection = select(&model, None, None).unwrap();
    let wanted = [
        "BurnBook",
        "CountBooks",
        "GetBook",
        "GetShelf",
        "LendBook",
        "ListShelves",
    ];
    assert_eq!(operations(&selection), wanted);
}

#[test]
fn a_service_is_found_by_its_name_and_by_its_id() {
    let model = library();
    for service in ["Library", "com.example#Library"] {
        let selection = select(&model, Some(service), None).unwrap();
        assert_eq!(selection.service.id.name(), "Library");
        assert_eq!(selection.service().version, "1");
    }
}

#[test]
fn one_operation_takes_along_what_it_reaches() {
    let model = library();
    let selection = select(&model, None, Some(&["GetBook".to_owned()])).unwrap();
    assert_eq!(operations(&selection), ["GetBook"]);
    let shapes: Vec<&str> = selection.shapes.iter().map(|id| id.name()).collect();
    let wanted = ["Book", "Books", "Closed", "GetBookInput", "Lost", "String"];
    assert_eq!(shapes, wanted);
}

#[test]
fn an_operation_named_twice_is_selected_once() {
    let model = library();
    let wanted = ["GetBook", "GetBook"].map(str::to_owned);
    assert_eq!(
        operations(&select(&model, None, Some(&wanted)).unwrap()),
        ["GetBook"]
    );
}

#[test]
fn no_operations_reach_no_shapes() {
    let model = library();
    let selection = select(&model, None, Some(&[])).unwrap();
    assert!(selection.operations.is_empty() && selection.shapes.is_empty());
}

#[test]
fn a_service_may_call_a_shape_by_another_name() {
    let model = library();
    let selection = select(&model, None, None).unwrap();
    let name = |id: &str| selection.name_of(&id.parse().unwrap()).to_owned();
    assert_eq!(name("com.example#Book"), "Volume");
    assert_eq!(name("com.example#Books"), "Books");
}

fn operations<'a>(selection: &Selection<'a>) -> Vec<&'a str> {
    let operations = selection.operations.iter();
    operations.map(|shape| shape.id.name()).collect()
}

fn library() -> Model {
    let text = r#"{
        "smithy": "2.0",
        "shapes": {
            "com.example#Library": {
                "type": "service",
                "version": "1",
                "operations": [{ "target": "com.example#LendBook" }],
                "resources": [{ "target": "com.example#Shelf" }],
                "errors": [{ "target": "com.example#Closed" }],
                "rename": { "com.example#Book": "Volume" }
            },
            "com.example#Shelf": {
                "type": "resource",
                "read": { "target": "com.example#GetShelf" },
                "list": { "target": "com.example#ListShelves" },
                "resources": [{ "target": "com.example#BookOnShelf" }]
            },
            "com.example#BookOnShelf": {
                "type": "resource",
                "read": { "target": "com.example#GetBook" },
                "operations": [{ "target": "com.example#BurnBook" }],
                "collectionOperations": [{ "target": "com.example#CountBooks" }]
            },
            "com.example#LendBook": { "type": "operation" },
            "com.example#GetShelf": { "type": "operation" },
            "com.example#ListShelves": { "type": "operation" },
            "com.example#BurnBook": { "type": "operation" },
            "com.example#CountBooks": { "type": "operation" },
            "com.example#GetBook": {
                "type": "operation",
                "input": { "target": "com.example#GetBookInput" },
                "output": { "target": "com.example#Book" },
                "errors": [{ "target": "com.example#Lost" }]
            },
            "com.example#GetBookInput": {
                "type": "structure",
                "members": { "title": { "target": "smithy.api#String" } }
            },
            "com.example#Book": {
                "type": "structure",
                "members": { "sequels": { "target": "com.example#Books" } }
            },
            "com.example#Books": {
                "type": "list",
                "member": { "target": "com.example#Book" }
            },
            "com.example#Lost": {
                "type": "structure",
                "traits": { "smithy.api#error": "client" }
            },
            "com.example#Closed": {
                "type": "structure",
                "traits": { "smithy.api#error": "server" }
            },
            "com.example#Unreached": { "type": "string" }
        }
    }"#;
    model::parse([("library.json", text)]).unwrap_or_else(|problems| panic!("{problems}"))
}
