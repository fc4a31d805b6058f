//! From model files to a diff.

use super::{Diff, between};
use crate::diagnostic::Diagnostics;
use crate::model::{self, Model};
use crate::rust::Scope;
use crate::{CRATE_MODULES, ServiceSpec, ir, lower, protocol, select, stack};

/// Compares a service of two models. Where operations are named, these alone: each must be in
/// one of the models at least, and is new or gone where it is not in the other.
///
/// # Errors
/// Every problem of the first model that has any, and operations that are in neither.
pub fn of_models(old: &ServiceSpec, new: &ServiceSpec) -> Result<Diff, Diagnostics> {
    stack::with_room(|| of_models_here(old, new))
}

fn of_models_here(old: &ServiceSpec, new: &ServiceSpec) -> Result<Diff, Diagnostics> {
    let (old_model, new_model) = (model::load(&old.model)?, model::load(&new.model)?);
    let (in_old, in_new) = (operations(&old_model, old)?, operations(&new_model, new)?);
    // What is in neither model is asked of both, so that it is told.
    let wanted = |spec: &ServiceSpec, here: &[String], there: &[String]| {
        let operations = spec.operations.as_ref()?.iter();
        let wanted = operations.filter(|name| here.contains(name) || !there.contains(name));
        Some(wanted.cloned().collect::<Vec<String>>())
    };
    let wanted_new = wanted(new, &in_new, &in_old);
    let wanted_old = wanted(old, &in_old, &in_new);
    let new = lower_service(&new_model, new, wanted_new.as_deref())?;
    let old = lower_service(&old_model, old, wanted_old.as_deref())?;
    Ok(between(&old, &new))
}

/// The names of all operations of a service.
fn operations(model: &Model, spec: &ServiceSpec) -> Result<Vec<String>, Diagnostics> {
    let selection = select::select(model, spec.service.as_deref(), None)?;
    Ok(selection
        .operations
        .iter()
        .map(|operation| operation.id.name().to_owned())
        .collect())
}

fn lower_service(
    model: &Model,
    spec: &ServiceSpec,
    operations: Option<&[String]>,
) -> Result<ir::Service, Diagnostics> {
    let selection = select::select(model, spec.service.as_deref(), operations)?;
    let protocol = protocol::choose(model, selection.service, spec.protocol.as_ref())?;
    let mut modules = Scope::of_modules(CRATE_MODULES);
    Ok(lower::lower(
        model,
        &selection,
        &protocol.rules(),
        &mut modules,
    )?)
}
