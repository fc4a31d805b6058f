//! What operations put before the host of their service's endpoint.
//!
//! <https://smithy.io/2.0/spec/endpoint-traits.html>

use crate::ir::{HostPart, Structure};
use crate::model::Shape;
use crate::model::traits::Endpoint;

/// The parts of an operation's host prefix; none where it has no prefix.
pub(super) fn of(operation: &Shape, input: &Structure) -> Vec<HostPart> {
    match operation.traits.get::<Endpoint>() {
        Some(endpoint) => parts(&endpoint.host_prefix, input),
        None => Vec::new(),
    }
}

/// The parts of a prefix such as `data-{name}.`.
fn parts(mut rest: &str, input: &Structure) -> Vec<HostPart> {
    let mut parts = Vec::new();
    while let Some((text, label, behind)) = next_label(rest) {
        parts.push(HostPart::Text(text.to_owned()));
        let mut members = input.members.iter();
        match members.find(|member| member.id.member() == Some(label)) {
            Some(member) => parts.push(HostPart::Label {
                member: member.name.clone(),
                wire_name: member.wire_name.clone(),
                optional: member.optional,
            }),
            None => parts.push(HostPart::Text(format!("{{{label}}}"))),
        }
        rest = behind;
    }
    parts.push(HostPart::Text(rest.to_owned()));
    parts.retain(|part| *part != HostPart::Text(String::new()));
    parts
}

/// What stands before the next label, its name, and what stands behind it.
fn next_label(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (label, behind) = rest.split_once('}')?;
    Some((before, label, behind))
}
