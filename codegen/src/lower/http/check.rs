//! Checks that every message of the chosen operations can be made as its bindings say.

use super::uri::{self, Pattern};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Binding, StructureKind};
use crate::lower::WireRules;
use crate::lower::structures::{Member, Structures};
use crate::model::traits::{Http, HttpLabel, Trait};
use crate::model::{Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

/// Checks the bindings of the chosen operations, where their protocol has any.
///
/// # Errors
/// All bindings that no message can have.
pub(in crate::lower) fn check(
    model: &Model,
    selection: &Selection<'_>,
    rules: &WireRules,
    structures: &Structures<'_>,
) -> Result<(), Vec<Diagnostic>> {
    let mut problems = Vec::new();
    if !rules.has_bindings() {
        return Ok(());
    }
    for (shape, operation) in super::super::chosen_operations(selection) {
        let input = structures.get(&operation.input, StructureKind::Input);
        let input = input.unwrap_or_default();
        problems.extend(request(model, shape, input));
    }
    for members in structures.messages() {
        problems.extend(payload(model, members));
        problems.extend(members.iter().filter_map(|member| target(model, member)));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn problem(model: &Model, id: &ShapeId, keys: &[&str], message: String) -> Diagnostic {
    model.problem(Code::InvalidHttpBinding, id, keys, message)
}

/// What is wrong with the method and the URI of an operation.
fn request(model: &Model, operation: &Shape, input: &[Member<'_>]) -> Vec<Diagnostic> {
    let name = operation.id.name();
    let Some(http) = operation.traits.get::<Http>() else {
        let message = format!("`{name}` has no `{}`, which its protocol needs", Http::ID);
        let problem = problem(model, &operation.id, &[], message);
        return vec![problem.help("say with that trait which method and URI its requests have")];
    };
    let mut problems = Vec::new();
    let at = |message| problem(model, &operation.id, &["traits", Http::ID], message);
    if !is_method(&http.method) {
        let message = format!(
            "`{name}` has a method that HTTP cannot have: `{}`",
            http.method
        );
        problems.push(at(message).help("give it a word such as `GET` or `PUT`"));
    }
    match uri::parse(&http.uri) {
        Ok(pattern) => problems.extend(labels(model, operation, &pattern, input)),
        Err(reason) => {
            let message = format!("the URI of `{name}` is none: {reason}");
            problems.push(at(message).help("write it as `/shelves/{shelf}?list-type=2`"));
        }
    }
    problems
}

/// Whether a text is a word, as methods are.
fn is_method(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}

/// Labels of the URI without a member, and members without a label.
fn labels(
    model: &Model,
    operation: &Shape,
    pattern: &Pattern<'_>,
    input: &[Member<'_>],
) -> Vec<Diagnostic> {
    let members = input.iter();
    let members = members.filter(|member| member.binding == Binding::Label);
    let members: Vec<_> = members.map(|member| member.model).collect();
    let name = operation.id.name();
    let mut problems = Vec::new();
    for label in pattern.labels() {
        if members.iter().all(|member| member.name != label) {
            let message = format!("the URI of `{name}` has the label `{label}`, its input has not");
            let problem = problem(model, &operation.id, &["traits", Http::ID], message);
            let help = format!(
                "give the input a member of that name with `{}`",
                HttpLabel::ID
            );
            problems.push(problem.help(help));
        }
    }
    for member in members {
        if pattern.labels().all(|label| label != member.name) {
            let message = format!("the URI of `{name}` has no label `{}`", member.name);
            let problem = problem(model, &member.id, &["traits", HttpLabel::ID], message);
            let help = format!(
                "put `{{{}}}` into the URI, or take the trait away",
                member.name
            );
            problems.push(problem.help(help));
        }
    }
    problems
}

/// Members that are in a body beside the one that is the whole body.
fn payload(model: &Model, members: &[Member<'_>]) -> Vec<Diagnostic> {
    let is_payload = |member: &&Member<'_>| matches!(member.binding, Binding::Payload(_));
    let Some(payload) = members.iter().find(is_payload) else {
        return Vec::new();
    };
    let payload = payload.model;
    let others = members.iter();
    let others = others.filter(|member| member.model.id != payload.id);
    let in_body = others
        .filter(|member| matches!(member.binding, Binding::Payload(_) | Binding::Body))
        .map(|member| member.model);
    let problems = in_body.map(|member| {
        let message = format!("`{}` is in a body that is `{}`", member.name, payload.name);
        let problem = problem(model, &member.id, &[], message);
        problem.help("bind it to a header, or take `smithy.api#httpPayload` from the other one")
    });
    problems.collect()
}

/// A member whose type cannot be where it is bound to.
fn target(model: &Model, decided: &Member<'_>) -> Option<Diagnostic> {
    let member = decided.model;
    let target = model.shape(&member.target)?;
    let (is_possible, place, takes) = match decided.binding {
        Binding::Body
        | Binding::Payload(_)
        | Binding::EventHeader
        | Binding::EventPayload(_)
        | Binding::Unsent => return None,
        Binding::Label => (is_simple(target), "the path", SIMPLE),
        Binding::Query(_) => (is_simple_or_list(model, target), "the query", LISTS),
        Binding::Header(_) => (is_simple_or_list(model, target), "a header", LISTS),
        Binding::QueryParams => (is_map(model, target, true), "the query", MAPS_OF_LISTS),
        Binding::PrefixHeaders(_) => (is_map(model, target, false), "headers", "maps of strings"),
        Binding::Status => (is_status(target), "the status", "integers"),
    };
    if is_possible {
        return None;
    }
    let type_ = target.kind.type_name();
    let message = format!("`{}` is bound to {place}, and is a {type_}", member.name);
    let problem = problem(model, &member.id, &["target"], message);
    Some(problem.help(format!("what can be bound so: {takes}")))
}

const SIMPLE: &str = "booleans, numbers, strings, enums and timestamps";
const LISTS: &str = "booleans, numbers, strings, enums, timestamps, and lists of them";
const MAPS_OF_LISTS: &str = "maps of strings, and of lists of strings";

/// Whether values of a shape are a text.
fn is_simple(shape: &Shape) -> bool {
    use ShapeKind as Kind;
    matches!(
        shape.kind,
        Kind::Boolean
            | Kind::Byte
            | Kind::Short
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::BigInteger
            | Kind::BigDecimal
            | Kind::String
            | Kind::Enum { .. }
            | Kind::IntEnum { .. }
            | Kind::Timestamp
    )
}

fn is_simple_or_list(model: &Model, shape: &Shape) -> bool {
    match &shape.kind {
        ShapeKind::List { member } => model.shape(&member.target).is_some_and(is_simple),
        _ => is_simple(shape),
    }
}

/// Whether a shape is a map of strings, or perhaps of lists of strings.
fn is_map(model: &Model, shape: &Shape, lists: bool) -> bool {
    let is_string = |id: &ShapeId| {
        let kind = model.shape(id).map(|shape| &shape.kind);
        matches!(kind, Some(ShapeKind::String | ShapeKind::Enum { .. }))
    };
    let ShapeKind::Map { value, .. } = &shape.kind else {
        return false;
    };
    let list = model.shape(&value.target).map(|shape| &shape.kind);
    match list {
        Some(ShapeKind::List { member }) if lists => is_string(&member.target),
        _ => is_string(&value.target),
    }
}

fn is_status(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Integer | ShapeKind::IntEnum { .. })
}
