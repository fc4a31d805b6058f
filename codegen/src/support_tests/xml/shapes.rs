//! Structures with members of each layout, read as generated code reads them.

use std::collections::HashMap;

use crate::support::wire::{self, DecodeMember, Error, Layout, Reader};

/// A structure of lists, maps and an attribute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shapes {
    pub kind: Option<String>,
    pub text: Option<String>,
    pub count: Option<i32>,
    pub inner: Option<Box<Shapes>>,
    pub list: Option<Vec<String>>,
    pub named: Option<Vec<i64>>,
    pub flat: Option<Vec<String>>,
    pub lists: Option<Vec<Vec<String>>>,
    pub flat_lists: Option<Vec<Vec<String>>>,
    pub map: Option<HashMap<String, i64>>,
    pub flat_map: Option<HashMap<String, i64>>,
    pub maps: Option<HashMap<String, HashMap<String, i64>>>,
}

const NAMED: &Layout = &Layout::list("n:item");
const FLAT: &Layout = &Layout::PLAIN.flat();
const LISTS: &Layout = &Layout::list("list").items(&Layout::list("item"));
const FLAT_LISTS: &Layout = &Layout::PLAIN.flat().items(&Layout::list("item"));
const FLAT_MAP: &Layout = &Layout::map("Name", "n:Value").flat();
const MAPS: &Layout = &Layout::PLAIN.items(&Layout::map("K", "V"));

impl DecodeMember for Shapes {
    fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
        match name {
            "@kind" => r.member(&mut self.kind),
            "Text" => r.member(&mut self.text),
            "Count" => r.member(&mut self.count),
            "Inner" => {
                self.inner = Some(Box::new(r.structure(Self::default())?));
                Ok(())
            }
            "List" => r.member(&mut self.list),
            "Named" => r.layout(NAMED).member(&mut self.named),
            "Flat" => wire::append(r.layout(FLAT), self.flat.get_or_insert_default()),
            "Lists" => r.layout(LISTS).member(&mut self.lists),
            "FlatLists" => wire::append(
                r.layout(FLAT_LISTS),
                self.flat_lists.get_or_insert_default(),
            ),
            "Map" => r.member(&mut self.map),
            "FlatMap" => wire::insert(r.layout(FLAT_MAP), self.flat_map.get_or_insert_default()),
            "Maps" => r.layout(MAPS).member(&mut self.maps),
            _ => r.skip(),
        }
    }
}
