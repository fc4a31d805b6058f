//! From the model to the [`ir`], in two steps. Nothing is decided twice, and nothing of the ir is
//! changed once it is there.
//!
//! First, what holds for the whole service is decided:
//!
//! 1. `names` gives every type, operation and waiter its Rust name;
//! 2. `recursion` finds the members that need a box, `circles` those that lead back to their shapes;
//! 3. `members`, `types`, `http` and `events` say what each member is in its structure, by what that is for;
//! 4. `direction` finds which shapes are written and which are read in bodies;
//! 5. `markers` names what builders insist on, `errors` the codes and variants of errors, and tells
//!    apart what has one name;
//! 6. `auth` says how callers are authenticated, `endpoint` which rules give the endpoint.
//!
//! The third to the fifth depend on the `WireRules` of the protocol, and fill the table `decided`:
//! `deciding` is what the third has at hand, `structures` the part that it fills, which the fourth and
//! the fifth look up already. Everything after looks up the table:
//!
//! 7. `shapes` puts the types and errors together, with `docs_of` and `constraint_docs`;
//! 8. `operations` puts the operations together, each at once: with what `http`, `host_prefix` and
//!    `endpoint_bindings` say of its requests, `pagination` of its pages, and `waiters` of its answers;
//! 9. `files` decides what has a file of its own, `endpoint_settings` what clients say to the rules,
//!    and `constraints` what is asked of the values in inputs;
//! 10. `model_tests`, where they are wanted, picks the tests that the model carries.
//!
//! `customizations` is what AWS's SDKs know of services beyond their models; `presigned_urls` is what
//! becomes of one kind of them.

pub mod auth;
mod circles;
mod constraint_docs;
mod constraints;
pub mod customizations;
mod decided;
mod deciding;
mod direction;
pub mod docs;
mod docs_of;
pub mod endpoint;
mod endpoint_bindings;
mod endpoint_settings;
pub mod errors;
pub mod events;
mod example;
mod files;
mod host_prefix;
mod http;
pub mod jmespath;
mod layouts;
mod limits;
mod markers;
mod members;
mod model_tests;
mod names;
mod operations;
mod pagination;
mod presigned_urls;
mod recursion;
mod reserved;
mod sessions;
mod shapes;
mod structures;
mod types;
mod waiters;
mod wire_rules;

pub use model_tests::model_tests;
pub use wire_rules::{MemberNames, Requests, WireRules};

use std::collections::BTreeSet;

use customizations::Customizations;
use decided::Decided;
use operations::OfService;

use crate::diagnostic::Diagnostic;
use crate::ir;
use crate::model::traits::{
    AwsQueryCompatible, AwsService, Deprecated, RestXml, Title, Waitable, XmlNamespace,
};
use crate::model::{Model, Operation, Shape, ShapeId, ShapeKind, Traits};
use crate::rust::{Scope, snake_case, spaced_words};
use crate::select::Selection;
use crate::stack;

/// What is decided, and what it is decided upon.
struct Lowering<'m> {
    /// What the model says to people.
    rendered: &'m docs::Rendered<'m>,
    model: &'m Model,
    rules: &'m WireRules,
    service: &'m Shape,
    names: names::Names,
    boxes: recursion::Boxes,
    circles: circles::Circles,
    decided: Decided<'m>,
    /// The version that the service states.
    version: &'m str,
    /// What the service needs beyond its model.
    customizations: Customizations,
    /// The inputs that have a presigned URL.
    presigned_urls: presigned_urls::PresignedUrls<'m>,
}

/// Lowers the chosen part of a model.
///
/// `rules` are those of the service's protocol. `modules` are the names of the crate's modules; the
/// service's own is added.
///
/// # Errors
/// Every part of the model that has no meaning in Rust, all at once.
pub fn lower(
    model: &Model,
    selection: &Selection<'_>,
    rules: &WireRules,
    modules: &mut Scope,
) -> Result<ir::Service, Vec<Diagnostic>> {
    let rendered = docs::Rendered::of(model, selection);
    with_docs(model, selection, rules, modules, &rendered)
}

/// The same with documentation that is rendered already.
pub(crate) fn with_docs(
    model: &Model,
    selection: &Selection<'_>,
    rules: &WireRules,
    modules: &mut Scope,
    rendered: &docs::Rendered<'_>,
) -> Result<ir::Service, Vec<Diagnostic>> {
    let service = selection.service;
    let customizations = Customizations::of_service(service);
    limits::check(model, selection, &customizations)?;
    events::check(model, selection, rules)?;
    let names = names::assign(model, selection);
    let decided = Decided::new(model, selection, rules, &names, &customizations);
    http::check(model, selection, rules, &decided.structures)?;
    layouts::check(model, selection, rules, &decided)?;
    let lowering = Lowering {
        rendered,
        model,
        rules,
        service,
        names,
        boxes: recursion::find(model, selection),
        circles: circles::find(model, selection),
        decided,
        version: &selection.service().version,
        presigned_urls: presigned_urls::find(selection, &customizations),
        customizations,
    };
    let aws = service.traits.get::<AwsService>();
    let of_aws = aws.is_some();
    let plain_title = match service.traits.get::<Title>() {
        Some(Title(title)) => title,
        None => service.id.name().to_owned(),
    };
    let endpoint = endpoint::of(model, service)?;
    let mut auth_schemes = auth::of_service(model, service)?;
    let has_sessions = lowering.has_sessions(selection);
    auth::also_prescribed(&mut auth_schemes, endpoint.as_ref(), has_sessions);
    if lowering.customizations.may_be_anonymous() {
        auth::also_anonymous(&mut auth_schemes);
    }
    let (sdk_id, module) = match aws {
        // These ids have spaces where words end; their capitals are for looks. So does AWS name
        // its own crates and commands.
        Some(aws) => (aws.sdk_id.clone(), spaced_words(&aws.sdk_id)),
        None => {
            let name = service.id.name();
            (name.to_owned(), snake_case(name))
        }
    };
    let (types, errors) = stack::in_parallel(|| {
        rayon::join(
            || lowering.shared_types(selection),
            || lowering.errors(selection),
        )
    });
    let of_service = OfService {
        auth_schemes: &auth_schemes,
        endpoint: endpoint.as_ref(),
    };
    let operations = lowering.operations(selection, &of_service)?;
    let files = files::of(&operations, &types, &errors);
    let constraints = lowering.constraints(&operations, &types, &errors);
    Ok(ir::Service {
        id: service.id.clone(),
        module: modules.claim(&module, "_service"),
        name: lowering.names.service.clone(),
        title: docs::line(&plain_title),
        plain_title,
        of_aws,
        user_agent: sdk_id.to_ascii_lowercase().replace(' ', "_"),
        sdk_id,
        version: selection.service().version.clone(),
        signing_name: auth::signing_name(service),
        session: lowering.session(&operations, &types),
        signing: lowering.customizations.signing(),
        api_key: auth::api_key(model, service)?,
        auth_schemes,
        protocol: rules.protocol,
        query_compatible: service.traits.has::<AwsQueryCompatible>(),
        xml_namespace: service.traits.get().map(|XmlNamespace { uri, .. }| uri),
        wraps_errors: !service
            .traits
            .get::<RestXml>()
            .is_some_and(|xml| xml.no_error_wrapping),
        docs: lowering.docs(&service.traits),
        deprecated: docs_of::deprecation(&service.traits),
        mentions_deprecated: mentions_deprecated(model, selection),
        operations,
        types,
        unwrapped_errors: lowering.customizations.unwrapped_errors(&errors),
        errors,
        error_choices: lowering.decided.errors.choices(),
        codes_without_body: lowering.customizations.codes_without_body(),
        elsewhere: lowering.customizations.elsewhere(),
        errors_in_successes: lowering.customizations.has_errors_in_successes(),
        extended_request_id: lowering.customizations.has_extended_request_id(),
        transient_codes: lowering.customizations.transient_codes(),
        required: lowering.decided.markers.all(),
        constraints,
        files,
        endpoint_settings: match &endpoint {
            Some(rules) => endpoint_settings::of(model, service, rules, &lowering.customizations)?,
            None => Vec::new(),
        },
        endpoint,
        tests: None,
        shape_count: selection.shapes.len(),
    })
}

/// Whether anything of the chosen part of a model is `@deprecated`.
fn mentions_deprecated(model: &Model, selection: &Selection<'_>) -> bool {
    let shapes = selection.shapes.iter().filter_map(|id| model.shape(id));
    let mut all = shapes
        .chain(selection.operations.iter().copied())
        .chain([selection.service]);
    all.any(|shape| {
        let mut traits = shape
            .members()
            .map(|member| &member.traits)
            .chain([&shape.traits]);
        traits.any(Traits::has::<Deprecated>) || has_deprecated_waiter(shape)
    })
}

fn has_deprecated_waiter(shape: &Shape) -> bool {
    let waiters = shape.traits.get::<Waitable>();
    waiters.is_some_and(|waiters| waiters.0.values().any(|waiter| waiter.deprecated))
}

/// The chosen operations.
fn chosen_operations<'s>(
    selection: &'s Selection<'_>,
) -> impl Iterator<Item = (&'s Shape, &'s Operation)> {
    selection
        .operations
        .iter()
        .filter_map(|shape| match &shape.kind {
            ShapeKind::Operation(operation) => Some((*shape, operation)),
            _ => None,
        })
}

/// The errors that an operation can answer with, its own and those of the service, each once, in
/// the model's order.
fn errors_of<'s>(selection: &'s Selection<'_>, operation: &'s Operation) -> Vec<&'s ShapeId> {
    let mut known = BTreeSet::new();
    let all = operation.errors.iter().chain(&selection.service().errors);
    all.filter(|id| known.insert(*id)).collect()
}
