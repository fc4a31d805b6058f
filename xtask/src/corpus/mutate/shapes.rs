//! Changes of shapes, members, targets and traits that keep the form of a model.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// The types that shapes have.
const TYPES: [&str; 27] = [
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "enum",
    "float",
    "intEnum",
    "integer",
    "list",
    "long",
    "map",
    "member",
    "operation",
    "resource",
    "service",
    "set",
    "short",
    "string",
    "structure",
    "timestamp",
    "union",
    "apply",
    "Structure",
    "",
];

/// Targets that a model does not have of itself.
const TARGETS: [&str; 12] = [
    "smithy.api#String",
    "smithy.api#PrimitiveInteger",
    "smithy.api#Document",
    "smithy.api#Timestamp",
    "smithy.api#Blob",
    "smithy.api#Unit",
    "smithy.api#BigDecimal",
    "smithy.api#Nothing",
    "nowhere#Nothing",
    "NoNamespace",
    "a#b#c",
    "",
];

/// The shapes of a model, by their ids.
pub fn shapes(model: &mut Value) -> Option<&mut Map<String, Value>> {
    model.get_mut("shapes")?.as_object_mut()
}

/// The id of one of the shapes.
pub fn any_id(shapes: &Map<String, Value>, rng: &mut Rng) -> Option<String> {
    rng.choice(shapes.keys()).cloned()
}

/// The ids of the shapes that have members.
pub fn any_with_members(shapes: &Map<String, Value>, rng: &mut Rng) -> Option<String> {
    let has = |shape: &Value| {
        shape["members"]
            .as_object()
            .is_some_and(|members| !members.is_empty())
    };
    let ids: Vec<&String> = shapes
        .iter()
        .filter(|(_, shape)| has(shape))
        .map(|(id, _)| id)
        .collect();
    rng.choice(ids).cloned()
}

/// The JSON pointers of all values within one whose last key is wanted.
pub fn pointers(value: &Value, wanted: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    walk(value, String::new(), &mut |pointer, keys| {
        if wanted(keys) {
            found.push(pointer.to_owned());
        }
    });
    found
}

fn walk(value: &Value, at: String, visit: &mut dyn FnMut(&str, &str)) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(array) => {
            let numbered = array.iter().enumerate();
            numbered
                .map(|(place, value)| (place.to_string(), value))
                .collect()
        }
        _ => return,
    };
    for (key, child) in children {
        let escaped = key.replace('~', "~0").replace('/', "~1");
        let pointer = format!("{at}/{escaped}");
        visit(&pointer, &key);
        walk(child, pointer, visit);
    }
}

/// The pointers of the traits within a shape, its own and its members'.
pub fn traits(shape: &Value) -> Vec<String> {
    let of = pointers(shape, &|key| key == "traits");
    let mut found = Vec::new();
    for pointer in of {
        let traits = shape.pointer(&pointer).and_then(Value::as_object);
        for id in traits.into_iter().flat_map(Map::keys) {
            found.push(format!(
                "{pointer}/{}",
                id.replace('~', "~0").replace('/', "~1")
            ));
        }
    }
    found
}

/// Takes a value out of where it is.
fn take(value: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, key) = pointer.rsplit_once('/')?;
    let key = key.replace("~1", "/").replace("~0", "~");
    match value.pointer_mut(parent)? {
        Value::Object(object) => object.remove(&key),
        Value::Array(array) => Some(array.remove(key.parse().ok()?)),
        _ => None,
    }
}

/// A shape is gone, and what refers to it still does.
pub fn remove_shape(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    shapes.remove(&id)?;
    Some(format!("`{id}` is removed"))
}

/// Anything within a shape is gone.
pub fn remove_part(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    let shape = shapes.get_mut(&id)?;
    let pointer = rng.choice(pointers(shape, &|_| true))?;
    take(shape, &pointer)?;
    Some(format!("`{pointer}` of `{id}` is removed"))
}

/// A trait is gone.
pub fn remove_trait(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    let shape = shapes.get_mut(&id)?;
    let pointer = rng.choice(traits(shape))?;
    take(shape, &pointer)?;
    Some(format!("the trait `{pointer}` of `{id}` is removed"))
}

/// A shape is there once more, under a name that is almost its own.
pub fn duplicate_shape(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    let shape = shapes.get(&id)?.clone();
    let (namespace, name) = id.split_once('#')?;
    let copy = match rng.u8(..4) {
        0 => format!("{namespace}#{}", name.to_uppercase()),
        1 => format!("{namespace}#{}", name.to_lowercase()),
        2 => format!("{namespace}#{name}_"),
        _ => format!("{namespace}.more#{name}"),
    };
    shapes.insert(copy.clone(), shape);
    // Else nothing would reach it.
    let from = any_id(shapes, rng)?;
    let shape = shapes.get_mut(&from)?;
    if let Some(pointer) = rng.choice(pointers(shape, &|key| key == "target")) {
        *shape.pointer_mut(&pointer)? = json!(copy);
    }
    Some(format!("`{id}` is also `{copy}`, which `{from}` refers to"))
}

/// A member is there once more, under a name that is almost its own.
pub fn duplicate_member(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_with_members(shapes, rng)?;
    let members = shapes.get_mut(&id)?["members"].as_object_mut()?;
    let name = rng.choice(members.keys())?.clone();
    let copy = match rng.u8(..5) {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => format!("{name}_"),
        3 => format!("_{name}"),
        _ => format!("{name}2"),
    };
    members.insert(copy.clone(), members.get(&name)?.clone());
    Some(format!("the member `{name}` of `{id}` is also `{copy}`"))
}

/// Two shapes change places.
pub fn swap_shapes(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let (one, other) = (any_id(shapes, rng)?, any_id(shapes, rng)?);
    let taken = shapes.get(&one)?.clone();
    let taken = std::mem::replace(shapes.get_mut(&other)?, taken);
    *shapes.get_mut(&one)? = taken;
    Some(format!("`{one}` and `{other}` change places"))
}

/// Two targets change places.
pub fn swap_targets(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let mut pick = |model: &mut Value| {
        let shapes = shapes(model)?;
        let id = any_id(shapes, rng)?;
        let pointer = rng.choice(pointers(shapes.get(&id)?, &|key| key == "target"))?;
        Some((id, pointer))
    };
    let [(one, at), (other, there)] = [pick(model)?, pick(model)?];
    let shapes = shapes(model)?;
    let taken = shapes.get(&one)?.pointer(&at)?.clone();
    let target = shapes.get_mut(&other)?.pointer_mut(&there)?;
    let taken = std::mem::replace(target, taken);
    *shapes.get_mut(&one)?.pointer_mut(&at)? = taken;
    Some(format!(
        "`{at}` of `{one}` and `{there}` of `{other}` change places"
    ))
}

/// A target is another one: any shape, the shape itself, or none at all.
pub fn retarget(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    let target = match rng.u8(..4) {
        0 => (*rng.choice(&TARGETS)?).to_owned(),
        1 => id.clone(),
        _ => any_id(shapes, rng)?,
    };
    let shape = shapes.get_mut(&id)?;
    let pointer = rng.choice(pointers(shape, &|key| key == "target"))?;
    *shape.pointer_mut(&pointer)? = json!(target);
    Some(format!("`{pointer}` of `{id}` is `{target}`"))
}

/// A shape is of another type.
pub fn change_type(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    let to = *rng.choice(&TYPES)?;
    *shapes.get_mut(&id)?.get_mut("type")? = json!(to);
    Some(format!("the type of `{id}` is `{to}`"))
}

/// A trait of one shape or member is also on another.
pub fn move_trait(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let (from, to) = (any_id(shapes, rng)?, any_id(shapes, rng)?);
    let source = shapes.get(&from)?;
    let pointer = rng.choice(traits(source))?;
    let value = source.pointer(&pointer)?.clone();
    let (_, name) = pointer.rsplit_once('/')?;
    let name = name.replace("~1", "/").replace("~0", "~");
    let shape = shapes.get_mut(&to)?;
    let members = pointers(shape, &|key| key == "target");
    let place = match rng.choice(members) {
        Some(target) if rng.bool() => target.rsplit_once('/')?.0.to_owned(),
        _ => String::new(),
    };
    let on = shape.pointer_mut(&place)?.as_object_mut()?;
    let traits = on.entry("traits").or_insert_with(|| json!({}));
    traits.as_object_mut()?.insert(name.clone(), value);
    Some(format!(
        "`{name}` of `{from}` is also on `{place}` of `{to}`"
    ))
}
