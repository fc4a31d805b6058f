//! License Manager at 62 operations, as it is in the corpus, against the same with 50 of them.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tinsmith::ServiceSpec;
use tinsmith::diff::{Kind, Severity, Subject};
use tinsmith_tests::corpus;

use super::{compare, service};

#[test]
fn twelve_more_operations_are_a_minor_step_and_a_major_one_back() {
    let Some((less, more)) = models() else {
        return;
    };
    let forth = compare(&less, &more);
    assert_eq!(forth.verdict(), Some(Severity::Minor));
    let added = forth
        .changes()
        .iter()
        .filter(|change| change.subject == Subject::Operation);
    assert_eq!(
        added.filter(|change| change.kind == Kind::Added).count(),
        12
    );
    assert_eq!(compare(&more, &less).verdict(), Some(Severity::Major));
}

#[test]
fn whoever_calls_none_of_the_new_operations_need_do_nothing() {
    let Some((less, more)) = models() else {
        return;
    };
    let only = |spec| ServiceSpec {
        operations: Some(vec!["CreateToken".to_owned(), "DeleteToken".to_owned()]),
        ..spec
    };
    assert_eq!(
        compare(&only(less.clone()), &only(more.clone())).verdict(),
        None
    );
    assert_eq!(compare(&only(more), &only(less)).verdict(), None);
}

/// The model without its last twelve operations, and the whole.
fn models() -> Option<(ServiceSpec, ServiceSpec)> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let models = corpus::aws_models(target)?;
    let is_license_manager = |path: &&PathBuf| path.ends_with("license-manager.json");
    let path = models.iter().find(is_license_manager);
    let text = std::fs::read_to_string(path.expect("the model is there")).expect("UTF-8");
    let mut model: Value = serde_json::from_str(&text).expect("a model");
    // Both are written anew, so that their members are in one order.
    let whole = model.to_string();
    let shapes = model["shapes"].as_object_mut().expect("shapes");
    let service_shape = shapes.values_mut().find(|shape| shape["type"] == "service");
    let operations = service_shape.expect("a service")["operations"].as_array_mut();
    let operations = operations.expect("operations");
    assert_eq!(operations.len(), 62);
    operations.truncate(50);
    let write = |name: &str, text: &str| {
        let id = format!("{name}-{:?}.json", std::thread::current().id());
        let path = target.join(id);
        std::fs::write(&path, text).expect("a file can be written");
        service(&path)
    };
    Some((
        write("license-manager-50", &model.to_string()),
        write("license-manager-62", &whole),
    ))
}
