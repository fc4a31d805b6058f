//! Tinsmith turns Smithy service models into small, idiomatic Rust client crates.
//!
//! The pipeline: [`model::load`] reads files of the Smithy JSON AST, [`select`](mod@select) takes
//! the operations that are wanted and what they reach, [`lower`] decides every name and type,
//! [`emit`] turns those into tokens, and [`output`] into files. [`diff`] tells what a new model
//! changes for callers, and [`release`] gives the crate the version that this takes.
//!
//! ```no_run
//! use tinsmith::output::Folder;
//! use tinsmith::release::Release;
//! use tinsmith::{CrateSpec, ServiceSpec};
//!
//! let folder = Folder::open("license-client".as_ref())?;
//! let spec = CrateSpec {
//!     name: "license-client".to_owned(),
//!     services: vec![ServiceSpec {
//!         model: vec!["license-manager.json".into()],
//!         operations: Some(vec!["CreateToken".to_owned()]),
//!         ..ServiceSpec::default()
//!     }],
//!     // The version stays: `release::next` would give the next one.
//!     release: Release::read(folder.path())?,
//!     ..CrateSpec::default()
//! };
//! let generated = tinsmith::generate(&spec)?;
//! folder.write(&generated.tree)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod docs;
pub mod emit;
pub mod endpoint_tests;
pub mod inspect;
pub mod ir;
pub mod limits;
pub mod lower;
pub mod model;
pub mod output;
mod plain_file;
pub mod protocol;
pub mod release;
pub mod rust;
pub mod select;
mod stack;

#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
mod support_tests;

pub use config::{CrateSpec, Manifest, ServiceSpec};

use diagnostic::{Diagnostic, Diagnostics};
use emit::{Context, CrateInfo};
use model::Model;
use output::Tree;
use protocol::Protocol;
use release::Release;
use rust::Scope;

/// Names that no service's module can have, nor its cargo feature, which is called the same: what
/// every crate has of these, and what cargo takes for the root of a crate or a folder of such.
const CRATE_MODULES: &[&str] = &[
    "bin",
    "client",
    "config",
    "default",
    "error",
    "https",
    "lib",
    "main",
    "primitives",
    "sigv4a",
    "support",
    "validate",
];

/// A crate, and what went into it.
#[derive(Debug)]
pub struct Generated {
    /// The files.
    pub tree: Tree,
    /// Each service, in the order of the specification.
    pub services: Vec<ServiceSummary>,
    /// What is not in the crate although it was wanted, and why.
    pub warnings: Diagnostics,
}

/// What went into one service.
#[derive(Clone, Debug)]
pub struct ServiceSummary {
    /// The service's module.
    pub module: String,
    /// How many operations it has.
    pub operations: usize,
    /// How many shapes of the model these reach.
    pub shapes: usize,
}

/// Generates a crate. Nothing is written: see [`Tree::write`].
///
/// # Errors
/// Every problem of every service; a name that no crate can have.
pub fn generate(spec: &CrateSpec) -> Result<Generated, Diagnostics> {
    stack::with_room(|| generate_here(spec))
}

fn generate_here(spec: &CrateSpec) -> Result<Generated, Diagnostics> {
    config::check_name(&spec.name)?;
    let release = spec.release.clone().unwrap_or_else(Release::first);
    let info = CrateInfo {
        name: spec.name.clone(),
        version: release.version().to_string(),
        command: spec.command.clone(),
    };
    let crate_name = info.code_name();
    let services = lower_services(spec)?;
    let contexts: Vec<Context<'_>> = services
        .iter()
        .map(|lowered| Context::new(&crate_name, &lowered.service, lowered.protocol))
        .collect();
    let mut files = emit::krate(&contexts);
    files.extend(contexts.iter().flat_map(emit::service));
    files.extend(emit::model_tests(&contexts));
    let mut texts = emit::texts(&info, &contexts);
    let records: Vec<String> = services
        .iter()
        .map(|lowered| lowered.record.clone())
        .collect();
    texts.extend(release.texts(&records));
    let tree = Tree::new(&files, texts, &spec.command)?;
    let summaries = services
        .iter()
        .map(|Lowered { service, .. }| ServiceSummary {
            module: service.module.as_str().to_owned(),
            operations: service.operations.len(),
            shapes: service.shape_count,
        });
    let warnings = services.iter().flat_map(|lowered| &lowered.warnings);
    Ok(Generated {
        tree,
        services: summaries.collect(),
        warnings: warnings.cloned().collect::<Vec<_>>().into(),
    })
}

/// A service on its way through the pipeline.
struct Lowered {
    service: ir::Service,
    protocol: &'static Protocol,
    /// What is kept of its model.
    record: String,
    warnings: Vec<Diagnostic>,
}

/// All services of a crate, from their model files to their ir.
fn lower_services(spec: &CrateSpec) -> Result<Vec<Lowered>, Diagnostics> {
    let mut modules = Scope::of_modules(CRATE_MODULES);
    let services = spec
        .services
        .iter()
        .map(|service| -> Result<Lowered, Diagnostics> {
            let model = model::load(&service.model)?;
            let mut lowered = lower_model(&model, service, &mut modules)?;
            if spec.tests
                && let Some(shape) = model.shape(&lowered.service.id)
            {
                lowered.service.tests = Some(lower::model_tests(&model, shape, &lowered.service));
            }
            Ok(lowered)
        });
    let (mut lowered, mut problems) = (Vec::new(), Vec::new());
    for service in services {
        match service {
            Ok(service) => lowered.push(service),
            Err(of_service) => problems.push(of_service),
        }
    }
    if problems.is_empty() {
        Ok(lowered)
    } else {
        Err(Diagnostics::joined(problems))
    }
}

/// What is kept of the models of a crate.
fn records(spec: &CrateSpec) -> Result<Vec<String>, Diagnostics> {
    let services = lower_services(spec)?;
    Ok(services.into_iter().map(|lowered| lowered.record).collect())
}

/// One service of a model.
fn lower_model(
    model: &Model,
    spec: &ServiceSpec,
    modules: &mut Scope,
) -> Result<Lowered, Diagnostics> {
    let selection = select::select(model, spec.service.as_deref(), spec.operations.as_deref())?;
    let protocol = protocol::choose(model, selection.service, spec.protocol.as_ref())?;
    let rules = protocol.rules();
    let (service, record) = stack::in_parallel(|| {
        rayon::join(
            || lower::lower(model, &selection, &rules, modules),
            || release::record(model, &selection, rules.protocol),
        )
    });
    let service = service?;
    let mut warnings = selection.left_out;
    warnings.extend(lower::auth::warnings(model, &service));
    warnings.extend(lower::errors::warnings(model, &service));
    Ok(Lowered {
        service,
        protocol,
        record,
        warnings,
    })
}
