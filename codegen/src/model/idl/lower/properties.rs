//! What services and resources have: the keys and values between their braces.
//!
//! <https://smithy.io/2.0/spec/idl.html#service-shape>

use std::collections::BTreeMap;

use super::Lowering;
use super::shape::Making;
use crate::model::ast::{Definition, Reference};
use crate::model::idl::outline::Spot;
use crate::model::idl::parser::wrong_version;
use crate::model::idl::syntax::{Entry, Node, NodeValue};
use crate::model::sources::Version;

impl Lowering<'_, '_> {
    pub(super) fn service(&mut self, making: &mut Making, entries: Vec<Entry<'_>>) {
        for Entry { key, span, value } in entries {
            let spot = Spot::value(span, Some(value.span));
            making.spots.push((key.to_string().into(), spot));
            match &*key {
                "version" => making.definition.version = self.text(&key, &value),
                "operations" => making.definition.operations = self.shapes(&value),
                "resources" => making.definition.resources = self.shapes(&value),
                "errors" => making.definition.errors = self.shapes(&value),
                "rename" => making.definition.rename = self.renames(&value),
                _ => making.definition.unknown.push(key.into_owned()),
            }
        }
    }

    pub(super) fn resource(&mut self, making: &mut Making, entries: Vec<Entry<'_>>) {
        for Entry { key, span, value } in entries {
            let spot = Spot::value(span, Some(value.span));
            making.spots.push((key.to_string().into(), spot));
            let definition = &mut making.definition;
            if let Some(operation) = lifecycle(definition, &key) {
                *operation = self.id_in(&value).map(Reference::new);
                continue;
            }
            match &*key {
                "operations" => definition.operations = self.shapes(&value),
                "collectionOperations" => definition.collection_operations = self.shapes(&value),
                "resources" => definition.resources = self.shapes(&value),
                "identifiers" => definition.identifiers = self.named(&value),
                "properties" => {
                    if self.version == Version::V1 {
                        self.report(wrong_version(span, "properties of resources"));
                    }
                    definition.properties = self.named(&value);
                }
                _ => definition.unknown.push(key.into_owned()),
            }
        }
    }

    fn text(&mut self, key: &str, value: &Node<'_>) -> String {
        match &value.value {
            NodeValue::Text(text) => text.to_string(),
            _ => {
                let message = format!("`{key}` is not a text");
                self.malformed(value.span, message, "put it into `\"`");
                String::new()
            }
        }
    }

    /// A list of shapes.
    fn shapes(&mut self, value: &Node<'_>) -> Vec<Reference> {
        let NodeValue::List(items) = &value.value else {
            self.malformed(
                value.span,
                "this is no list of shapes",
                "write `[Name, Other]`",
            );
            return Vec::new();
        };
        let ids = items.iter().filter_map(|item| self.id_in(item));
        ids.map(Reference::new).collect()
    }

    /// Shapes by names.
    fn named(&mut self, value: &Node<'_>) -> BTreeMap<String, Reference> {
        let mut named = BTreeMap::new();
        for Entry { key, value, .. } in self.entries(value) {
            if let Some(target) = self.id_in(value) {
                named.insert(key.to_string(), Reference::new(target));
            }
        }
        named
    }

    /// Other names for shapes, whose ids are written in full.
    fn renames(&mut self, value: &Node<'_>) -> BTreeMap<String, String> {
        let mut renames = BTreeMap::new();
        for Entry { key, value, .. } in self.entries(value) {
            renames.insert(key.to_string(), self.text(key, value));
        }
        renames
    }

    fn entries<'n, 'a>(&mut self, value: &'n Node<'a>) -> &'n [Entry<'a>] {
        match &value.value {
            NodeValue::Object(entries) => entries,
            _ => {
                self.malformed(value.span, "this is no object", "write `{ name: value }`");
                &[]
            }
        }
    }
}

/// The operation of a resource's life that a key names.
fn lifecycle<'d>(definition: &'d mut Definition, key: &str) -> Option<&'d mut Option<Reference>> {
    Some(match key {
        "create" => &mut definition.create,
        "put" => &mut definition.put,
        "read" => &mut definition.read,
        "update" => &mut definition.update,
        "delete" => &mut definition.delete,
        "list" => &mut definition.list,
        _ => return None,
    })
}
