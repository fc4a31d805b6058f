//! What setters of lists and maps take.

use std::collections::HashMap;

use crate::support::builder;

#[test]
fn a_list_is_made_of_whatever_turns_into_its_elements() {
    let strings: Vec<String> = builder::list(["a", "b"]);
    assert_eq!(strings, ["a", "b"]);
    let sparse: Vec<Option<i32>> = builder::list(vec![Some(1), None]);
    assert_eq!(sparse, [Some(1), None]);
}

#[test]
fn a_map_is_made_of_whatever_turns_into_its_keys_and_values() {
    let map: HashMap<String, i64> = builder::map([("one", 1), ("two", 2)]);
    assert_eq!(map["one"], 1);
    assert_eq!(map["two"], 2);
}
