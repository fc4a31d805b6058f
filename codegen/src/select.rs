//! Selects what is to be generated: a service, the operations of it that are wanted, and all
//! shapes that these reach. What is not reached is left out.

mod unsupported;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::traits::AwsService;
use crate::model::{Model, Operation, Service, Shape, ShapeId, ShapeKind};

/// What is to be generated.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// The service's shape.
    pub service: &'a Shape,
    /// The wanted operations, sorted by name.
    pub operations: Vec<&'a Shape>,
    /// A warning for each operation that cannot be generated, and is left out.
    pub left_out: Vec<Diagnostic>,
    /// All shapes that the operations reach: inputs, outputs, errors, those of the service
    /// included, and everything that is in them. Shapes of the prelude among them.
    pub shapes: BTreeSet<ShapeId>,
}

/// Selects a service, by its id, its name or its SDK id, and operations of it, by name. Without a service,
/// the model's only one is meant; without names of operations, all of them that can be generated.
///
/// # Errors
/// Where the service is not there or is one of several; all operation names that are not there, or
/// whose operations cannot be generated.
pub fn select<'a>(
    model: &'a Model,
    service: Option<&str>,
    operation_names: Option<&[String]>,
) -> Result<Selection<'a>, Vec<Diagnostic>> {
    let (shape, service) = find_service(model, service).map_err(|problem| vec![problem])?;
    let bound = bound_operations(model, service);
    let chosen: BTreeMap<&str, &Shape> = match operation_names {
        None => bound,
        Some(names) => choose(model, shape, &bound, names)?,
    };
    let (operations, unsupported) = unsupported::divide(model, chosen.into_values());
    // Who names an operation wants that one, and not what is left.
    let left_out = match operation_names {
        Some(_) if !unsupported.is_empty() => {
            return Err(unsupported.iter().map(|one| one.problem(model)).collect());
        }
        _ => unsupported.iter().map(|one| one.warning(model)).collect(),
    };
    let shapes = closure(model, service, &operations);
    Ok(Selection {
        service: shape,
        operations,
        left_out,
        shapes,
    })
}

impl<'a> Selection<'a> {
    /// What the service's shape has.
    ///
    /// # Panics
    /// Never on a selection made by [`select`], whose service is one.
    #[must_use]
    pub fn service(&self) -> &'a Service {
        match &self.service.kind {
            ShapeKind::Service(service) => service,
            _ => unreachable!("`select` selects services alone"),
        }
    }

    /// The name of a shape within the service, which may rename shapes.
    #[must_use]
    pub fn name_of<'s>(&'s self, id: &'s ShapeId) -> &'s str {
        let renamed = self.service().rename.get(id);
        renamed.map_or(id.name(), String::as_str)
    }
}

/// The service that is wanted, or the model's only one.
///
/// # Errors
/// Where it is not there, or is one of several.
pub fn service<'a>(model: &'a Model, wanted: Option<&str>) -> Result<&'a Shape, Diagnostic> {
    find_service(model, wanted).map(|(shape, _)| shape)
}

fn find_service<'a>(
    model: &'a Model,
    wanted: Option<&str>,
) -> Result<(&'a Shape, &'a Service), Diagnostic> {
    let all: Vec<_> = model.services().collect();
    let found: Vec<_> = match wanted {
        None => all.clone(),
        Some(wanted) => {
            let is_wanted = |shape: &Shape| names(shape).iter().any(|name| name == wanted);
            let services = all.iter().filter(|(shape, _)| is_wanted(shape));
            services.copied().collect()
        }
    };
    match (found.as_slice(), wanted) {
        ([only], _) => Ok(*only),
        ([], None) => Err(
            Diagnostic::new(Code::MissingService, "the model has no service")
                .help("give the file that defines the service too"),
        ),
        ([], Some(wanted)) => Err(no_such_service(wanted, &all)),
        (several, _) => Err(ambiguous(model, several)),
    }
}

/// What a service may be called: by its name, by its id, by what AWS calls it.
fn names(shape: &Shape) -> Vec<String> {
    let sdk_id = shape.traits.get::<AwsService>().map(|aws| aws.sdk_id);
    let id = [shape.id.name().to_owned(), shape.id.to_string()];
    id.into_iter().chain(sdk_id).collect()
}

fn no_such_service(wanted: &str, all: &[(&Shape, &Service)]) -> Diagnostic {
    let message = format!("the model has no service `{wanted}`");
    let ids = || all.iter().map(|(shape, _)| shape.id.as_str());
    let names: Vec<String> = all.iter().flat_map(|(shape, _)| names(shape)).collect();
    let names = names.iter().map(String::as_str);
    let help = did_you_mean(wanted, names).unwrap_or_else(|| match all {
        [] => "give the file that defines the service too".to_owned(),
        _ => format!("it has {}", list(ids())),
    });
    Diagnostic::new(Code::MissingService, message).help(help)
}

fn ambiguous(model: &Model, several: &[(&Shape, &Service)]) -> Diagnostic {
    let ids = several.iter().map(|(shape, _)| shape.id.as_str());
    let message = format!("the model has {} services: {}", several.len(), list(ids));
    let problem = Diagnostic::new(Code::AmbiguousService, message)
        .help("say which one to generate with `--service`");
    several.iter().fold(problem, |problem, (shape, _)| {
        let place = model.sources().locate(&shape.id, &[]);
        problem.at(place.map(|place| place.note("a service")))
    })
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// The operations of a service and of its resources, by name.
fn bound_operations<'a>(model: &'a Model, service: &'a Service) -> BTreeMap<&'a str, &'a Shape> {
    let (ids, _) = bound_ids(model, service);
    let shapes = ids.into_iter().filter_map(|id| model.shape(id));
    shapes.map(|shape| (shape.id.name(), shape)).collect()
}

/// The ids of these operations, and whether all resources are there to tell of theirs.
fn bound_ids<'a>(model: &'a Model, service: &'a Service) -> (Vec<&'a ShapeId>, bool) {
    let mut ids: Vec<&ShapeId> = service.operations.iter().collect();
    let mut resources: Vec<&ShapeId> = service.resources.iter().collect();
    let (mut seen, mut all_there) = (BTreeSet::new(), true);
    while let Some(id) = resources.pop() {
        let kind = model.shape(id).map(|shape| &shape.kind);
        if let Some(ShapeKind::Resource(resource)) = kind {
            if seen.insert(id) {
                ids.extend(resource.all_operations());
                resources.extend(&resource.resources);
            }
        } else {
            all_there = false;
        }
    }
    (ids, all_there)
}

/// A problem for each of these names that no operation of a service has, where something else is wrong
/// with the model. Shapes that could not be read may be missing in it; their names are known.
pub(crate) fn unknown_operations(
    model: &Model,
    shape: &Shape,
    names: &[String],
) -> Vec<Diagnostic> {
    let ShapeKind::Service(service) = &shape.kind else {
        return Vec::new();
    };
    let (ids, all_there) = bound_ids(model, service);
    if !all_there {
        return Vec::new();
    }
    let bound: BTreeSet<&str> = ids.into_iter().map(ShapeId::name).collect();
    let unbound = names.iter().filter(|name| !bound.contains(name.as_str()));
    unbound
        .map(|name| unknown(model, shape, &bound, name))
        .collect()
}

fn choose<'a>(
    model: &Model,
    service: &Shape,
    bound: &BTreeMap<&'a str, &'a Shape>,
    names: &[String],
) -> Result<BTreeMap<&'a str, &'a Shape>, Vec<Diagnostic>> {
    let mut chosen = BTreeMap::new();
    let mut problems = Vec::new();
    for name in names {
        match bound.get_key_value(name.as_str()) {
            Some((name, shape)) => _ = chosen.insert(*name, *shape),
            None => {
                let bound = bound.keys().copied().collect();
                problems.push(unknown(model, service, &bound, name));
            }
        }
    }
    if problems.is_empty() {
        Ok(chosen)
    } else {
        Err(problems)
    }
}

fn unknown(model: &Model, service: &Shape, bound: &BTreeSet<&str>, name: &str) -> Diagnostic {
    let message = format!("`{}` has no operation `{name}`", service.id.name());
    let help = did_you_mean(name, bound.iter().copied())
        .unwrap_or_else(|| format!("it has {} other operations", bound.len()));
    let problem = model.problem(Code::UnknownOperation, &service.id, &[], message);
    problem.help(help)
}

/// All shapes that the operations reach.
fn closure(model: &Model, service: &Service, operations: &[&Shape]) -> BTreeSet<ShapeId> {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<&ShapeId> = Vec::new();
    for operation in operations {
        if let ShapeKind::Operation(Operation {
            input,
            output,
            errors,
        }) = &operation.kind
        {
            ahead.extend([input, output]);
            ahead.extend(errors);
        }
    }
    if !operations.is_empty() {
        ahead.extend(&service.errors);
    }
    while let Some(id) = ahead.pop() {
        if let Some(shape) = model.shape(id)
            && reached.insert(id.clone())
        {
            ahead.extend(shape.members().map(|member| &member.target));
        }
    }
    reached
}
