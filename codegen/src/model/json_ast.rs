//! Reads a file of the JSON AST: its definitions, the traits that it applies to shapes of other
//! files, and its metadata. A definition that cannot be read costs only itself.
//!
//! <https://smithy.io/2.0/spec/json-ast.html>

use std::ops::Range;
use std::sync::Arc;

use serde_json::value::RawValue;

use super::ast::{Ast, Definition};
use super::foreign::{self, Foreign};
use super::json_fault::{self, character, reason, too_deep};
use super::json_places::{Places, key_before, span_in};
use super::shape_id::ShapeId;
use super::sources::{Origin, Sources, Version};
use super::written::Written;
use crate::diagnostic::{Code, Diagnostic, Place, Source};
use crate::limits::is_too_deep;

/// Reads a file, by its index; `None` where it is not a model.
pub(super) fn read(
    source: &Arc<Source>,
    file: usize,
    sources: &Sources,
    problems: &mut Vec<Diagnostic>,
) -> Option<Written> {
    let (version, ast) = match ast(source) {
        Ok(read) => read,
        Err(problem) => {
            problems.push(foreign_file(source).unwrap_or(problem));
            return None;
        }
    };
    sources.set_places(file, Places::default());
    let mut written = Written {
        metadata: ast.metadata,
        ..Written::default()
    };
    for (id, raw) in ast.shapes.0 {
        let mut reader = EntryReader {
            source,
            sources,
            problems,
            origin: Origin {
                file,
                span: span_in(source.text(), raw),
                version,
            },
        };
        reader.read(&id, raw, &mut written);
    }
    Some(written)
}

/// What a model may be written in.
const NOTATIONS: &str = "give a model in Smithy's JSON AST, a service of botocore, or Smithy IDL in a file that ends in \
                         `.smithy`";

/// The whole file, of which no shape is looked at yet.
fn ast(source: &Arc<Source>) -> Result<(Version, Ast<'_>), Diagnostic> {
    let text = source.text();
    if text.trim_ascii_start().starts_with('[') {
        // `serde` would take the items of a list for the fields of a structure.
        let message = format!("`{}` is not a Smithy model: it is a list", source.name());
        return Err(whole_file(Code::NotAModel, message).at(character(source, 0)));
    }
    let ast = serde_json::from_str::<Ast<'_>>(text).map_err(|error| {
        let problem = json_fault::of_file(source, &error, "is not a Smithy model");
        match problem.code() {
            Code::BeyondLimit => problem,
            _ => problem.help(NOTATIONS),
        }
    })?;
    Ok((version(source, ast.smithy)?, ast))
}

/// A file that is known for something else.
fn foreign_file(source: &Arc<Source>) -> Option<Diagnostic> {
    let Foreign { what, help } = foreign::text(source.text())?;
    let message = format!(
        "`{}` is {what}, and no Smithy model in the JSON AST",
        source.name()
    );
    let problem = Diagnostic::new(Code::NotAModel, message).help(help);
    Some(problem.at(character(source, 0)))
}

fn version(source: &Arc<Source>, smithy: Option<&RawValue>) -> Result<Version, Diagnostic> {
    let name = source.name();
    let Some(raw) = smithy else {
        let message = format!("`{name}` is not a Smithy model: it has no `smithy` version");
        return Err(whole_file(Code::NotAModel, message).at(character(source, 0)));
    };
    match raw.get().trim_matches('"') {
        "1" | "1.0" => Ok(Version::V1),
        // Point releases add to the language and take nothing away.
        version if version == "2" || version.starts_with("2.") => Ok(Version::V2),
        version => {
            let message = format!("`{name}` is written for Smithy {version}, which is not known");
            let place = Place::new(source.clone(), span_in(source.text(), raw));
            Err(Diagnostic::new(Code::NotAModel, message)
                .at(place)
                .help("give a model for Smithy 1.0 or 2.x"))
        }
    }
}

fn whole_file(code: Code, message: String) -> Diagnostic {
    Diagnostic::new(code, message).help(NOTATIONS)
}

/// Reads one entry of `shapes`.
struct EntryReader<'a> {
    source: &'a Arc<Source>,
    sources: &'a Sources,
    problems: &'a mut Vec<Diagnostic>,
    origin: Origin,
}

impl EntryReader<'_> {
    fn read(&mut self, id: &str, raw: &RawValue, written: &mut Written) {
        let id: ShapeId = match id.parse() {
            Ok(id) => id,
            Err(error) => {
                let problem = Diagnostic::new(Code::InvalidShapeId, format!("{error}"))
                    .at(Place::new(self.source.clone(), self.key()))
                    .help("write it as `namespace#Name`");
                return self.problems.push(problem);
            }
        };
        let definition: Definition = match serde_json::from_str(raw.get()) {
            Ok(definition) => definition,
            Err(error) => {
                self.problems.push(self.malformed(&id, raw, &error));
                written.unread.insert(id);
                return;
            }
        };
        let origin = self.origin.clone();
        written.add(id, definition, origin, self.sources, self.problems);
    }

    fn malformed(&self, id: &ShapeId, raw: &RawValue, error: &serde_json::Error) -> Diagnostic {
        let offset = Source::offset(raw.get(), error.line(), error.column());
        let place = character(self.source, self.origin.span.start + offset);
        if is_too_deep(error) {
            let what = format!("the definition of `{}`", id.name());
            return too_deep(&what).shape(id).at(place);
        }
        let message = format!(
            "the definition of `{}` cannot be read: {}",
            id.name(),
            reason(error)
        );
        Diagnostic::new(Code::MalformedDefinition, message)
            .shape(id)
            .at(place)
            .help("see https://smithy.io/2.0/spec/json-ast.html for the form of each type")
    }

    /// The entry's key in the text.
    fn key(&self) -> Range<usize> {
        let span = &self.origin.span;
        key_before(self.source.text(), span.start).unwrap_or_else(|| span.clone())
    }
}
