//! JSON ASTs compared as data: what means the same is equal, however it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// What lists of shapes are sets.
const SETS: [&str; 4] = ["operations", "collectionOperations", "resources", "errors"];

/// A JSON AST as data: its shapes, and the order of the members of each.
pub struct AstData {
    /// The shapes by their ids.
    pub shapes: BTreeMap<String, Value>,
    /// The names of members in their order.
    pub members: BTreeMap<String, Vec<String>>,
    /// The metadata.
    pub metadata: Value,
}

impl AstData {
    /// Reads an AST.
    ///
    /// # Panics
    ///
    /// Where it is none.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut ast: Value = serde_json::from_str(text).expect("an AST is JSON");
        let order: Order = serde_json::from_str(text).expect("an AST has shapes");
        let shapes = ast["shapes"].as_object_mut().map(std::mem::take);
        let shapes = shapes.unwrap_or_default().into_iter();
        let members = order.shapes.into_iter();
        Self {
            shapes: shapes.map(|(id, shape)| (id, of_shape(shape))).collect(),
            members: members.map(|(id, shape)| (id, shape.members.0)).collect(),
            metadata: in_one_form(ast["metadata"].take()),
        }
    }

    /// Leaves out what another AST says: what it has is no more than what is added to it, as traits that are
    /// applied.
    pub fn leave_out(&mut self, other: &Self) {
        for (id, shape) in &other.shapes {
            let Some(mut whole) = self.shapes.remove(id) else {
                continue;
            };
            self.members.remove(id);
            self.apply(id, &whole["traits"].take(), &shape["traits"]);
            for key in ["members", "member", "key", "value"] {
                let Some(Value::Object(members)) = whole.get(key) else {
                    continue;
                };
                let is_member = members.contains_key("target");
                let members = match (key, is_member) {
                    ("members", _) => members.clone(),
                    _ => [(key.to_owned(), whole[key].clone())].into_iter().collect(),
                };
                for (name, member) in members {
                    let before = match key {
                        "members" => &shape[key][&name],
                        key => &shape[key],
                    };
                    self.apply(
                        &format!("{id}${name}"),
                        &member["traits"],
                        &before["traits"],
                    );
                }
            }
        }
        let metadata = self.metadata.as_object_mut();
        for (key, value) in metadata.into_iter().flatten() {
            if other.metadata.get(key) == Some(value) {
                *value = Value::Null;
            }
        }
        if let Some(metadata) = self.metadata.as_object_mut() {
            metadata.retain(|_, value| !value.is_null());
            if metadata.is_empty() {
                self.metadata = Value::Null;
            }
        }
    }

    /// Adds the traits that a shape or member has more than before; of lists that grew, what is new.
    fn apply(&mut self, id: &str, traits: &Value, before: &Value) {
        let traits = traits.as_object().into_iter().flatten();
        let new = traits.filter_map(|(name, value)| {
            let new = match (&before[name], value) {
                (before, value) if before == value => return None,
                (Value::Array(before), Value::Array(all)) => all[before.len()..].to_vec().into(),
                (_, value) => value.clone(),
            };
            Some((name.clone(), new))
        });
        let new: serde_json::Map<String, Value> = new.collect();
        if !new.is_empty() {
            let applied = serde_json::json!({ "type": "apply", "traits": new });
            self.shapes.insert(id.to_owned(), applied);
            self.members.insert(id.to_owned(), Vec::new());
        }
    }

    /// The ids of shapes that are not the same in another AST; `metadata` where that is another.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let ids: BTreeSet<&String> = self.shapes.keys().chain(other.shapes.keys()).collect();
        let differs = |id: &&&String| {
            self.shapes.get(**id) != other.shapes.get(**id)
                || self.members.get(**id) != other.members.get(**id)
        };
        let mut different: Vec<String> =
            ids.iter().filter(differs).map(|id| (*id).clone()).collect();
        if self.metadata != other.metadata {
            different.push("metadata".to_owned());
        }
        different
    }
}

fn of_shape(mut shape: Value) -> Value {
    for key in SETS {
        if let Some(items) = shape.get_mut(key).and_then(Value::as_array_mut) {
            items.sort_by_key(Value::to_string);
            items.dedup();
        }
    }
    in_one_form(shape)
}

/// A value in which equal numbers are written alike.
#[must_use]
pub fn in_one_form(value: Value) -> Value {
    match value {
        Value::Number(number) => {
            let is_whole = |digits: &str| digits.parse::<i128>().is_ok();
            let text = number.to_string();
            let float: f64 = text.parse().unwrap_or(f64::NAN);
            match is_whole(&text) && text != "-0" {
                true => Value::String(format!("number {text}")),
                false => Value::String(format!("number {}", float + 0.0)),
            }
        }
        Value::Array(items) => items.into_iter().map(in_one_form).collect(),
        Value::Object(entries) => {
            let entries = entries.into_iter();
            let entries = entries.map(|(key, value)| (key, in_one_form(value)));
            Value::Object(entries.collect())
        }
        other => other,
    }
}

#[derive(Deserialize)]
struct Order {
    #[serde(default)]
    shapes: BTreeMap<String, OfShape>,
}

#[derive(Deserialize)]
struct OfShape {
    #[serde(default)]
    members: Keys,
}

/// The keys of an object, in their order.
#[derive(Default)]
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Keys;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("members")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, IgnoredAny)) = map.next_entry()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}
