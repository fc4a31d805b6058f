//! New names: words that Rust has taken, names that differ in case alone, and what is none.

use fastrand::Rng;
use serde_json::Value;

use super::shapes::{any_id, any_with_members, shapes};

/// Words of Rust's, names of its prelude, names that generated code has of itself, and what cannot be
/// one.
const NAMES: [&str; 40] = [
    "self",
    "Self",
    "super",
    "crate",
    "type",
    "gen",
    "async",
    "try",
    "dyn",
    "_",
    "__",
    "Option",
    "Vec",
    "String",
    "Result",
    "Box",
    "Some",
    "None",
    "Ok",
    "Err",
    "Error",
    "Client",
    "Builder",
    "build",
    "send",
    "new",
    "default",
    "Unknown",
    "unknown",
    "meta",
    "message",
    "Unhandled",
    "Operation",
    "support",
    "1st",
    "é",
    "a-b",
    "a b",
    "",
    "$",
];

/// A member has another name, where names of others may be in the way.
pub fn member(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_with_members(shapes, rng)?;
    let members = shapes.get_mut(&id)?["members"].as_object_mut()?;
    let old = rng.choice(members.keys())?.clone();
    let new = name(members.keys(), rng)?;
    let value = members.remove(&old)?;
    members.insert(new.clone(), value);
    Some(format!("the member `{old}` of `{id}` is called `{new}`"))
}

/// A shape has another name, and all that refers to it knows it by that.
pub fn shape(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let ids = shapes(model)?;
    let old = any_id(ids, rng)?;
    let (namespace, _) = old.split_once('#')?;
    let names: Vec<String> = ids
        .keys()
        .filter_map(|id| Some(id.split_once('#')?.1.to_owned()))
        .collect();
    let new = format!("{namespace}#{}", name(names.iter(), rng)?);
    let shape = ids.remove(&old)?;
    ids.insert(new.clone(), shape);
    refer(model, &old, &new);
    Some(format!("`{old}` is called `{new}`"))
}

/// One that is taken by something else, or that is almost the same as one of these.
fn name<'n>(others: impl ExactSizeIterator<Item = &'n String>, rng: &mut Rng) -> Option<String> {
    if rng.bool() {
        return rng.choice(&NAMES).map(|name| (*name).to_owned());
    }
    let other = rng.choice(others)?;
    Some(match rng.u8(..4) {
        0 => other.to_uppercase(),
        1 => other.to_lowercase(),
        2 => format!("{other}_"),
        _ => other.chars().rev().collect(),
    })
}

/// All that is one id becomes another, and the ids of its members too.
fn refer(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::String(text) => {
            if text == old {
                new.clone_into(text);
            } else if let Some(member) = text.strip_prefix(old).filter(|rest| rest.starts_with('$'))
            {
                *text = format!("{new}{member}");
            }
        }
        Value::Array(array) => array.iter_mut().for_each(|value| refer(value, old, new)),
        Value::Object(object) => object.values_mut().for_each(|value| refer(value, old, new)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_refers_to_a_shape_or_its_members_knows_its_new_name() {
        let mut value = json!(["a#B", "a#B$c", "a#Bc", { "target": "a#B" }]);
        refer(&mut value, "a#B", "a#Self");
        assert_eq!(
            value,
            json!(["a#Self", "a#Self$c", "a#Bc", { "target": "a#Self" }])
        );
    }
}
