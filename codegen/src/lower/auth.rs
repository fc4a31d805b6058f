//! How callers prove who they are, operation by operation.
//!
//! <https://smithy.io/2.0/spec/authentication-traits.html>

use http::{HeaderName, HeaderValue};

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Service;
use crate::ir::auth::{ApiKey, is_supported, scheme};
use crate::ir::endpoint::RuleSet;
use crate::model::traits::{
    Auth, HttpApiKeyAuth, HttpBasicAuth, HttpBearerAuth, HttpDigestAuth, OptionalAuth, SigV4,
    SigV4a, Trait,
};
use crate::model::{Model, Shape};

/// Traits that are ways to authenticate. Those of a model's own say so themselves.
const KNOWN: &[&str] = &[
    SigV4::ID,
    SigV4a::ID,
    HttpApiKeyAuth::ID,
    HttpBasicAuth::ID,
    HttpBearerAuth::ID,
    HttpDigestAuth::ID,
];

/// The name that requests are signed with.
pub fn signing_name(service: &Shape) -> Option<String> {
    let sigv4 = service.traits.get::<SigV4>().map(|sigv4| sigv4.name);
    sigv4.or_else(|| service.traits.get::<SigV4a>().map(|sigv4a| sigv4a.name))
}

/// Where requests have the key of callers that are told by one (`@httpApiKeyAuth`).
///
/// # Errors
/// Where the trait names no place, or one that requests do not have.
pub fn api_key(model: &Model, service: &Shape) -> Result<Option<ApiKey>, Vec<Diagnostic>> {
    let Some(HttpApiKeyAuth {
        name,
        place,
        scheme,
    }) = service.traits.get()
    else {
        return Ok(None);
    };
    let problem = |key: &str, message: String, help: &str| {
        let place = ["traits", HttpApiKeyAuth::ID, key];
        let problem = model.problem(Code::InvalidTrait, &service.id, &place, message);
        vec![problem.help(help.to_owned())]
    };
    match place.as_str() {
        "header" => {
            let known = HeaderName::try_from(name.as_str());
            let Ok(header) = known else {
                let message = format!("`{name}` is no name of a header");
                let help = "name a header, such as `x-api-key`";
                return Err(problem("name", message, help));
            };
            let scheme = scheme.filter(|scheme| !scheme.is_empty());
            let is_text = |scheme: &String| HeaderValue::from_str(scheme).is_ok();
            if !scheme.as_ref().is_none_or(is_text) {
                let message = "the scheme of a key cannot stand in a header".to_owned();
                return Err(problem(
                    "scheme",
                    message,
                    "name a scheme, such as `Bearer`",
                ));
            }
            let name = header.as_str().to_owned();
            Ok(Some(ApiKey::Header { name, scheme }))
        }
        "query" => Ok(Some(ApiKey::Query(name))),
        other => {
            let message =
                format!("an API key is in the `header` or in the `query`, not in `{other}`");
            Err(problem("in", message, "say `header` or `query`"))
        }
    }
}

/// A warning where a service, or an operation that has ways of its own, can be authenticated only
/// in ways that clients do not know by themselves.
pub fn warnings(model: &Model, service: &Service) -> Vec<Diagnostic> {
    let own = service.operations.iter().filter_map(|operation| {
        let schemes = operation.auth_schemes.as_ref()?;
        Some((&operation.id, schemes))
    });
    let unsupported = [(&service.id, &service.auth_schemes)]
        .into_iter()
        .chain(own)
        .filter(|(_, schemes)| !schemes.iter().any(|scheme| is_supported(scheme)));
    let warnings = unsupported.map(|(id, schemes)| {
        let message = format!(
            "callers of `{}` are authenticated by `{}` alone, which clients do not know",
            id.name(),
            schemes.join("` or `")
        );
        let problem = model.problem(Code::UnsupportedAuth, id, &["traits"], message);
        let help = "give clients an implementation with `Settings::auth_scheme`";
        problem.help(help).warning()
    });
    warnings.collect()
}

/// The ids of the schemes of a service, the best first: those that `@auth` names, else all that it
/// has, in the order of their shape ids.
///
/// # Errors
/// Where `@auth` names what the service does not have.
pub fn of_service(model: &Model, service: &Shape) -> Result<Vec<String>, Vec<Diagnostic>> {
    let schemes = match service.traits.get::<Auth>() {
        Some(Auth(named)) => {
            check(model, service, service, &named)?;
            named
        }
        None => available(model, service),
    };
    Ok(listed(&schemes, false))
}

/// What the service's endpoints may prescribe comes after what the service itself lists: it is taken
/// where an endpoint asks for it.
pub(super) fn also_prescribed(
    schemes: &mut Vec<String>,
    rules: Option<&RuleSet>,
    has_sessions: bool,
) {
    let is_known = |id: &str| is_supported(id) || (has_sessions && id == scheme::SESSION);
    let prescribed = rules.into_iter().flat_map(RuleSet::auth_schemes);
    let mut missing: Vec<String> = prescribed
        .filter(|id| is_known(id) && !schemes.iter().any(|scheme| scheme == id))
        .map(str::to_owned)
        .collect();
    schemes.append(&mut missing);
}

/// The ids of the schemes of an operation; `None` where they are those of its service.
///
/// # Errors
/// Where `@auth` names what the service does not have.
pub fn of_operation(
    model: &Model,
    service: &Shape,
    of_service: &[String],
    operation: &Shape,
) -> Result<Option<Vec<String>>, Vec<Diagnostic>> {
    let optional = operation.traits.has::<OptionalAuth>();
    let schemes = match operation.traits.get::<Auth>() {
        Some(Auth(named)) => {
            check(model, service, operation, &named)?;
            listed(&named, optional)
        }
        None => {
            let mut schemes = of_service.to_vec();
            if optional {
                also_anonymous(&mut schemes);
            }
            schemes
        }
    };
    Ok((schemes != of_service).then_some(schemes))
}

/// The traits of a service that are ways to authenticate.
fn available(model: &Model, service: &Shape) -> Vec<String> {
    let ids = service.traits.iter().map(|(id, _)| id);
    ids.filter(|id| is_scheme(model, id))
        .map(str::to_owned)
        .collect()
}

fn is_scheme(model: &Model, id: &str) -> bool {
    KNOWN.contains(&id) || definition(model, id).is_some()
}

/// The shape of a model's own way to authenticate, by the id of its trait.
fn definition<'m>(model: &'m Model, id: &str) -> Option<&'m Shape> {
    let shape = model.shape(&id.parse().ok()?)?;
    let defines_auth = shape.traits.raw("smithy.api#authDefinition").is_some();
    defines_auth.then_some(shape)
}

/// The shapes of all ways to authenticate of a service that are its model's own.
pub fn definitions<'m>(model: &'m Model, service: &'m Shape) -> impl Iterator<Item = &'m Shape> {
    let ids = service.traits.iter().map(|(id, _)| id);
    ids.filter_map(|id| definition(model, id))
}

/// What the AWS runtime calls these schemes. Where there is none, callers are anonymous.
fn listed(schemes: &[String], optional: bool) -> Vec<String> {
    let name = |id: &String| id.rsplit('#').next().unwrap_or_default().to_owned();
    let mut listed: Vec<String> = schemes.iter().map(name).collect();
    if listed.is_empty() || optional {
        also_anonymous(&mut listed);
    }
    listed
}

/// Adds that callers may be anonymous, where nothing else is possible.
pub(super) fn also_anonymous(schemes: &mut Vec<String>) {
    if !schemes.iter().any(|scheme| scheme == scheme::ANONYMOUS) {
        schemes.push(scheme::ANONYMOUS.to_owned());
    }
}

/// Smithy's own name of being anonymous needs no trait.
fn check(
    model: &Model,
    service: &Shape,
    on: &Shape,
    named: &[String],
) -> Result<(), Vec<Diagnostic>> {
    let available = available(model, service);
    let unknown = named
        .iter()
        .filter(|id| !available.contains(id) && id.as_str() != "smithy.api#noAuth");
    let problems: Vec<Diagnostic> = unknown
        .map(|id| {
            let message = format!("`{}` has no way to authenticate `{id}`", service.id);
            let help = match available.as_slice() {
                [] => "add the trait to the service".to_owned(),
                available => format!("it has `{}`", available.join("`, `")),
            };
            model
                .problem(Code::InvalidTrait, &on.id, &["traits", Auth::ID], message)
                .help(help)
        })
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}
