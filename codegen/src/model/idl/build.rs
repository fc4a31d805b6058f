//! What a `smithy-build.json` says of the files of its project. It is JSON, but may have comments, and so is a
//! value of Smithy IDL.
//!
//! <https://smithy.io/2.0/guides/smithy-build-json.html>

use std::ops::Range;
use std::sync::Arc;

use super::fault::Fault;
use super::parser;
use super::syntax::{Entry, Node, NodeValue};
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

/// Reads one.
pub(in crate::model) fn read_build(source: &Arc<Source>) -> Result<Build, Diagnostic> {
    let node = parser::value(source.text()).map_err(|fault| fault.in_file(source))?;
    let NodeValue::Object(entries) = &node.value else {
        return Err(wrong(&node, "an object", source));
    };
    let mut build = Build::default();
    for Entry { key, value, .. } in entries {
        match &**key {
            "sources" => {
                build.has_sources = true;
                paths(value, source, &mut build.paths)?;
            }
            "imports" => paths(value, source, &mut build.paths)?,
            "maven" => build.packages = packages(value),
            // What is made of the models, and how, is for others.
            _ => {}
        }
    }
    Ok(build)
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
