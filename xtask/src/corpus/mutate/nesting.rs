//! Long chains and deep nests: whatever is recursive in a generator meets them.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use super::shapes::{any_id, any_with_members, pointers, shapes};

/// Stands for an array in an array, and so on, when the model is written: what writes JSON is
/// recursive itself.
pub const DEEP_VALUE: &str = "\u{1}deep";

/// Stands for a number of many digits.
pub const HUGE_NUMBER: &str = "\u{1}huge";

/// Stands for a number that no float is.
pub const LARGE_EXPONENT: &str = "\u{1}exponent";

/// How long chains are.
const LENGTHS: [usize; 6] = [3, 30, 100, 300, 1000, 5000];

/// A shape reaches another over a chain of new ones: lists, maps, structures, unions, mixins; or has
/// many members.
pub fn nest(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let length = *rng.choice(&LENGTHS)?;
    match rng.u8(..4) {
        0 => mixins(model, length, rng),
        1 => members(model, length, rng),
        _ => chain(model, length, rng),
    }
}

/// The id of a link of a chain.
fn link(number: usize) -> String {
    format!("chain.of.shapes#Link{number}")
}

fn chain(model: &mut Value, length: usize, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    let shape = shapes.get_mut(&id)?;
    let pointer = rng.choice(pointers(shape, &|key| key == "target"))?;
    let target = shape.pointer_mut(&pointer)?;
    let end = std::mem::replace(target, json!(link(0)));
    let kind = rng.u8(..5);
    for number in 0..length {
        let next = match number + 1 {
            next if next < length => json!(link(next)),
            // Back to the beginning, or on to what was there before.
            _ if kind == 4 => json!(link(0)),
            _ => end.clone(),
        };
        let next = json!({ "target": next });
        let shape = match kind {
            0 => json!({ "type": "list", "member": next }),
            1 => json!({ "type": "map", "key": { "target": "smithy.api#String" }, "value": next }),
            2 => json!({ "type": "union", "members": { "next": next } }),
            _ => json!({ "type": "structure", "members": { "next": next } }),
        };
        shapes.insert(link(number), shape);
    }
    let kinds = [
        "lists",
        "maps",
        "unions",
        "structures",
        "structures in a circle",
    ];
    let kind = kinds[usize::from(kind)];
    Some(format!(
        "between `{pointer}` of `{id}` and what is there are {length} {kind}"
    ))
}

fn mixins(model: &mut Value, length: usize, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_with_members(shapes, rng)?;
    shapes.get_mut(&id)?["mixins"] = json!([{ "target": link(0) }]);
    for number in 0..length {
        let mut shape = json!({
            "type": "structure",
            "members": { format!("m{number}"): { "target": "smithy.api#String" } },
            "traits": { "smithy.api#mixin": {} },
        });
        if number + 1 < length {
            shape["mixins"] = json!([{ "target": link(number + 1) }]);
        }
        shapes.insert(link(number), shape);
    }
    Some(format!("`{id}` has a chain of {length} mixins"))
}

fn members(model: &mut Value, length: usize, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_with_members(shapes, rng)?;
    let members = shapes.get_mut(&id)?["members"].as_object_mut()?;
    let more = (0..length).map(|number| {
        let target = json!({ "target": "smithy.api#String" });
        (format!("more{number}"), target)
    });
    members.extend(more.collect::<Map<String, Value>>());
    Some(format!("`{id}` has {length} members more"))
}
