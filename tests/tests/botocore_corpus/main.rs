//! botocore's models of services beside their Smithy models, which they are made of.

mod reasons;
mod tables;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tinsmith::{CrateSpec, Generated, ServiceSpec, diff, model};
use tinsmith_tests::corpus;

use reasons::Models;

fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

fn spec(model: &Path, operations: Option<&[&str]>) -> ServiceSpec {
    ServiceSpec {
        model: vec![model.to_owned()],
        operations: operations.map(|names| names.iter().map(|name| (*name).to_owned()).collect()),
        ..ServiceSpec::default()
    }
}

fn generated(service: ServiceSpec) -> Generated {
    let spec = CrateSpec {
        name: "generated".to_owned(),
        services: vec![service],
        ..CrateSpec::default()
    };
    tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"))
}

/// How many differences there are for each reason.
const COUNTS: &[(&str, usize)] = &[
    (
        "a pattern ends with `.*$`, where most that end with `.*` in botocore have nothing there",
        1,
    ),
    ("auth", 1),
    ("botocore reads this answer by code of its own", 1),
    ("clientOptional", 98),
    ("default", 190),
    ("enum name", 94),
    ("errors", 49),
    ("examples are other ones", 58),
    ("examples give what is required, which differs", 33),
    ("how a service tells an error is not said", 49),
    (
        "its model binds it to HTTP, which its protocol has no use for",
        1,
    ),
    ("locationName", 1),
    ("member missing", 8),
    ("member order", 1),
    ("member type", 86),
    ("operation added", 4),
    ("paginator", 27),
    ("shape added", 34),
    ("shape missing", 5),
    (
        "the example of a call has an `AttributeValue`, which is no union in botocore",
        2,
    ),
    (
        "two `*` in its documentation became the ends of an emphasis",
        2,
    ),
    ("uri", 42),
    ("waiter maximum delay", 10),
    (
        "what looks like an element of HTML is escaped in botocore",
        1,
    ),
    ("what sets words of a value apart is kept in its name", 98),
];

#[test]
fn the_crate_of_botocores_model_is_that_of_the_smithy_model_but_for_what_is_known() {
    let (Some((tables, versions)), Some(smithy)) =
        (corpus::botocore(target()), corpus::aws_models(target()))
    else {
        return;
    };
    let smithy = smithy
        .first()
        .and_then(|path| path.parent())
        .expect("a model");
    let known = tables::known(&tables);
    let services = tables::services(&tables, &versions[0], smithy);
    assert_eq!(services.len(), 16);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unknown = Vec::new();
    for service in &services {
        let (here, there) = (spec(&service.botocore, None), spec(&service.smithy, None));
        let diff = diff::of_models(&here, &there).unwrap_or_else(|problems| panic!("{problems}"));
        let load =
            |path: &PathBuf| model::load(&[path]).unwrap_or_else(|problems| panic!("{problems}"));
        let models = Models {
            name: &service.name,
            botocore: &load(&service.botocore),
            smithy: &load(&service.smithy),
            known: &known[&service.name],
        };
        for change in diff.changes() {
            match models.reason(change) {
                Some(reason) => *counts.entry(reason).or_default() += 1,
                None => unknown.push(format!(
                    "{}: {:?} {:?} of {}: {}",
                    service.name, change.kind, change.subject, change.shape, change.reason
                )),
            }
        }
    }
    assert!(
        unknown.is_empty(),
        "{} differ for no known reason:\n{}",
        unknown.len(),
        unknown.join("\n")
    );
    let counts: Vec<(&str, usize)> = counts.into_iter().collect();
    assert_eq!(counts, COUNTS);
}

#[test]
fn an_operation_whose_shapes_are_equal_is_the_same_file_to_the_byte() {
    let (Some((_, versions)), Some(smithy)) =
        (corpus::botocore(target()), corpus::aws_models(target()))
    else {
        return;
    };
    let Some(smithy) = corpus::model(&smithy, "license-manager") else {
        return;
    };
    let operations = Some(&["CreateToken"][..]);
    let here = generated(spec(&versions[0].join("license-manager"), operations));
    let there = generated(spec(smithy, operations));
    let file = Path::new("src/license_manager/create_token.rs");
    let text = |generated: &Generated| {
        let mut files = generated.tree.files();
        let found = files.find(|(path, _)| *path == file);
        found.expect("a file of the operation").1.to_owned()
    };
    assert_eq!(text(&here), text(&there));
}

#[test]
fn all_services_of_each_version_are_generated_without_a_problem() {
    let Some((_, versions)) = corpus::botocore(target()) else {
        return;
    };
    let mut services = Vec::new();
    for version in &versions {
        let entries = std::fs::read_dir(version).expect("a folder");
        let folders = entries.map(|entry| entry.expect("an entry").path());
        services.push(folders.filter(|path| path.is_dir()).count());
        for folder in std::fs::read_dir(version).expect("a folder") {
            let folder = folder.expect("an entry").path();
            if folder.is_dir() {
                let generated = generated(spec(&folder, None));
                assert!(generated.services[0].operations > 0, "{}", folder.display());
            }
        }
    }
    assert_eq!(services, [16, 4]);
}
