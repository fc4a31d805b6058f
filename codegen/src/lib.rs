//! Tinsmith turns Smithy service models into small, idiomatic Rust client crates.
//!
//! The pipeline: [`model::load`] reads files of Smithy IDL or of its JSON AST, [`select`](mod@select) takes
//! the operations that are wanted and what they reach, [`lower`] decides every name and type,
//! [`emit`] turns those into tokens, and [`output`] into files. [`diff`] tells what a new model
//! changes for callers, and [`release`] gives the crate the version that this takes. [`update`] is all
//! of it in one call, for an xtask or a build script of one's own.
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

#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod docs;
pub mod emit;
pub mod endpoint_tests;
mod hash;
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
pub mod update;

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
    "double",
    "error",
    "https",
    "lib",
    "main",
    "primitives",
    "serde",
    "sigv4a",
    "support",
    "test_server",
    "test_util",
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
    /// What is kept of the models, should this become a release.
    pub(crate) records: Vec<String>,
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
    let services = match (config::check_name(&spec.name), lower_services(spec)) {
        (Ok(()), Ok(services)) => services,
        (name, services) => {
            let of_name = name.err().map(Diagnostics::from);
            return Err(Diagnostics::joined(
                of_name.into_iter().chain(services.err()).collect(),
            ));
        }
    };
    let release = spec.release.clone().unwrap_or_else(Release::first);
    let info = CrateInfo {
        name: spec.name.clone(),
        version: release.version().to_string(),
        command: spec.command.clone(),
        metadata: spec.metadata.clone(),
    };
    let crate_name = info.code_name();
    let has_aws = services.iter().any(|one| one.service.knows_aws());
    let contexts: Vec<Context<'_>> = services
        .iter()
        .map(
            |Lowered {
                 service, protocol, ..
             }| { Context::new(&crate_name, service, protocol, has_aws) },
        )
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
    let tree = Tree::new(&files, texts)?;
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
        records,
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
            let model = load(service)?;
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

/// The model of a service. Where something is wrong with it, what is wrong with the names that are asked
/// for is told with that.
fn load(spec: &ServiceSpec) -> Result<Model, Diagnostics> {
    let mut loaded = model::load_partly(&spec.model);
    if let Some(model) = loaded
        .model
        .as_ref()
        .filter(|_| !loaded.problems.is_empty())
        && let Ok(service) = select::service(model, spec.service.as_deref())
    {
        let names = spec.operations.as_deref().unwrap_or_default();
        let mut problems = select::unknown_operations(model, service, names);
        problems.extend(protocol::choose(model, service, spec.protocol.as_ref()).err());
        loaded.problems.extend(problems);
    }
    loaded.sound()
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
    let service = select::service(model, spec.service.as_deref())?;
    let selection = select::select(model, Some(service.id.as_str()), spec.operations.as_deref());
    let protocol = protocol::choose(model, service, spec.protocol.as_ref());
    // What is wrong with either is told at once.
    let (selection, protocol) = match (selection, protocol) {
        (Ok(selection), Ok(protocol)) => (selection, protocol),
        (selection, protocol) => {
            let mut problems = selection.err().unwrap_or_default();
            problems.extend(protocol.err());
            return Err(problems.into());
        }
    };
    let rules = protocol.rules();
    let rendered = lower::docs::Rendered::of(model, &selection);
    let (service, record) = stack::in_parallel(|| {
        rayon::join(
            || lower::with_docs(model, &selection, &rules, modules, &rendered),
            || release::record(model, &selection, rules.protocol, &rendered),
        )
    });
    let service = service?;
    let mut warnings: Vec<Diagnostic> = model.warnings().iter().cloned().collect();
    warnings.extend(selection.left_out);
    warnings.extend(lower::auth::warnings(model, &service));
    warnings.extend(lower::errors::warnings(model, &service));
    Ok(Lowered {
        service,
        protocol,
        record,
        warnings,
    })
}
