//! What is in a model, for people who want to know before they generate.

mod lacking;

use std::fmt;

use miette::Diagnostic as _;

use crate::diagnostic::{Diagnostic, printable_line};
use crate::ir::auth::{is_supported, scheme};
use crate::lower::{self, customizations::Customizations};
use crate::model::traits::{AwsService, HttpChecksum};
use crate::model::{Model, Operation, Shape, ShapeId, ShapeKind};
use crate::protocol::{self, Wanted};
use crate::select::{self, Selection};

/// What there is to know about a service.
#[derive(Clone, Debug)]
pub struct Inspection {
    id: String,
    version: String,
    sdk_id: Option<String>,
    protocols: Vec<Listed>,
    auth: Vec<String>,
    other_auth: Vec<String>,
    checksums: Vec<String>,
    events: Vec<String>,
    operations: Vec<String>,
    left_out: Vec<String>,
    customizations: Vec<&'static str>,
    shapes: usize,
    lacking: Vec<String>,
    unsupported: Vec<String>,
}

/// A protocol that the service lists.
#[derive(Clone, Debug)]
struct Listed {
    id: String,
    fate: Fate,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// It is taken, since it is asked for.
    AskedFor,
    /// It is taken, since none is asked for.
    Default,
    /// It would be taken, were it asked for.
    Possible,
    /// Nothing generates it yet.
    Unsupported,
}

/// Looks at a service of a model, which is to speak this protocol, or its default.
pub fn service(model: &Model, service: &Shape, wanted: Option<&Wanted>) -> Inspection {
    let selection = select::select(model, Some(service.id.as_str()), None).ok();
    let selection = selection.as_ref();
    let protocol = protocol::choose(model, service, wanted);
    let taken = protocol.as_ref().map(|protocol| protocol.id()).ok();
    let listed = protocol::listed(model, service).into_iter();
    let protocols = listed.map(|one| Listed {
        id: one.id.to_owned(),
        fate: match (taken == Some(one.id), wanted) {
            (true, Some(_)) => Fate::AskedFor,
            (true, None) => Fate::Default,
            (false, _) if one.protocol.is_some() => Fate::Possible,
            (false, _) => Fate::Unsupported,
        },
    });
    Inspection {
        id: service.id.to_string(),
        version: selection
            .map_or_else(String::new, |selection| selection.service().version.clone()),
        sdk_id: service.traits.get::<AwsService>().map(|aws| aws.sdk_id),
        protocols: protocols.collect(),
        auth: auth(model, service),
        other_auth: selection.map_or_else(Vec::new, |selection| other_auth(model, selection)),
        checksums: selection.map_or_else(Vec::new, checksums),
        events: selection.map_or_else(Vec::new, |selection| events(model, selection)),
        operations: selection.map_or_else(Vec::new, operation_names),
        left_out: selection.map_or_else(Vec::new, left_out),
        customizations: Customizations::of_service(service).reasons().collect(),
        shapes: selection.map_or(0, |selection| selection.shapes.len()),
        lacking: selection.map_or_else(Vec::new, |selection| lacking::of(model, selection)),
        unsupported: protocol.err().iter().map(in_a_line).collect(),
    }
}

/// A problem, and what to do about it.
fn in_a_line(problem: &Diagnostic) -> String {
    match problem.help() {
        Some(help) => format!("{}; {help}", problem.message()),
        None => problem.message().to_owned(),
    }
}

/// The ways to authenticate, the best first.
fn auth(model: &Model, service: &Shape) -> Vec<String> {
    let schemes = lower::auth::of_service(model, service).unwrap_or_default();
    let name = lower::auth::signing_name(service).unwrap_or_default();
    let told = |scheme: String| match scheme.as_str() {
        scheme::SIGV4 | scheme::SIGV4A => format!("{scheme} as `{name}`"),
        scheme if is_supported(scheme) => scheme.to_owned(),
        scheme => format!("{scheme} (only as `Settings::auth_scheme` of your own)"),
    };
    schemes.into_iter().map(told).collect()
}

/// The operations that are authenticated in other ways than their service says.
fn other_auth(model: &Model, selection: &Selection<'_>) -> Vec<String> {
    let service = selection.service;
    let of_service = lower::auth::of_service(model, service).unwrap_or_default();
    let operations = selection.operations.iter();
    let others = operations.filter_map(|operation| {
        let schemes = lower::auth::of_operation(model, service, &of_service, operation);
        Some(format!(
            "{} by {}",
            operation.id.name(),
            schemes.ok()??.join(", ")
        ))
    });
    others.collect()
}

/// The operations whose messages carry checksums that their senders may choose.
fn checksums(selection: &Selection<'_>) -> Vec<String> {
    let of = |told: &str, has: fn(&HttpChecksum) -> bool| {
        let operations = selection.operations.iter();
        let those = operations.filter(|shape| shape.traits.get().is_some_and(|of| has(&of)));
        let names: Vec<&str> = those.map(|operation| operation.id.name()).collect();
        (!names.is_empty()).then(|| format!("{told} {}", names.join(", ")))
    };
    let told = [
        of("required in requests of", |of| {
            of.request_algorithm_member.is_some() && of.request_checksum_required
        }),
        of("possible in requests of", |of| {
            of.request_algorithm_member.is_some() && !of.request_checksum_required
        }),
        of("checked in responses of", |of| {
            of.request_validation_mode_member.is_some()
        }),
    ];
    told.into_iter().flatten().collect()
}

/// The operations whose messages are streams of events.
fn events(model: &Model, selection: &Selection<'_>) -> Vec<String> {
    let of = |told: &str, message: fn(&Operation) -> &ShapeId| {
        let operations = selection.operations.iter();
        let those = operations.filter(|shape| match &shape.kind {
            ShapeKind::Operation(operation) => {
                lower::events::of_message(model, message(operation)).is_some()
            }
            _ => false,
        });
        let names: Vec<&str> = those.map(|operation| operation.id.name()).collect();
        (!names.is_empty()).then(|| format!("{told} {}", names.join(", ")))
    };
    let told = [
        of("streamed in requests of", |operation| &operation.input),
        of("streamed in responses of", |operation| &operation.output),
    ];
    told.into_iter().flatten().collect()
}

fn operation_names(selection: &Selection<'_>) -> Vec<String> {
    selection
        .operations
        .iter()
        .map(|operation| operation.id.name().to_owned())
        .collect()
}

fn left_out(selection: &Selection<'_>) -> Vec<String> {
    let warnings = selection.left_out.iter();
    warnings
        .map(|warning| warning.message().to_owned())
        .collect()
}

impl Inspection {
    /// All that is told, a line each: what it is, and what the model says of it.
    fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = vec![("version", self.version.clone())];
        lines.extend(self.sdk_id.iter().map(|id| ("SDK id", id.clone())));
        lines.extend(self.protocols.iter().map(|Listed { id, fate }| {
            let note = match fate {
                Fate::AskedFor => "taken, as asked for",
                Fate::Default => "taken, the default",
                Fate::Possible => "can be asked for",
                Fate::Unsupported => "not supported yet",
            };
            ("protocol", format!("{id} ({note})"))
        }));
        let each = |label, texts: &[String]| {
            let texts = texts.iter().cloned();
            texts.map(move |text| (label, text)).collect::<Vec<_>>()
        };
        lines.extend(each("auth", &self.auth));
        lines.extend(each("auth of", &self.other_auth));
        lines.extend(each("checksums", &self.checksums));
        lines.extend(each("events", &self.events));
        lines.push(("shapes", self.shapes.to_string()));
        lines.push(("operations", self.operations.len().to_string()));
        lines.extend(each(OPERATION, &self.operations));
        let reasons = self.customizations.iter();
        lines.extend(reasons.map(|reason| ("customized", (*reason).to_owned())));
        lines.extend(each("lacking", &self.lacking));
        lines.extend(each("warning", &self.left_out));
        lines.extend(each(UNSUPPORTED, &self.unsupported));
        lines
    }
}

/// The label of an operation, which has none.
const OPERATION: &str = "";
/// The label of why nothing can be generated.
const UNSUPPORTED: &str = "cannot be generated:";

impl fmt::Display for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", printable_line(&self.id))?;
        for (label, text) in self.lines() {
            let text = printable_line(&text);
            match label {
                OPERATION => writeln!(f, "    {text}")?,
                UNSUPPORTED => writeln!(f, "  {label} {text}")?,
                label => writeln!(f, "  {label:<12}{text}")?,
            }
        }
        Ok(())
    }
}
