//! Every waiter of AWS's own models is understood, whatever protocol its service speaks.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tinsmith::rust::Scope;
use tinsmith::{lower, model, protocol, select};
use tinsmith_tests::corpus;

const WAITABLE: &str = "smithy.waiters#waitable";
const PROTOCOL: &str = "aws.protocols#awsJson1_1";

#[test]
fn every_waiter_of_every_model_is_understood() {
    let Some(models) = corpus::aws_models(Path::new(env!("CARGO_TARGET_TMPDIR"))) else {
        return;
    };
    let mut waiters = 0;
    for path in models {
        let text = std::fs::read_to_string(&path).expect("a readable model");
        if text.contains(WAITABLE) {
            waiters += understood(&path, &serde_json::from_str(&text).expect("a model"));
        }
    }
    println!("{waiters} waiters");
    assert!(waiters > 200, "{waiters}");
}

/// The number of a model's waiters, all of which are understood.
fn understood(path: &Path, json: &Value) -> usize {
    let shapes = json["shapes"].as_object().expect("shapes");
    let of = |shape: &Value| {
        shape["traits"][WAITABLE]
            .as_object()
            .map_or(0, |all| all.len())
    };
    let named = |id: &String| id.rsplit('#').next().unwrap_or_default().to_owned();
    let waiting = shapes.iter().filter(|(_, shape)| of(shape) > 0);
    let operations: BTreeMap<String, usize> =
        waiting.map(|(id, shape)| (named(id), of(shape))).collect();
    let service = shapes.iter().find(|(_, shape)| shape["type"] == "service");
    let (service, shape) = service.expect("a service");

    let mut paths = vec![path.to_owned()];
    if shape["traits"].get(PROTOCOL).is_none() {
        paths.push(with_protocol(path, service));
    }
    let model = model::load(&paths).unwrap_or_else(|problems| panic!("{problems}"));
    let chosen: Vec<String> = operations.keys().cloned().collect();
    let selection = select::select(&model, Some(service), Some(&chosen)).expect("operations");
    let protocol = protocol::of(&model, selection.service).expect("a protocol");
    let lowered = lower::lower(&model, &selection, &protocol.rules(), &mut Scope::default());
    let lowered = lowered.unwrap_or_else(|problems| panic!("{}: {problems:?}", path.display()));
    let count = lowered.waiters().count();
    assert_eq!(
        count,
        operations.values().sum::<usize>(),
        "{}",
        path.display()
    );
    count
}

/// A file that has a service speak a protocol that we know.
fn with_protocol(model: &Path, service: &str) -> PathBuf {
    let overlay = json!({
        "smithy": "2.0",
        "shapes": { service: { "type": "apply", "traits": { PROTOCOL: {} } } }
    });
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("waiters");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let file = folder.join(model.file_name().expect("a name"));
    std::fs::write(&file, overlay.to_string()).expect("a file can be written");
    file
}
