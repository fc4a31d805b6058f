//! What models of our own become.

use std::path::Path;

use tinsmith::{CrateSpec, Generated, ServiceSpec, model};

/// All services of a model.
pub fn services(path: &Path) -> Vec<ServiceSpec> {
    let model = model::load(&[path.to_owned()]).unwrap_or_else(|problems| panic!("{problems}"));
    let ids = model.services().map(|(shape, _)| shape.id.to_string());
    ids.map(|id| ServiceSpec {
        model: vec![path.to_owned()],
        service: Some(id),
        operations: None,
    })
    .collect()
}

/// The crate `fixtures` with these services.
pub fn generate(services: Vec<ServiceSpec>) -> Generated {
    let spec = CrateSpec {
        name: "fixtures".to_owned(),
        services,
        ..CrateSpec::default()
    };
    tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"))
}
