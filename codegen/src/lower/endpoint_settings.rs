//! What clients can be set to of the rules of the endpoint: `@clientContextParams`, and the
//! built-in parameters that no other setting gives.

use std::collections::BTreeMap;

use serde_json::Value;

use super::customizations::Customizations;
use super::{docs, endpoint_bindings};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Docs;
use crate::ir::endpoint::{ParameterKind, RuleSet, Setting};
use crate::model::traits::{ClientContextParams, EndpointBdd, EndpointRuleSet, Trait};
use crate::model::{Model, Shape};
use crate::rust::{Scope, snake_case};
use crate::support::endpoint::BuiltIn;

/// The names of methods that the settings of every client, or parameters as such, have.
const TAKEN: &[&str] = &[
    "account_id",
    "account_id_endpoint_mode",
    "app_name",
    "auth_preference",
    "auth_scheme",
    "bearer_token",
    "built_in",
    "clone",
    "client",
    "credentials",
    "default",
    "endpoint_parameter",
    "endpoint_url",
    "http_client",
    "identity",
    "interceptor",
    "into_owned",
    "new",
    "put",
    "region",
    "retry",
    "retry_classifier",
    "set",
    "signing_regions",
    "sleep",
    "stalled_stream_protection",
    "time_source",
    "timeout",
    "use_dual_stack",
    "use_fips",
];

/// The settings that a service adds to those of every client, by the names of their parameters.
///
/// # Errors
/// Every setting that the rules do not understand.
pub(super) fn of(
    model: &Model,
    service: &Shape,
    rules: &RuleSet,
    customizations: &Customizations,
) -> Result<Vec<Setting>, Vec<Diagnostic>> {
    let told = |parameter: &str| documentation(service, parameter);
    let untold = built_in(rules).map(|(name, kind)| (name.to_owned(), (kind, told(name))));
    let mut wanted: BTreeMap<String, (ParameterKind, String)> = untold.collect();
    let mut problems = Vec::new();
    if let Some(ClientContextParams(params)) = service.traits.get() {
        for (name, param) in params {
            match kind(rules, &name, &param.kind) {
                Ok(kind) => {
                    let text = param.documentation.unwrap_or_default();
                    wanted.insert(name, (kind, text));
                }
                Err(message) => {
                    let keys = ["traits", ClientContextParams::ID, &name];
                    problems.push(
                        model
                            .problem(Code::InvalidTrait, &service.id, &keys, message)
                            .help("name a parameter of the service's endpoint rules, and its type"),
                    );
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut methods = Scope::of_values(TAKEN);
    let settings = wanted.into_iter().map(|(parameter, (kind, text))| Setting {
        method: methods.claim(&snake_case(&parameter), "_"),
        environment: customizations
            .environment_of(&parameter)
            .filter(|_| kind == ParameterKind::Boolean),
        parameter,
        kind,
        docs: Docs::new(docs::markdown(&text)),
    });
    Ok(settings.collect())
}

/// The parameters that a client should know by itself, but can know from its caller alone.
fn built_in(rules: &RuleSet) -> impl Iterator<Item = (&str, ParameterKind)> {
    let parameters = rules.parameters.iter().zip(&rules.slots);
    let untold = parameters.filter(|(parameter, _)| {
        parameter.built_in.is_some_and(|built_in| {
            !matches!(
                built_in,
                BuiltIn::Region
                    | BuiltIn::UseFips
                    | BuiltIn::UseDualStack
                    | BuiltIn::Endpoint
                    | BuiltIn::AccountId
                    | BuiltIn::AccountIdEndpointMode
            )
        })
    });
    untold.map(|(parameter, slot)| (slot.name.as_str(), parameter.kind))
}

/// What the rules say of a parameter.
fn documentation(service: &Shape, parameter: &str) -> String {
    let rules = service.traits.raw(EndpointRuleSet::ID);
    let rules = rules.or_else(|| service.traits.raw(EndpointBdd::ID));
    let text = rules.map(|rules| &rules["parameters"][parameter]["documentation"]);
    text.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn kind(rules: &RuleSet, name: &str, said: &str) -> Result<ParameterKind, String> {
    let kind = endpoint_bindings::kind(rules, name)?;
    let known = match kind {
        ParameterKind::Boolean => "boolean",
        ParameterKind::String => "string",
        ParameterKind::StringArray => "stringArray",
    };
    if said.eq_ignore_ascii_case(known) {
        return Ok(kind);
    }
    Err(format!(
        "the parameter `{name}` of the endpoint rules is a `{known}`, and this says `{said}`"
    ))
}
