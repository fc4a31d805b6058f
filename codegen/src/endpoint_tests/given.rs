//! The parameters that a test gives: by name, or as the call of an operation.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::ir;
use crate::lower::jmespath::{self, Expression};
use crate::model::traits::{
    ContextParam, EndpointOperationInput, OperationContextParams, StaticContextParams,
};
use crate::model::{Model, Operation, Shape, ShapeKind};
use crate::support::endpoint::{self, Parameters};

/// Parameters by their names.
///
/// # Errors
/// Where a value is one that no parameter can have.
pub(super) fn by_name(params: &BTreeMap<String, Value>) -> Result<Parameters<'static>, String> {
    let mut parameters = Parameters::new();
    for (name, value) in params {
        put(&mut parameters, name.clone(), value)?;
    }
    Ok(parameters)
}

/// The operations of a service, whose inputs are turned into parameters.
pub(super) struct Calls<'m> {
    model: &'m Model,
    service: &'m Shape,
}

impl<'m> Calls<'m> {
    pub(super) fn new(model: &'m Model, service: &'m Shape) -> Self {
        Self { model, service }
    }

    /// The operation of this name, of those that the service can be generated with or without.
    fn operation(&self, name: &str) -> Option<&'m Shape> {
        let operations = self.model.shapes();
        let mut operations = operations.filter(|shape| {
            matches!(shape.kind, ShapeKind::Operation(_))
                && shape.id.name() == name
                && shape.id.namespace() == self.service.id.namespace()
        });
        operations.next()
    }

    /// What a call says to the rules: the model's bindings, followed on the input as it is.
    pub(super) fn parameters(
        &self,
        call: &EndpointOperationInput,
        params: &BTreeMap<String, Value>,
    ) -> Result<Parameters<'static>, String> {
        let shape = self.operation(&call.operation_name);
        let unknown = || format!("there is no operation `{}`", call.operation_name);
        let shape = shape.ok_or_else(unknown)?;
        let mut parameters = known_to_client(&call.with_client_of(&self.service.traits, params))?;
        let input = Value::Object(call.operation_params.clone());
        let paths = shape.traits.get::<OperationContextParams>();
        for (name, param) in paths.into_iter().flat_map(|bound| bound.0) {
            let found = part(&jmespath::parse(&param.path)?, &input);
            put(&mut parameters, name, &found)?;
        }
        let ShapeKind::Operation(Operation { input: id, .. }) = &shape.kind else {
            return Err(unknown());
        };
        let members = self.model.shape(id).into_iter().flat_map(Shape::members);
        for member in members {
            if let Some(ContextParam { name }) = member.traits.get() {
                put(&mut parameters, name, &input[&member.name])?;
            }
        }
        let fixed = shape.traits.get::<StaticContextParams>();
        for (name, param) in fixed.into_iter().flat_map(|bound| bound.0) {
            put(&mut parameters, name, &param.value)?;
        }
        Ok(parameters)
    }
}

fn known_to_client(call: &EndpointOperationInput) -> Result<Parameters<'static>, String> {
    let mut parameters = Parameters::new();
    for (name, value) in &call.client_params {
        if let Some(value) = parameter(value)? {
            parameters = parameters.client(name.clone(), value);
        }
    }
    for (name, value) in &call.built_in_params {
        let unknown = || format!("there is no built-in parameter `{name}`");
        let built_in = ir::endpoint::built_in(name).ok_or_else(unknown)?;
        if let Some(value) = parameter(value)? {
            parameters = parameters.built_in(built_in, value);
        }
    }
    Ok(parameters)
}

fn put(parameters: &mut Parameters<'static>, name: String, value: &Value) -> Result<(), String> {
    if let Some(value) = parameter(value)? {
        parameters.put(name, value);
    }
    Ok(())
}

/// A value as a parameter; `None` where there is none. What is missing in a list is left out.
fn parameter(value: &Value) -> Result<Option<endpoint::Value<'static>>, String> {
    Ok(Some(match value {
        Value::Null => return Ok(None),
        Value::Bool(value) => (*value).into(),
        Value::String(text) => text.clone().into(),
        Value::Array(items) => {
            let items = items.iter().filter_map(Value::as_str);
            items.map(str::to_owned).collect::<Vec<_>>().into()
        }
        other => return Err(format!("no parameter can be {other}")),
    }))
}

/// The part of a value that an expression points at; null where there is none.
fn part(expression: &Expression, value: &Value) -> Value {
    use jmespath::Projection;
    match expression {
        Expression::Current => value.clone(),
        Expression::Field(name) => value[name].clone(),
        Expression::Then(first, second) => match part(first, value) {
            Value::Null => Value::Null,
            value => part(second, &value),
        },
        Expression::List(several) if !value.is_null() => {
            several.iter().map(|one| part(one, value)).collect()
        }
        Expression::Call(name, arguments) if name == "keys" => match arguments.as_slice() {
            [of] => match part(of, value) {
                Value::Object(members) => members.into_iter().map(|(name, _)| name).collect(),
                _ => Value::Null,
            },
            _ => Value::Null,
        },
        Expression::Project {
            of,
            projection,
            each,
        } => {
            let found = match (projection, part(of, value)) {
                (Projection::Items, Value::Array(items)) => items,
                (Projection::Values, Value::Object(members)) => {
                    members.into_iter().map(|(_, value)| value).collect()
                }
                (Projection::Flattened, Value::Array(items)) => {
                    items.into_iter().flat_map(own).collect()
                }
                _ => return Value::Null,
            };
            let each = found.iter().map(|value| part(each, value));
            each.filter(|value| !value.is_null()).collect()
        }
        _ => Value::Null,
    }
}

/// The items of a list, or a value that is none.
fn own(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        value => vec![value],
    }
}
