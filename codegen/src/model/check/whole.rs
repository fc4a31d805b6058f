//! Shapes make sense when all their traits and members are known.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;
use crate::model::shape::{Member, Shape, ShapeKind};
use crate::model::shape_id::ShapeId;
use crate::model::traits::{
    EnumValue, Error, HttpHeader, HttpLabel, HttpPrefixHeaders, HttpQuery, HttpQueryParams,
    HttpResponseCode, JsonName, Trait,
};

/// Checks all shapes.
pub(super) fn check(model: &Model, problems: &mut Vec<Diagnostic>) {
    for shape in model.shapes() {
        member_names(model, shape, problems);
        json_names(model, shape, problems);
        match &shape.kind {
            ShapeKind::Operation(operation) => errors(model, shape, &operation.errors, problems),
            ShapeKind::Service(service) => errors(model, shape, &service.errors, problems),
            ShapeKind::Enum { members } => {
                enum_values(model, members, "a string", problems);
                equal_values(model, members, problems);
            }
            ShapeKind::IntEnum { members } => {
                enum_values(model, members, "an integer", problems);
                equal_values(model, members, problems);
            }
            _ => {}
        }
    }
}

/// Names that differ in case alone are let through, although Smithy would not have them: there
/// are models with such names, and they can be told apart.
fn member_names(model: &Model, shape: &Shape, problems: &mut Vec<Diagnostic>) {
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for member in shape.members() {
        if taken.insert(&member.name) {
            continue;
        }
        let message = format!(
            "`{}` has the member `{}` twice",
            shape.id.name(),
            member.name
        );
        let problem = model.problem(Code::DuplicateMember, &member.id, &[], message);
        problems.push(problem.help("leave one of them out, or give it another name"));
    }
}

/// Two members that JSON calls the same: nobody could say which of them a value is of.
///
/// <https://smithy.io/2.0/spec/protocol-traits.html#jsonname-trait>
fn json_names(model: &Model, shape: &Shape, problems: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<String, &Member> = BTreeMap::new();
    // Those without the trait are called as they always were, so that the others give way.
    let named = |member: &&Member| member.traits.has::<JsonName>();
    let (named, unnamed): (Vec<&Member>, Vec<&Member>) = shape.members().partition(named);
    for member in unnamed {
        taken.insert(member.name.clone(), member);
    }
    for member in named {
        let Some(JsonName(name)) = member.traits.get() else {
            continue;
        };
        let Some(other) = taken.get(&name).copied() else {
            taken.insert(name, member);
            continue;
        };
        // What is in the path or in a header has no name in JSON.
        let is_elsewhere = is_bound(member) || is_bound(other);
        if is_elsewhere && !is_within_another(model, &shape.id) {
            if is_bound(other) {
                taken.insert(name, member);
            }
            continue;
        }
        let message = format!(
            "JSON calls two members of `{}` by the name `{name}`: `{}` and `{}`",
            shape.id.name(),
            other.name,
            member.name
        );
        let keys = ["traits", JsonName::ID];
        let problem = model.problem(Code::DuplicateName, &member.id, &keys, message);
        problems.push(problem.help("give one of them another `smithy.api#jsonName`"));
    }
}

/// Whether a member of an input, an output or an error is in another place of the message than its body.
fn is_bound(member: &Member) -> bool {
    let traits = &member.traits;
    traits.has::<HttpLabel>()
        || traits.has::<HttpHeader>()
        || traits.has::<HttpPrefixHeaders>()
        || traits.has::<HttpQuery>()
        || traits.has::<HttpQueryParams>()
        || traits.has::<HttpResponseCode>()
}

/// Whether values of a shape are within others, where all members are in the body.
fn is_within_another(model: &Model, id: &ShapeId) -> bool {
    let mut members = model.shapes().flat_map(Shape::members);
    members.any(|member| member.target == *id)
}

fn errors(model: &Model, shape: &Shape, errors: &[ShapeId], problems: &mut Vec<Diagnostic>) {
    for (index, id) in errors.iter().enumerate() {
        // What is not even a structure has been reported with all wrong targets.
        let lacks_trait = model.shape(id).is_some_and(|error| {
            let is_structure = matches!(error.kind, ShapeKind::Structure { .. });
            is_structure && !error.traits.has::<Error>()
        });
        if !lacks_trait {
            continue;
        }
        let keys = ["errors", &index.to_string(), "target"];
        let message = format!("`{id}` is not an error: it lacks the trait `smithy.api#error`");
        let problem = model.problem(Code::WrongTarget, &shape.id, &keys, message);
        problems.push(problem.help("add the trait with the value `client` or `server`"));
    }
}

fn enum_values(model: &Model, members: &[Member], wanted: &str, problems: &mut Vec<Diagnostic>) {
    for member in members {
        let message = match member.traits.get() {
            None => format!("`{}` has no value", member.name),
            Some(EnumValue(value)) => {
                let is_integer = value
                    .as_i64()
                    .is_some_and(|value| i32::try_from(value).is_ok());
                match wanted {
                    "a string" if value.is_string() => continue,
                    "an integer" if is_integer => continue,
                    _ => format!("the value of `{}` is not {wanted}", member.name),
                }
            }
        };
        let keys = ["traits", EnumValue::ID];
        let problem = model.problem(Code::InvalidTrait, &member.id, &keys, message);
        problems.push(problem.help(format!("give `smithy.api#enumValue` {wanted}")));
    }
}

/// Two members of an enum with one value: nobody could say which of them it is.
///
/// <https://smithy.io/2.0/spec/type-refinement-traits.html#enumvalue-trait>
fn equal_values(model: &Model, members: &[Member], problems: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<String, &Member> = BTreeMap::new();
    for member in members {
        let Some(EnumValue(value)) = member.traits.get() else {
            continue;
        };
        // `-0` is 0.
        let value = value.as_i64().map_or(value, Value::from).to_string();
        let Some(other) = taken.get(&value) else {
            taken.insert(value, member);
            continue;
        };
        let message = format!(
            "`{}` and `{}` have the same value {value}",
            other.name, member.name
        );
        let keys = ["traits", EnumValue::ID];
        let problem = model.problem(Code::DuplicateName, &member.id, &keys, message);
        problems.push(problem.help("leave one of them out, or give it another value"));
    }
}
