//! Generates the crates of all services of all models.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tinsmith::diagnostic::{Diagnostics, printable_line};
use tinsmith::endpoint_tests::TestResults;
use tinsmith::model::{self, Model, Shape};
use tinsmith::{CrateSpec, Generated, ServiceSpec, endpoint_tests, protocol};

use super::models::ModelFile;
use super::service::{Crate, Fate, Service, Step};
use super::side_by_side::side_by_side;
use super::workspace::Workspace;
use super::{features, progress};

/// What is the same for all models.
pub struct Generator<'g> {
    /// Where the crates go.
    pub workspace: &'g Workspace,
    /// The command, which every README names.
    pub command: String,
    /// Whether the tests of endpoint rules are run.
    pub endpoints: bool,
}

/// What is known of a service before it is generated.
struct Planned {
    service: Service,
    id: String,
    features: BTreeSet<String>,
}

impl Generator<'_> {
    /// Generates all services of all models, at most `jobs` models at a time, so that no more are
    /// in memory. What became of each service, by name.
    pub fn all(&self, models: &[ModelFile], jobs: usize) -> Vec<Service> {
        let bar = progress::bar("generate", models.len());
        let mut order: Vec<&ModelFile> = models.iter().collect();
        // The largest first, so that none is left to be waited for at the end.
        order.sort_by_key(|model| Reverse(model.bytes));
        let services = side_by_side(order, jobs, |model| {
            bar.set_message(printable_line(&model.stem).into_owned());
            let services = self.of_model(model);
            bar.inc(1);
            services
        });
        bar.finish_and_clear();
        let mut services: Vec<Service> = services.into_iter().flatten().collect();
        services.sort_by(|one, other| one.name.cmp(&other.name));
        services
    }

    /// Generates all services of a model. What cannot be loaded is a service that failed.
    fn of_model(&self, file: &ModelFile) -> Vec<Service> {
        // The model is gone when this is done: generating loads it anew.
        let planned = match caught(|| self.plan(file)) {
            Ok(Ok(planned)) => planned,
            Ok(Err(reason)) | Err(reason) => {
                let mut service = self.new_service(file, None);
                service.fail(Step::Load, reason);
                return vec![service];
            }
        };
        let made = planned.into_iter().map(|planned| {
            let mut service = planned.service;
            if let Fate::Unsupported = service.fate {
                return service;
            }
            let generated = caught(|| self.generate(&mut service, file, planned.id));
            match generated {
                Ok(Some(generated)) => {
                    service.fate = Fate::Generated(measure(&generated, planned.features));
                }
                Ok(None) => {}
                Err(panic) => service.fail(Step::Generate, panic),
            }
            service
        });
        made.collect()
    }

    /// Looks at what a model has; else says why it cannot be loaded.
    fn plan(&self, file: &ModelFile) -> Result<Vec<Planned>, String> {
        let load = |problems: Diagnostics| problems.to_string();
        let model = model::load(&[&file.path]).map_err(load)?;
        let shapes: Vec<&Shape> = model.services().map(|(shape, _)| shape).collect();
        let planned: Vec<Planned> = shapes
            .iter()
            .map(|shape| {
                let name = (shapes.len() > 1).then(|| shape.id.name());
                let mut service = self.new_service(file, name);
                match protocol::of(&model, shape) {
                    Ok(protocol) => service.protocol = protocol.id().to_owned(),
                    Err(_) => {
                        service.protocol = listed_protocols(&model, shape);
                        service.fate = Fate::Unsupported;
                    }
                }
                if self.endpoints {
                    run_endpoint_tests(&mut service, &model, shape);
                }
                Planned {
                    features: features::of(&model, shape),
                    id: shape.id.to_string(),
                    service,
                }
            })
            .collect();
        if planned.is_empty() {
            return Err("the model has no service".to_owned());
        }
        Ok(planned)
    }

    /// A service of this name, or the only one of its model, of which nothing is there yet.
    fn new_service(&self, file: &ModelFile, name: Option<&str>) -> Service {
        let with_name = |text: &str| match name {
            Some(name) => format!("{text}-{name}"),
            None => text.to_owned(),
        };
        let name = with_name(&file.stem);
        Service {
            package: with_name(&file.package),
            folder: self.workspace.folder(&name),
            name,
            protocol: String::new(),
            fate: Fate::Failed,
            endpoint_tests: TestResults::default(),
            failures: Vec::new(),
        }
    }

    /// Generates and writes the crate of a service, all of it or nothing.
    fn generate(&self, service: &mut Service, file: &ModelFile, id: String) -> Option<Generated> {
        let spec = CrateSpec {
            name: service.package.clone(),
            services: vec![ServiceSpec {
                model: vec![file.path.clone()],
                service: Some(id),
                ..ServiceSpec::default()
            }],
            command: self.command.clone(),
            ..CrateSpec::default()
        };
        match tinsmith::generate(&spec) {
            Ok(generated) => match generated.tree.write(&service.folder) {
                Ok(_) => return Some(generated),
                Err(error) => service.fail(Step::Write, error.to_string()),
            },
            Err(problems) => service.fail(Step::Generate, problems.to_string()),
        }
        None
    }
}

/// Runs the tests of endpoint rules that a model carries.
fn run_endpoint_tests(service: &mut Service, model: &Model, shape: &Shape) {
    match endpoint_tests::run(model, shape) {
        Ok(results) => {
            if !results.failures.is_empty() {
                service.fail(Step::Endpoints, results.failures.join("\n"));
            }
            service.endpoint_tests = results;
        }
        Err(problems) => service.fail(Step::Endpoints, problems.to_string()),
    }
}

/// The protocols of a service of which none is supported.
fn listed_protocols(model: &Model, service: &Shape) -> String {
    let listed = protocol::listed(model, service).into_iter();
    let listed: Vec<&str> = listed.map(|one| one.id).collect();
    match listed.as_slice() {
        [] => "none that is known".to_owned(),
        listed => listed.join(", "),
    }
}

fn measure(generated: &Generated, features: BTreeSet<String>) -> Crate {
    let texts = || generated.tree.files().map(|(_, text)| text);
    let services = &generated.services;
    Crate {
        operations: services.iter().map(|service| service.operations).sum(),
        shapes: services.iter().map(|service| service.shapes).sum(),
        files: generated.tree.len(),
        lines: texts().map(|text| text.lines().count()).sum(),
        bytes: texts().map(str::len).sum(),
        features,
        warnings: generated.warnings.iter().map(ToString::to_string).collect(),
        checked: false,
    }
}

/// A panic as a reason: one model that brings the generator down must not hide the others.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let message = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied());
        format!(
            "the generator panicked: {}",
            message.unwrap_or("it gave no reason")
        )
    })
}
