//! What a `smithy-build.json` says of the files of its project. It is JSON, but may have comments, and so is a
//! value of Smithy IDL.
//!
//! <https://smithy.io/2.0/guides/smithy-build-json.html>

use std::ops::Range;
use std::sync::Arc;

use super::fault::Fault;
use super::parser;
use super::syntax::{Entry, Node, NodeValue, Span};
use crate::diagnostic::{Code, Diagnostic, Source};

/// What is read of it.
#[derive(Debug, Default)]
pub(in crate::model) struct Build {
    /// Whether it says where its models are.
    pub(in crate::model) has_sources: bool,
    /// The files and folders of its models and of those that these need, and where each is named.
    pub(in crate::model) paths: Vec<(String, Range<usize>)>,
    /// How many packages it asks Maven for.
    pub(in crate::model) packages: usize,
}

/// Reads one, with what a projection has of its own where one is named. What a projection makes of its models is
/// for others.
pub(in crate::model) fn read_build(
    source: &Arc<Source>,
    projection: Option<&str>,
) -> Result<Build, Diagnostic> {
    let node = parser::value(source.text()).map_err(|fault| fault.in_file(source))?;
    let entries = object(&node, source)?;
    let mut build = Build::default();
    let mut projections: &[Entry<'_>] = &[];
    for Entry { key, value, .. } in entries {
        match &**key {
            "sources" => {
                build.has_sources = true;
                paths(value, source, &mut build.paths)?;
            }
            "imports" => paths(value, source, &mut build.paths)?,
            "maven" => build.packages = packages(value),
            "projections" => projections = object(value, source)?,
            _ => {}
        }
    }
    if let Some(name) = projection {
        for Entry { key, value, .. } in object(named(name, projections, &node, source)?, source)? {
            if ["sources", "imports"].contains(&&**key) {
                paths(value, source, &mut build.paths)?;
            }
        }
    }
    Ok(build)
}

fn object<'n, 't>(node: &'n Node<'t>, source: &Arc<Source>) -> Result<&'n [Entry<'t>], Diagnostic> {
    match &node.value {
        NodeValue::Object(entries) => Ok(entries),
        _ => Err(wrong(node, "an object", source)),
    }
}

/// The projection of this name.
fn named<'n, 't>(
    name: &str,
    projections: &'n [Entry<'t>],
    whole: &Node<'_>,
    source: &Arc<Source>,
) -> Result<&'n Node<'t>, Diagnostic> {
    if let Some(found) = projections.iter().find(|entry| entry.key == name) {
        return Ok(&found.value);
    }
    let known: Vec<String> = projections
        .iter()
        .map(|entry| format!("`{}`", entry.key))
        .collect();
    let help = match known.as_slice() {
        [] => "leave out what is behind `#`: it has no projections".to_owned(),
        known => format!("name one of {}", known.join(", ")),
    };
    let message = format!("there is no projection `{name}`");
    let start = Span {
        end: whole.span.start + 1,
        ..whole.span
    };
    let span = projections.first().map_or(start, |first| first.span);
    Err(Fault::new(Code::NotAModel, span, message, help).in_file(source))
}

fn paths(
    value: &Node<'_>,
    source: &Arc<Source>,
    paths: &mut Vec<(String, Range<usize>)>,
) -> Result<(), Diagnostic> {
    let NodeValue::List(items) = &value.value else {
        return Err(wrong(value, "a list of paths", source));
    };
    for item in items {
        let NodeValue::Text(path) = &item.value else {
            return Err(wrong(item, "a path", source));
        };
        paths.push((path.to_string(), item.span.range()));
    }
    Ok(())
}

fn packages(maven: &Node<'_>) -> usize {
    let NodeValue::Object(entries) = &maven.value else {
        return 0;
    };
    let dependencies = entries.iter().find(|entry| entry.key == "dependencies");
    match dependencies.map(|entry| &entry.value.value) {
        Some(NodeValue::List(items)) => items.len(),
        _ => 0,
    }
}

fn wrong(node: &Node<'_>, wanted: &str, source: &Arc<Source>) -> Diagnostic {
    let message = format!("a `smithy-build.json` has {wanted} here");
    let help = "compare it with https://smithy.io/2.0/guides/smithy-build-json.html";
    Fault::new(Code::NotAModel, node.span, message, help).in_file(source)
}
