//! A crate of models whose texts all are code, as far as they can be: it has to compile, and nothing of
//! that code is compiled or run.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tinsmith::rust::Scope;
use tinsmith::select::select;
use tinsmith::{CrateSpec, ServiceSpec, lower, model, protocol};

use crate::{leaves, texts};

/// The models: together they have what texts can be put into.
const MODELS: &[&str] = &[
    "auth",
    "constraints",
    "deprecated",
    "documentation",
    "endpoint_parameters",
    "enums",
    "every_trait",
    "http_bindings",
    "rpc_v2_json",
    "unions",
    "waiters",
];

/// What it is generated from; the models go into a folder.
pub fn spec(folder: &Path) -> CrateSpec {
    fs::create_dir_all(folder).expect("a folder can be made");
    let services = MODELS.iter().flat_map(|name| {
        let file = format!("{name}.json");
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
        let text = fs::read_to_string(fixtures.join(&file)).expect("a readable fixture");
        let (model, services) = with_code(&serde_json::from_str(&text).expect("JSON"));
        let path = folder.join(file);
        fs::write(&path, model.to_string()).expect("a file can be written");
        services.into_iter().map(move |service| ServiceSpec {
            model: vec![path.clone()],
            service: Some(service),
            ..ServiceSpec::default()
        })
    });
    CrateSpec {
        name: "hostile".to_owned(),
        services: services.collect(),
        tests: true,
        ..CrateSpec::default()
    }
}

/// A model with code for every text of which nobody says that it is wrong, and the ids of its
/// services.
fn with_code(model: &Value) -> (Value, Vec<String>) {
    let mut services = services(model).expect("a model that is right");
    let mut hostile = model.clone();
    let mut count = 0;
    for (number, leaf) in leaves::of(model)
        .iter()
        .filter(|leaf| !leaf.is_key())
        .enumerate()
    {
        // No two values of an enum are equal.
        let code = format!("{number} {}", texts::CODE);
        let with_one_more = leaf.replaced(&hostile, &code);
        if let Some(found) = self::services(&with_one_more) {
            (hostile, services) = (with_one_more, found);
            count += 1;
        }
    }
    assert!(count > 3, "{count} texts");
    (hostile, services)
}

/// The services of a model; `None` where anything is wrong with it.
fn services(model: &Value) -> Option<Vec<String>> {
    let model = model::parse([("model.json", model.to_string())]).ok()?;
    let mut modules = Scope::of_modules(&[]);
    for (service, _) in model.services() {
        let selection = select(&model, Some(service.id.as_str()), None).ok()?;
        let protocol = protocol::of(&model, service).ok()?;
        lower::lower(&model, &selection, &protocol.rules(), &mut modules).ok()?;
    }
    let services = model.services();
    Some(
        services
            .map(|(service, _)| service.id.to_string())
            .collect(),
    )
}
