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
    "clientOptional",
    "default",
    "deprecated",
    "documentation",
    "enumValue",
    "httpHeader",
    "idempotencyToken",
    "length",
    "range",
    "required",
    "retryable",
    "sensitive",
    "sparse",
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
        let Some(update) = update(model, updates.len(), &mut random) else {
            continue;
        };
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
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let is_model = |path: &PathBuf| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        name.ends_with(".json") && !name.ends_with(".overlay.json")
    };
    let mut models: Vec<PathBuf> = paths.filter(is_model).collect();
    models.sort();
    models
}

/// A part of a model: operations of a service, and the shapes that may be changed.
struct Part {
    service: String,
    operations: Vec<String>,
    shapes: Vec<String>,
}

/// From what is left to the whole, and back; `None` where the model is not one to generate from,
/// or is broken by what is taken away.
fn update(path: &Path, number: usize, random: &mut Random) -> Option<[Update; 2]> {
    let part = pick(path, random)?;
    let text = std::fs::read_to_string(path).ok()?;
    let mut json: Value = serde_json::from_str(&text).ok()?;
    // Both are written anew, so that their members are in one order.
    let whole = write(&format!("{number}.whole.json"), &json)?;
    let shapes = json["shapes"].as_object_mut()?;
    for _ in 0..=random.below(2) {
        let id = part.shapes.get(random.below(part.shapes.len()))?;
        take_away(shapes, id, random);
    }
    let left = write(&format!("{number}.left.json"), &json)?;
    let (less, more) = (spec(&left, &part)?, spec(&whole, &part)?);
    let name = path.file_stem()?.to_string_lossy().replace(['-', '.'], "_");
    Some([
        Update {
            name: format!("to_{name}_{number}"),
            old: less.clone(),
            new: more.clone(),
        },
        Update {
            name: format!("from_{name}_{number}"),
            old: more,
            new: less,
        },
    ])
}

/// A few operations of one of the services of a model.
fn pick(path: &Path, random: &mut Random) -> Option<Part> {
    let model = model::load(&[path]).ok()?;
    let services: Vec<&model::ShapeId> = model.services().map(|(shape, _)| &shape.id).collect();
    let service = services.get(random.below(services.len()))?.to_string();
    let all = select::select(&model, Some(&service), None).ok()?;
    protocol::of(&model, all.service).ok()?;
    let name = |shape: &&model::Shape| shape.id.name().to_owned();
    let operations: Vec<String> = all.operations.iter().map(name).collect();
    let first = random.below(operations.len());
    let operations = operations.iter().cycle().skip(first);
    let operations = operations.take(OPERATIONS.min(all.operations.len()));
    let operations: Vec<String> = operations.cloned().collect();
    let reached = select::select(&model, Some(&service), Some(&operations)).ok()?;
    let chosen = reached.operations.iter().map(|shape| &shape.id);
    let shapes = reached.shapes.iter().filter(|id| !id.is_prelude());
    Some(Part {
        service,
        operations,
        shapes: shapes.chain(chosen).map(ToString::to_string).collect(),
    })
}

/// What of a part is in a model.
fn spec(path: &Path, part: &Part) -> Option<ServiceSpec> {
    let model = model::load(&[path]).ok()?;
    let all = select::select(&model, Some(&part.service), None).ok()?;
    let is_there = |name: &&String| all.operations.iter().any(|shape| shape.id.name() == *name);
    let spec = ServiceSpec {
        model: vec![path.to_owned()],
        service: Some(part.service.clone()),
        operations: Some(part.operations.iter().filter(is_there).cloned().collect()),
        ..ServiceSpec::default()
    };
    // Without what was taken away, a label of a URI may lack its member, a page its token,
    // or the path of a waiter a part.
    tinsmith::diff::of_models(&spec, &spec).ok()?;
    Some(spec)
}

fn write(name: &str, model: &Value) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff/models");
    std::fs::create_dir_all(&folder).ok()?;
    let path = folder.join(name);
    std::fs::write(&path, model.to_string()).ok()?;
    Some(path)
}

/// Takes away one thing: an operation, an error of it, a member, a variant, or a trait.
fn take_away(shapes: &mut Map<String, Value>, id: &str, random: &mut Random) {
    let Some(shape) = shapes.get_mut(id) else {
        return;
    };
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
    let Some(members) = shape["members"].as_object_mut() else {
        return;
    };
    let Some(member) = members
        .keys()
        .nth(random.below(members.len().max(1)))
        .cloned()
    else {
        return;
    };
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
    let Some(traits) = of["traits"].as_object_mut() else {
        return;
    };
    let shaping = |id: &&String| {
        TRAITS
            .iter()
            .any(|name| **id == format!("smithy.api#{name}"))
    };
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
