//! What a rule set asks for.

use serde_json::Value;

use super::RuleSetLowering;
use super::signature::Type;
use crate::ir::endpoint::{self, Expr, Parameter, ParameterKind};

impl RuleSetLowering {
    pub(super) fn parameters(&mut self, parameters: &Value) -> Option<Vec<Parameter>> {
        self.each_member(Some(parameters), Self::parameter)
    }

    fn parameter(&mut self, name: &str, parameter: &Value) -> Option<Parameter> {
        let members = self.object(parameter)?;
        let kind = self.member(members, "type", Self::kind);
        // Rules may refer to a parameter whose type is wrong: one problem of it is enough.
        self.scope.declare(name, kind.map_or(Type::Any, Type::of));
        let default = match members.get("default") {
            Some(value) => Some(self.at("default", |this| this.default(kind?, value))?),
            None => None,
        };
        Some(Parameter {
            kind: kind?,
            built_in: members
                .get("builtIn")
                .and_then(Value::as_str)
                .and_then(endpoint::built_in),
            // With a default there is always a value.
            required: members.get("required") == Some(&Value::Bool(true)) && default.is_none(),
            default,
        })
    }

    /// The models write these names in lower and in upper case.
    fn kind(&mut self, kind: &Value) -> Option<ParameterKind> {
        match self.string(kind)? {
            "boolean" | "Boolean" => Some(ParameterKind::Boolean),
            "string" | "String" => Some(ParameterKind::String),
            "stringArray" | "StringArray" => Some(ParameterKind::StringArray),
            unknown => self.problem(format!(
                "`{unknown}` is no type of a parameter; `string`, `boolean` and `stringArray` are"
            )),
        }
    }

    /// A default is taken as it is: it is no template.
    fn default(&mut self, kind: ParameterKind, value: &Value) -> Option<Expr> {
        let text = |value: &Value| value.as_str().map(|text| Expr::Text(text.to_owned()));
        let lowered = match kind {
            ParameterKind::Boolean => value.as_bool().map(Expr::Boolean),
            ParameterKind::String => text(value),
            ParameterKind::StringArray => value
                .as_array()
                .and_then(|items| items.iter().map(text).collect::<Option<_>>())
                .map(Expr::List),
        };
        lowered.or_else(|| self.problem("this default is not of the parameter's type"))
    }
}
