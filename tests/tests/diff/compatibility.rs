//! The verdict is major exactly where code that uses all of the old service does not compile
//! against the new one. All updates are services of one crate; each piece of code is a target of
//! its own, so that each is told apart.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tinsmith::diff::Severity;
use tinsmith::rust::Scope;
use tinsmith::{ServiceSpec, ir, lower, model, protocol, select};
use tinsmith_tests::workspace::output_of;

use super::crates;
use super::table::PAIRS;
use super::{compare, generated, random, uses};

/// A model, and one that takes its place.
pub struct Update {
    pub name: String,
    pub old: ServiceSpec,
    pub new: ServiceSpec,
}

/// What all services of a crate share is not missing where one of them does without.
const SHARED: &[&str] = &[
    "compression_removed",
    "checksum_removed",
    "customization_removed",
    "http_checksum_removed",
    // How clients are made and set, without which the services are compared.
    "api_key_removed",
    "login_removed",
    "signatures_added",
];

#[test]
fn pairs_are_major_exactly_where_code_breaks() {
    let pairs = PAIRS
        .iter()
        .filter(|pair| !SHARED.contains(&pair.name))
        .map(|pair| Update {
            name: pair.name.to_owned(),
            old: pair.before(),
            new: pair.after(),
        });
    check("pairs", &pairs.collect::<Vec<_>>());
}

#[test]
fn models_with_parts_taken_away_are_major_exactly_where_code_breaks() {
    check("random", &random::updates());
}

/// Checks that the verdict on each update is what the compiler says.
fn check(name: &str, updates: &[Update]) {
    let broken = broken(name, updates);
    let (mut wrong, mut counts) = (Vec::new(), BTreeMap::new());
    for update in updates {
        let diff = compare(&update.old, &update.new);
        *counts.entry(diff.verdict_name()).or_insert(0) += 1;
        let is_same = generated(&update.old) == generated(&update.new);
        assert_eq!(diff.changes().is_empty(), is_same, "{}", update.name);
        let is_major = diff.verdict() == Some(Severity::Major);
        let errors = broken.get(&update.name);
        if is_major != errors.is_some() {
            let errors = errors.map_or("it compiles", String::as_str);
            wrong.push(format!("{}:\n{}{errors}", update.name, diff.text()));
        }
    }
    println!("{} updates: {counts:?}", updates.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The updates with which code for the old service does not compile, and the first error of each.
fn broken(name: &str, updates: &[Update]) -> BTreeMap<String, String> {
    let workspace = crates::workspace(name);
    let news = updates.iter().map(|update| update.new.clone()).collect();
    let modules = crates::generate(&workspace, "updates", news);
    for (update, module) in updates.iter().zip(&modules) {
        // The service's module is renamed by what else is in the crate, and not by the update.
        let old = ir_of(&update.old);
        let is_renamed = old.module != ir_of(&update.new).module;
        let module = if is_renamed { "renamed" } else { module };
        let code = uses::of(&old, &format!("updates::{module}"));
        workspace.write(format!("crates/updates/tests/{}.rs", update.name), &code);
    }
    let features: Vec<String> = modules
        .iter()
        .map(|module| module.replace('_', "-"))
        .collect();
    let features = format!("--features=test-util,{}", features.join(","));
    let arguments = [
        "check",
        "--quiet",
        "--tests",
        "--keep-going",
        "--message-format=json",
        "--no-default-features",
        &features,
    ];
    let output = output_of(&mut workspace.cargo(&arguments));
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut broken = BTreeMap::new();
    let mut built = BTreeSet::new();
    for message in messages {
        let target = message["target"]["name"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        if message["message"]["level"] == "error" {
            let error = message["message"]["rendered"].as_str().unwrap_or_default();
            broken.entry(target).or_insert_with(|| error.to_owned());
        } else if message["reason"] == "compiler-artifact" {
            built.insert(target);
        }
    }
    for update in updates {
        let told = built.contains(&update.name) || broken.contains_key(&update.name);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            told,
            "{} was not compiled: {broken:#?}\n{errors}",
            update.name
        );
    }
    broken
}

fn ir_of(spec: &ServiceSpec) -> ir::Service {
    let model = model::load(&spec.model).unwrap_or_else(|problems| panic!("{problems}"));
    let selection = select::select(&model, spec.service.as_deref(), spec.operations.as_deref())
        .expect("a service");
    let protocol = protocol::choose(&model, selection.service, spec.protocol.as_ref());
    let protocol = protocol.expect("a protocol");
    lower::lower(
        &model,
        &selection,
        &protocol.rules(),
        &mut Scope::of_values(&[]),
    )
    .expect("a service")
}
