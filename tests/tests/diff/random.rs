//! Updates at random: parts of a model are taken away, and the model that is left is the old one,
//! or the new one.
//!
//! `TINSMITH_RANDOM_MODELS` names a folder of models to take in place of our own, and
//! `TINSMITH_RANDOM_UPDATES` says how many.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use tinsmith::{ServiceSpec, model, protocol, select};

use super::compatibility::Update;

/// Operations of one service, at most: what is looked for are many models, not large ones.
const OPERATIONS: usize = 5;

/// Traits that shape the code.
const TRAITS: &[&str] = &[
    "clientOptional", "default", "deprecated", "documentation", "enumValue", "httpHeader",
    "idempotencyToken", "length", "range", "required", "retryable", "sensitive", "sparse",
    "timestampFormat",
];

/// As many as are wanted, the same ones every time.
pub fn updates() -> Vec<Update> {
    let wanted = std::env::var("TINSMITH_RANDOM_UPDATES").ok();
    let wanted = wanted.and_then(|number| number.parse().ok()).unwrap_or(24);
    let models = models();
    assert!(!models.is_empty(), "there are models");
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut updates = Vec::new();
    while updates.len() < wanted {
        let model = &models[random.below(models.len())];
        let Some(update) = update(model, updates.len(), &mut random) else { continue };
        updates.extend(update);
    }
    updates
}

/// Our own models, or those of the folder that is named.
fn models() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = match std::env::var_os("TINSMITH_RANDOM_MODELS") {
        Some(folder) => vec![PathBuf::from(folder)],
        None => vec![root.join("../model"), root.join("fixtures/models")],
    };
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let is_model = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.ends_with(".json") && !name.ends_with(".overlay.json")
    };
    let mut models: Vec<PathBuf> = paths.filter(is_model).collect();
    models.sort();
    models
}

/// From what is left to the whole, and back; `None` where the model is not one to generate from,
/// or is broken by what is taken away.
fn update(path: &Path, number: usize, random: &mut Random) -> Option<[Update; 2]> {
    let whole = model::load(&[path]).ok()?;
    let services: Vec<String> = whole.services().map(|(shape, _)| shape.id.to_string()).collect();
    let service = services.get(random.below(services.len().max(1)))?;
    let selection = select::select(&whole, Some(service), None).ok()?;
    protocol::of(&whole, selection.service).ok()?;
    let all = &selection.operations;
    let first = random.below(all.len().max(1));
    let names = all.iter().cycle().skip(first).take(OPERATIONS.min(all.len()));
    let names: Vec<String> = names.map(|operation| operation.id.name().to_owned()).collect();
    let reached = select::select(&whole, Some(service), Some(&names)).ok()?;

    let text = std::fs::read_to_string(path).ok()?;
    let mut json: Value = serde_json::from_str(&text).ok()?;
    let shapes = json["shapes"].as_object_mut()?;
    let mut ids: Vec<String> = reached.shapes.iter().map(ToString::to_string).collect();
    ids.extend(reached.operations.iter().map(|operation| operation.id.to_string()));
    ids.retain(|id| shapes.contains_key(id));
    for _ in 0..=random.below(3) {
        take_away(shapes, ids.get(random.below(ids.len().max(1)))?, random);
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff/models");
    std::fs::create_dir_all(&folder).ok()?;
    let left = folder.join(format!("{number}.json"));
    std::fs::write(&left, json.to_string()).ok()?;

    let left_model = model::load(&[&left]).ok()?;
    let there = select::select(&left_model, Some(service), None).ok()?;
    let there: Vec<&str> = there.operations.iter().map(|operation| operation.id.name()).collect();
    let kept: Vec<String> =
        names.iter().filter(|name| there.contains(&name.as_str())).cloned().collect();
    let spec = |path: &Path, operations: &[String]| ServiceSpec {
        model: vec![path.to_owned()],
        service: Some(service.clone()),
        operations: Some(operations.to_owned()),
    };
    let (less, more) = (spec(&left, &kept), spec(path, &names));
    let name = path.file_stem()?.to_string_lossy().replace(['-', '.'], "_");
    Some([
        Update { name: format!("to_{name}_{number}"), old: less.clone(), new: more.clone() },
        Update { name: format!("from_{name}_{number}"), old: more, new: less },
    ])
}

/// Takes away one thing: an operation, an error of it, a member, a variant, or a trait.
fn take_away(shapes: &mut Map<String, Value>, id: &str, random: &mut Random) {
    let Some(shape) = shapes.get_mut(id) else { return };
    if shape["type"] == "operation" {
        if random.below(2) == 0
            && let Some(errors) = shape["errors"].as_array_mut()
            && !errors.is_empty()
        {
            errors.remove(random.below(errors.len()));
        } else {
            take_operation(shapes, id);
        }
        return;
    }
    if random.below(2) == 0 {
        take_trait(shape, random);
    }
    let Some(members) = shape["members"].as_object_mut() else { return };
    let Some(member) = members.keys().nth(random.below(members.len().max(1))).cloned() else { return };
    if random.below(2) == 0 {
        take_trait(&mut members[&member], random);
    } else if members.len() > 1 {
        members.remove(&member);
    }
}

fn take_operation(shapes: &mut Map<String, Value>, id: &str) {
    for container in shapes.values_mut() {
        if let Some(operations) = container["operations"].as_array_mut() {
            operations.retain(|operation| operation["target"] != id);
        }
    }
}

fn take_trait(of: &mut Value, random: &mut Random) {
    let Some(traits) = of["traits"].as_object_mut() else { return };
    let shaping = |id: &&String| TRAITS.iter().any(|name| **id == format!("smithy.api#{name}"));
    let shaping: Vec<String> = traits.keys().filter(shaping).cloned().collect();
    if let Some(id) = shaping.get(random.below(shaping.len().max(1))) {
        traits.remove(id);
    }
}

/// Numbers that look random: xorshift, by George Marsaglia.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit.max(1)
    }
}
