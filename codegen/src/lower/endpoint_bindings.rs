//! What operations say to the rules of the endpoint: `@staticContextParams`, `@contextParam` and
//! `@operationContextParams`.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/parameters.html>

use serde_json::Value;

use super::Lowering;
use super::jmespath::{self, Expression, walk};
use super::operations::Call;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::endpoint::ParameterKind;
use crate::ir::endpoint::{BoundValue, ParameterBinding, RuleSet};
use crate::ir::{Found, Walk};
use crate::model::traits::{
    ContextParam, OperationContextParams, Required, StaticContextParams, Trait,
};
use crate::model::{Member, Shape, ShapeId};

impl Lowering<'_> {
    /// What an operation says to the rules, the most specific last: it wins. Everything that these
    /// do not understand is a problem.
    pub(super) fn endpoint_bindings(
        &self,
        rules: &RuleSet,
        call: &Call<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<ParameterBinding> {
        let operation = call.shape;
        let Some(input) = self.model.shape(&call.operation.input) else {
            return Vec::new();
        };
        let mut found = self.of_paths(rules, operation, input);
        found.extend(self.of_members(rules, input));
        found.extend(self.of_operation(rules, operation));
        let mut bindings = Vec::new();
        for binding in found {
            match binding {
                Ok(binding) => bindings.push(binding),
                Err(problem) => problems.push(problem),
            }
        }
        bindings
    }

    fn of_paths(
        &self,
        rules: &RuleSet,
        operation: &Shape,
        input: &Shape,
    ) -> Vec<Result<ParameterBinding, Diagnostic>> {
        let bound = operation.traits.get::<OperationContextParams>();
        let bound = bound.into_iter().flat_map(|bound| bound.0);
        let bound = bound.map(|(name, param)| {
            let way = jmespath::parse(&param.path)
                .and_then(|path| walk::from_input(self, input, &path))
                .map_err(|reason| format!("`{}` cannot be followed: {reason}", param.path));
            way.and_then(|way| of_input(rules, &name, way, None))
                .map_err(|message| {
                    let keys = ["traits", OperationContextParams::ID, &name];
                    self.problem(&operation.id, &keys, message)
                })
        });
        bound.collect()
    }

    fn of_members(
        &self,
        rules: &RuleSet,
        input: &Shape,
    ) -> Vec<Result<ParameterBinding, Diagnostic>> {
        let bound = input.members().filter_map(|member| {
            let ContextParam { name } = member.traits.get()?;
            let path = Expression::Field(member.name.clone());
            let binding = walk::from_input(self, input, &path)
                .and_then(|way| of_input(rules, &name, way, not_blank(member)));
            let keys = ["traits", ContextParam::ID];
            Some(binding.map_err(|message| self.problem(&member.id, &keys, message)))
        });
        bound.collect()
    }

    fn of_operation(
        &self,
        rules: &RuleSet,
        operation: &Shape,
    ) -> Vec<Result<ParameterBinding, Diagnostic>> {
        let bound = operation.traits.get::<StaticContextParams>();
        let bound = bound.into_iter().flat_map(|bound| bound.0);
        let bound = bound.map(|(name, param)| {
            let value = fixed(rules, &name, &param.value).map_err(|message| {
                let keys = ["traits", StaticContextParams::ID, &name];
                self.problem(&operation.id, &keys, message)
            })?;
            Ok(ParameterBinding {
                parameter: name,
                value,
            })
        });
        bound.collect()
    }

    fn problem(&self, id: &ShapeId, keys: &[&str], message: String) -> Diagnostic {
        self.model
            .problem(Code::InvalidTrait, id, keys, message)
            .help("bind a parameter of the service's endpoint rules to a value of its type")
    }
}

/// The kind of a parameter that the rules have.
pub(super) fn kind(rules: &RuleSet, name: &str) -> Result<ParameterKind, String> {
    let mut parameters = rules.parameters.iter().zip(&rules.slots);
    match parameters.find(|(_, slot)| slot.name == name) {
        Some((parameter, _)) => Ok(parameter.kind),
        None => Err(format!("the endpoint rules have no parameter `{name}`")),
    }
}

fn of_input(
    rules: &RuleSet,
    name: &str,
    way: Walk,
    not_blank: Option<String>,
) -> Result<ParameterBinding, String> {
    let given = match (way.leads_to_several(), way.found()) {
        (true, Some(Found::Text)) => Some(ParameterKind::StringArray),
        (false, Some(Found::Text)) => Some(ParameterKind::String),
        (false, Some(Found::Boolean)) => Some(ParameterKind::Boolean),
        _ => None,
    };
    let wanted = kind(rules, name)?;
    if given != Some(wanted) {
        return Err(of_other_type(name, wanted));
    }
    let value = BoundValue::OfInput { way, not_blank };
    Ok(ParameterBinding {
        parameter: name.to_owned(),
        value,
    })
}

/// The value that an operation fixes.
fn fixed(rules: &RuleSet, name: &str, value: &Value) -> Result<BoundValue, String> {
    let wanted = kind(rules, name)?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let value = match wanted {
        ParameterKind::Boolean => value.as_bool().map(BoundValue::Boolean),
        ParameterKind::String => text(value).map(BoundValue::Text),
        ParameterKind::StringArray => {
            let texts = value
                .as_array()
                .map(|values| values.iter().map(text).collect());
            texts
                .and_then(|texts: Option<_>| texts)
                .map(BoundValue::Texts)
        }
    };
    value.ok_or_else(|| of_other_type(name, wanted))
}

fn of_other_type(name: &str, wanted: ParameterKind) -> String {
    let wanted = match wanted {
        ParameterKind::Boolean => "a boolean",
        ParameterKind::String => "a string",
        ParameterKind::StringArray => "a list of strings",
    };
    format!("the parameter `{name}` of the endpoint rules takes {wanted}, and this is none")
}

/// The name of a member that is required, and so must not be blank either.
fn not_blank(member: &Member) -> Option<String> {
    let required = member.traits.has::<Required>();
    required.then(|| member.name.clone())
}
