//! Tinsmith turns Smithy service models into small, idiomatic Rust client crates.
//!
//! The pipeline: [`model::load`] reads files of the Smithy JSON AST, [`select`](mod@select) takes
//! the operations that are wanted and what they reach, [`lower`] decides every name and type,
//! [`emit`] turns those into tokens, and [`output`] into files.
//!
//! ```no_run
//! use tinsmith::{CrateSpec, ServiceSpec};
//!
//! let spec = CrateSpec {
//!     name: "license-client".to_owned(),
//!     services: vec![ServiceSpec {
//!         model: vec!["license-manager.json".into()],
//!         operations: Some(vec!["CreateToken".to_owned()]),
//!         ..ServiceSpec::default()
//!     }],
//!     ..CrateSpec::default()
//! };
//! let generated = tinsmith::generate(&spec)?;
//! generated.tree.write("license-client".as_ref())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod inspect;
pub mod ir;
pub mod lower;
pub mod model;
pub mod output;
pub mod protocol;
pub mod rust;
pub mod select;

#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
mod support_tests;

pub use config::{CrateSpec, Manifest, ServiceSpec};

use diagnostic::{Code, Diagnostic, Diagnostics};
use emit::{Context, CrateInfo};
use output::Tree;
use protocol::Protocol;
use rust::Scope;

/// Names that no service's module can have, nor its cargo feature, which is called the same: what
/// every crate has of these, and what cargo takes for the root of a crate.
const CRATE_MODULES: &[&str] = &["client", "default", "https", "lib", "main", "support"];

/// A crate, and what went into it.
#[derive(Debug)]
pub struct Generated {
    /// The files.
    pub tree: Tree,
    /// Each service, in the order of the specification.
    pub services: Vec<ServiceSummary>,
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
/// Every problem of the first service that has any.
pub fn generate(spec: &CrateSpec) -> Result<Generated, Diagnostics> {
    let info = CrateInfo {
        name: spec.name.clone(),
        command: spec.command.clone(),
    };
    let crate_name = info.code_name();
    let mut modules = Scope::of_values(CRATE_MODULES);
    let mut services = Vec::new();
    let mut summaries = Vec::new();
    for service in &spec.services {
        let (ir, protocol) = lower_service(service, spec.tests, &mut modules)?;
        summaries.push(ServiceSummary {
            module: ir.module.as_str().to_owned(),
            operations: ir.operations.len(),
            shapes: ir.shape_count,
        });
        services.push((ir, protocol));
    }
    let contexts: Vec<Context<'_>> = services
        .iter()
        .map(|(ir, protocol)| Context::new(&crate_name, ir, *protocol))
        .collect();
    let mut files = emit::krate(&contexts);
    files.extend(contexts.iter().flat_map(emit::service));
    files.extend(emit::model_tests(&contexts));
    let texts = emit::texts(&info, &contexts);
    let tree = Tree::new(&files, texts, &spec.command).map_err(|(path, error)| {
        let message = format!("{} is not valid Rust: {error}", path.display());
        Diagnostics::from(
            Diagnostic::new(Code::InvalidOutput, message)
                .help("this is a fault of Tinsmith: please report it with the model"),
        )
    })?;
    Ok(Generated {
        tree,
        services: summaries,
    })
}

/// One service from its model files to its ir.
fn lower_service(
    spec: &ServiceSpec,
    with_tests: bool,
    modules: &mut Scope,
) -> Result<(ir::Service, &'static dyn Protocol), Diagnostics> {
    let model = model::load(&spec.model)?;
    let selection = select::select(&model, spec.service.as_deref(), spec.operations.as_deref())?;
    let protocol = protocol::of(&model, selection.service)?;
    let mut ir = lower::lower(&model, &selection, protocol, modules)?;
    ir.tests = with_tests.then(|| lower::model_tests(&model, selection.service, &ir));
    Ok((ir, protocol))
}
