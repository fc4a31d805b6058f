//! Lists and maps, which the dialects write in their own ways.

use std::collections::HashMap;

use super::super::wire::everything::{Color, Everything};
use super::{aws, ec2};
use crate::support::wire::{self, EncodeMembers, Layout, Members};

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Members with layouts.
struct Input {
    list: Option<Vec<String>>,
    lists: Option<Vec<Vec<String>>>,
    map: Option<HashMap<String, String>>,
    maps: Option<HashMap<String, HashMap<String, Vec<String>>>>,
}

const NOTHING: Input = Input {
    list: None,
    lists: None,
    map: None,
    maps: None,
};

const ITEM: Layout = Layout::list("item");
const K_V: Layout = Layout::map("K", "V");

impl EncodeMembers for Input {
    fn encode_members(&self, w: &mut impl Members) {
        w.field("Plain", &self.list);
        wire::laid_out(w, &ITEM).field("Named", &self.list);
        wire::laid_out(w, const { &ITEM.flat() }).field("Flat", &self.list);
        wire::laid_out(w, const { &Layout::list("List").items(&ITEM) }).field("Lists", &self.lists);
        w.field("Map", &self.map);
        wire::laid_out(w, &K_V).field("NamedMap", &self.map);
        wire::laid_out(w, const { &K_V.flat() }).field("FlatMap", &self.map);
        wire::laid_out(
            w,
            const { &Layout::PLAIN.items(const { &K_V.items(&ITEM) }) },
        )
        .field("Maps", &self.maps);
    }
}

#[test]
fn items_are_numbered_from_one_behind_their_name() {
    let value = Input {
        list: Some(texts(&["a", "b"])),
        ..NOTHING
    };
    assert_eq!(
        aws(&value),
        [
            "Plain.member.1=a",
            "Plain.member.2=b",
            "Named.item.1=a",
            "Named.item.2=b",
            "Flat.1=a",
            "Flat.2=b",
        ]
    );
}

#[test]
fn in_ec2_query_all_lists_are_flat() {
    let value = Input {
        list: Some(texts(&["a", "b"])),
        lists: Some(vec![texts(&["c"])]),
        ..NOTHING
    };
    assert_eq!(
        ec2(&value),
        [
            "Plain.1=a",
            "Plain.2=b",
            "Named.1=a",
            "Named.2=b",
            "Flat.1=a",
            "Flat.2=b",
            "Lists.1.1=c",
        ]
    );
}

#[test]
fn lists_nest() {
    let value = Input {
        lists: Some(vec![texts(&["a", "b"]), texts(&[]), texts(&["c"])]),
        ..NOTHING
    };
    assert_eq!(
        aws(&value),
        [
            "Lists.List.1.item.1=a",
            "Lists.List.1.item.2=b",
            "Lists.List.2=",
            "Lists.List.3.item.1=c",
        ]
    );
}

#[test]
fn numbers_may_have_several_digits() {
    let value = Everything {
        list: Some(vec![String::new(); 101]),
        ..Everything::default()
    };
    assert_eq!(aws(&value)[8..10], ["List.member.9=", "List.member.10="]);
    assert_eq!(aws(&value)[100], "List.member.101=");
}

#[test]
fn an_empty_list_is_an_empty_parameter_in_aws_query_alone() {
    let value = Everything {
        list: Some(Vec::new()),
        again: Some(Box::new(Everything {
            many: Some(Vec::new()),
            ..Everything::default()
        })),
        ..Everything::default()
    };
    assert_eq!(aws(&value), ["List=", "Again.Many="]);
    assert_eq!(ec2(&value), Vec::<String>::new());
}

#[test]
fn an_empty_map_is_no_parameter() {
    let value = Input {
        map: Some(HashMap::new()),
        ..NOTHING
    };
    assert_eq!(aws(&value), Vec::<String>::new());
    assert_eq!(ec2(&value), Vec::<String>::new());
}

#[test]
fn entries_are_numbered_and_have_a_key_and_a_value() {
    let value = Input {
        map: Some(HashMap::from([("a&b".to_owned(), "c d".to_owned())])),
        ..NOTHING
    };
    assert_eq!(
        aws(&value),
        [
            "Map.entry.1.key=a%26b",
            "Map.entry.1.value=c%20d",
            "NamedMap.entry.1.K=a%26b",
            "NamedMap.entry.1.V=c%20d",
            "FlatMap.1.K=a%26b",
            "FlatMap.1.V=c%20d",
        ]
    );
    assert_eq!(ec2(&value)[..2], ["Map.1.key=a%26b", "Map.1.value=c%20d"]);
}

#[test]
fn each_entry_has_a_number_of_its_own() {
    let value = Everything {
        map: Some(HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)])),
        ..Everything::default()
    };
    let mut parameters = aws(&value);
    // A map has no order.
    if parameters[0] == "Map.entry.1.key=b" {
        for parameter in &mut parameters {
            let swapped = match parameter.contains(".1.") {
                true => parameter.replace(".1.", ".2."),
                false => parameter.replace(".2.", ".1."),
            };
            *parameter = swapped;
        }
    }
    parameters.sort();
    assert_eq!(
        parameters,
        [
            "Map.entry.1.key=a",
            "Map.entry.1.value=1",
            "Map.entry.2.key=b",
            "Map.entry.2.value=2",
        ]
    );
}

#[test]
fn maps_nest_and_have_lists_in_them() {
    let inner = HashMap::from([("b".to_owned(), texts(&["c", "d"]))]);
    let value = Input {
        maps: Some(HashMap::from([("a".to_owned(), inner)])),
        ..NOTHING
    };
    assert_eq!(
        aws(&value),
        [
            "Maps.entry.1.key=a",
            "Maps.entry.1.value.entry.1.K=b",
            "Maps.entry.1.value.entry.1.V.item.1=c",
            "Maps.entry.1.value.entry.1.V.item.2=d",
        ]
    );
}

#[test]
fn what_follows_structures_in_lists_and_maps_is_not_inside_them() {
    let inner = Everything {
        string: Some("s".to_owned()),
        list: Some(texts(&["l"])),
        map_of_enums: Some(HashMap::from([(Color::Red, vec![Color::Red])])),
        ..Everything::default()
    };
    let value = Everything {
        many: Some(vec![inner.clone(), inner.clone()]),
        map_of_many: Some(HashMap::from([("k".to_owned(), Some(inner))])),
        date_time: Some(aws_smithy_types::DateTime::from_secs(0)),
        ..Everything::default()
    };
    assert_eq!(
        aws(&value),
        [
            "Many.member.1.String=s",
            "Many.member.1.List.member.1=l",
            "Many.member.1.MapOfEnums.entry.1.key=RED",
            "Many.member.1.MapOfEnums.entry.1.value.member.1=RED",
            "Many.member.2.String=s",
            "Many.member.2.List.member.1=l",
            "Many.member.2.MapOfEnums.entry.1.key=RED",
            "Many.member.2.MapOfEnums.entry.1.value.member.1=RED",
            "MapOfMany.entry.1.key=k",
            "MapOfMany.entry.1.value.String=s",
            "MapOfMany.entry.1.value.List.member.1=l",
            "MapOfMany.entry.1.value.MapOfEnums.entry.1.key=RED",
            "MapOfMany.entry.1.value.MapOfEnums.entry.1.value.member.1=RED",
            "DateTime=1970-01-01T00%3A00%3A00Z",
        ]
    );
}

#[test]
fn a_gap_keeps_the_numbers_of_others() {
    let value = Everything {
        sparse_list: Some(vec![Some(1), None, Some(3)]),
        sparse_map: Some(HashMap::from([("k".to_owned(), None)])),
        ..Everything::default()
    };
    assert_eq!(
        aws(&value),
        [
            "SparseList.member.1=1",
            "SparseList.member.2=",
            "SparseList.member.3=3",
            "SparseMap.entry.1.key=k",
            "SparseMap.entry.1.value=",
        ]
    );
}
