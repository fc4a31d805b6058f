//! Names of items, keys and values, flat members, attributes and namespaces.

use std::collections::HashMap;

use super::{inside, write};
use crate::support::wire::{self, EncodeMembers, Layout, Members};

/// Writes members to whichever writer there is.
macro_rules! members {
    ($w:ident => $($write:stmt;)*) => {{
        struct These;
        impl EncodeMembers for These {
            fn encode_members(&self, $w: &mut impl Members) {
                $($write)*
            }
        }
        These
    }};
}

fn texts(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|text| (*text).to_owned()).collect())
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn entry(key: &str, value: &str) -> Option<HashMap<String, String>> {
    Some(HashMap::from([(key.to_owned(), value.to_owned())]))
}

#[test]
fn items_keys_and_values_have_names() {
    let value = members!(w =>
        wire::laid_out(w, const { &Layout::list("item") }).field("Tags", &texts(&["a", "b"]));
        wire::laid_out(w, const { &Layout::map("K", "V") }).field("Map", &entry("k", "v"));
        w.field("Plain", &texts(&["c"]));
    );
    assert_eq!(
        inside(&value),
        "<Tags><item>a</item><item>b</item></Tags>\
         <Map><entry><K>k</K><V>v</V></entry></Map>\
         <Plain><member>c</member></Plain>"
    );
}

#[test]
fn flat_items_and_entries_are_members() {
    const LIST: Layout = Layout::list("item").flat();
    const MAP: Layout = Layout::map("K", "V").flat();
    let value = members!(w =>
        wire::laid_out(w, &LIST).field("Tag", &texts(&["a", "b"]));
        wire::laid_out(w, &MAP).field("Map", &entry("k", "v"));
        wire::laid_out(w, &LIST).field("None", &texts(&[]));
    );
    assert_eq!(
        inside(&value),
        "<Tag>a</Tag><Tag>b</Tag><Map><K>k</K><V>v</V></Map>"
    );
}

#[test]
fn what_is_in_lists_and_maps_has_layouts_of_its_own() {
    const INNER: Layout = Layout::map("InnerKey", "InnerValue");
    const OUTER: Layout = Layout::map("OuterKey", "value").items(&INNER);
    const LISTS: Layout = Layout::list("List").items(const { &Layout::list("Item") });
    let value = members!(w =>
        wire::laid_out(w, &OUTER).field(
            "Map",
            &entry("b", "c").map(|inner| HashMap::from([("a".to_owned(), inner)])),
        );
        wire::laid_out(w, &LISTS).field("Lists", &texts(&["a", "b"]).map(|list| vec![list]));
    );
    assert_eq!(
        inside(&value),
        "<Map><entry><OuterKey>a</OuterKey><value><entry><InnerKey>b</InnerKey>\
         <InnerValue>c</InnerValue></entry></value></entry></Map>\
         <Lists><List><Item>a</Item><Item>b</Item></List></Lists>"
    );
}

#[test]
fn attributes_stand_in_the_start_tag() {
    const ATTRIBUTE: Layout = Layout::PLAIN.attribute();
    let value = members!(w =>
        wire::laid_out(w, &ATTRIBUTE).field("test", &text("<&>\"\t"));
        wire::laid_out(w, &ATTRIBUTE).field("xsi:n", &Some(7));
        w.field("foo", &text("hi"));
    );
    assert_eq!(
        write(&Layout::PLAIN, &value),
        "<R test=\"&lt;&amp;&gt;&quot;&#x9;\" xsi:n=\"7\"><foo>hi</foo></R>"
    );
    let alone = members!(w =>
        wire::laid_out(w, &ATTRIBUTE).field("test", &text("a"));
    );
    assert_eq!(write(&Layout::PLAIN, &alone), "<R test=\"a\"></R>");
}

#[test]
fn a_root_declares_its_namespace() {
    let value = members!(w => w.field("a", &text("b")););
    assert_eq!(
        write(
            const { &Layout::PLAIN.namespace("", "http://s3.example/?a&b") },
            &value
        ),
        "<R xmlns=\"http://s3.example/?a&amp;b\"><a>b</a></R>"
    );
}

#[test]
fn a_member_declares_its_namespace_before_its_attributes() {
    const NESTED: Layout = Layout::PLAIN.namespace("xsi", "https://example.com");
    struct Grantee;
    impl EncodeMembers for Grantee {
        fn encode_members(&self, w: &mut impl Members) {
            const TYPE: &Layout = &Layout::PLAIN.attribute();
            wire::laid_out(w, TYPE).field("xsi:type", &text("Group"));
        }
    }
    let value = members!(w =>
        wire::laid_out(w, &NESTED).field("Grantee", &Some(Grantee));
        w.field("a", &text("b"));
    );
    assert_eq!(
        inside(&value),
        "<Grantee xmlns:xsi=\"https://example.com\" xsi:type=\"Group\"></Grantee><a>b</a>"
    );
}

#[test]
fn items_keys_and_values_declare_theirs() {
    const ITEM: Layout = Layout::PLAIN.namespace("", "http://item");
    const KEY: Layout = Layout::PLAIN.namespace("", "http://key");
    const LIST: Layout = Layout::list("I").namespace("", "http://list").items(&ITEM);
    const MAP: Layout = Layout::map("K", "V").keys(&KEY).items(&ITEM);
    let value = members!(w =>
        wire::laid_out(w, &LIST).field("List", &texts(&["a"]));
        wire::laid_out(w, &MAP).field("Map", &entry("k", "v"));
    );
    assert_eq!(
        inside(&value),
        "<List xmlns=\"http://list\"><I xmlns=\"http://item\">a</I></List>\
         <Map><entry><K xmlns=\"http://key\">k</K><V xmlns=\"http://item\">v</V></entry></Map>"
    );
}

#[test]
fn each_flat_element_declares_the_namespace_of_its_member() {
    const ITEM: Layout = Layout::PLAIN.namespace("", "http://item");
    const LIST: Layout = Layout::list("I").namespace("", "http://list").flat();
    const OWN: Layout = LIST.items(&ITEM);
    const MAP: Layout = Layout::PLAIN.namespace("", "http://map").flat();
    let value = members!(w =>
        wire::laid_out(w, &LIST).field("A", &texts(&["a", "b"]));
        wire::laid_out(w, &OWN).field("B", &texts(&["c"]));
        wire::laid_out(w, &MAP).field("C", &entry("k", "v"));
    );
    assert_eq!(
        inside(&value),
        "<A xmlns=\"http://list\">a</A><A xmlns=\"http://list\">b</A>\
         <B xmlns=\"http://item\">c</B>\
         <C xmlns=\"http://map\"><key>k</key><value>v</value></C>"
    );
}
