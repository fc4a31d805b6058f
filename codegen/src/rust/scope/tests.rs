//! What becomes of names that collide.

use proptest::prelude::*;

use super::super::{pascal_case, snake_case};
use super::*;

fn values(names: &[&str]) -> Vec<String> {
    let mut scope = Scope::of_values(&["build"]);
    let idents = scope.claim_each(names, snake_case, "_");
    idents.iter().map(ToString::to_string).collect()
}

#[test]
fn a_scope_gives_each_name_once() {
    let mut scope = Scope::of_values(&["build"]);
    let names = ["token", "token", "build", "token"].map(|name| scope.claim(name, "_"));
    let names = names.each_ref().map(Ident::as_str);
    assert_eq!(names, ["token", "token_2", "build_", "token_3"]);
    let mut scope = Scope::of_types(&["Option"]);
    let names = ["Option", "Token", "Token"].map(|name| scope.claim(name, "Shape"));
    let names = names.each_ref().map(Ident::as_str);
    assert_eq!(names, ["OptionShape", "Token", "Token2"]);
}

#[test]
fn no_module_is_called_what_no_file_can_be() {
    let mut scope = Scope::of_modules(&[]);
    assert_eq!(scope.claim("aux", "_").as_str(), "aux_");
    assert_eq!(Scope::of_values(&[]).claim("aux", "_").as_str(), "aux");
}

#[test]
fn names_that_differ_in_case_say_how_they_are_written() {
    assert_eq!(
        values(&["fooBar", "FooBar", "foo_bar", "FOO_BAR"]),
        [
            "foo_bar_camel",
            "foo_bar_pascal",
            "foo_bar",
            "foo_bar_upper"
        ]
    );
    assert_eq!(values(&["on", "ON"]), ["on", "on_upper"]);
    assert_eq!(values(&["On", "ON"]), ["on_pascal", "on"]);
}

#[test]
fn names_that_are_written_alike_are_numbered() {
    assert_eq!(
        values(&["a_b", "a__b", "a___b"]),
        ["a_b", "a_b_lower_2", "a_b_lower"]
    );
}

#[test]
fn one_more_name_renames_at_most_the_one_that_it_takes_the_name_of() {
    let before = values(&["fooBar", "FooBar", "other"]);
    assert_eq!(before, ["foo_bar_camel", "foo_bar", "other"]);
    let after = values(&["foo_bar", "fooBar", "FooBar", "other"]);
    assert_eq!(
        after,
        ["foo_bar", "foo_bar_camel", "foo_bar_pascal", "other"]
    );
}

#[test]
fn the_order_of_names_changes_nothing() {
    assert_eq!(values(&["FooBar", "fooBar"]), ["foo_bar", "foo_bar_camel"]);
    assert_eq!(values(&["fooBar", "FooBar"]), ["foo_bar_camel", "foo_bar"]);
}

#[test]
fn a_name_of_ours_gives_way_to_none_of_the_model() {
    assert_eq!(values(&["Build", "build"]), ["build__2", "build_"]);
    let mut scope = Scope::of_types(&["Option"]);
    scope.claim("TokenError", "Shape");
    let names = ["Option", "OptionShape", "TokenError"];
    let idents = scope.claim_each(&names, pascal_case, "Shape");
    let idents: Vec<&str> = idents.iter().map(Ident::as_str).collect();
    assert_eq!(idents, ["OptionShape2", "OptionShape", "TokenErrorShape"]);
}

/// Names that are made to collide.
const CONFUSABLE: &[&str] = &[
    "on", "On", "ON", "oN", "o_n", "O_N", "o__n", "O__n", "on_upper", "on_2", "on_lower", "build",
    "Build", "build_", "build_2", "Self", "self", "self_", "type", "Type",
];

proptest! {
    #[test]
    fn one_more_name_renames_only_what_has_to_give_way(
        names in prop::sample::subsequence(CONFUSABLE, 1..CONFUSABLE.len()),
        more in prop::sample::select(CONFUSABLE),
    ) {
        prop_assume!(!names.contains(&more));
        let before = values(&names);
        let after = values(&[names.as_slice(), &[more]].concat());
        for (at, old) in before.iter().enumerate() {
            let is_taken = after.iter().enumerate().any(|(by, new)| by != at && new == old);
            prop_assert!(after[at] == *old || is_taken, "{old} became {}", after[at]);
        }
        let distinct: HashSet<&String> = after.iter().collect();
        prop_assert_eq!(distinct.len(), after.len());
    }
}
