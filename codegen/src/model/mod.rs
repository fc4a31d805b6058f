//! The Smithy model as it is: shapes, members and traits, with nothing decided about Rust.
//!
//! [`load`] reads files of Smithy IDL and of the JSON AST, merges them, resolves mixins, upgrades Smithy 1.0 and
//! checks the result. It collects every problem that it finds before it reports.

mod ast;
mod botocore;
mod check;
mod define;
mod draft;
mod elision;
mod export;
mod files;
mod folder;
mod foreign;
mod idl;
mod json_ast;
mod json_fault;
mod json_places;
mod keyed;
mod merge;
mod mixins;
mod ordered;
mod prelude;
mod project;
mod read;
mod rivals;
mod shape;
mod shape_id;
mod sources;
pub mod traits;
mod unknown_keys;
mod unpacked;
mod upgrade;
mod value_name;
mod written;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
pub use export::Ast;
pub use shape::{Member, Operation, Resource, Service, Shape, ShapeKind};
pub use shape_id::{InvalidShapeId, ShapeId};
pub use sources::Sources;
pub use traits::{Trait, Traits};

/// A model: the shapes of all its files. Shapes of Smithy's prelude are there too, without
/// being listed.
#[derive(Debug, Default)]
pub struct Model {
    shapes: BTreeMap<ShapeId, Shape>,
    metadata: BTreeMap<String, Value>,
    sources: Sources,
    warnings: Diagnostics,
}

impl Model {
    /// The shape with this id, which may be one of the prelude.
    #[must_use]
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id).or_else(|| prelude::shape(id))
    }

    /// The member with this id.
    #[must_use]
    pub fn member(&self, id: &ShapeId) -> Option<&Member> {
        self.shape(&id.without_member())?.member(id.member()?)
    }

    /// The shape that a member's values are of.
    #[must_use]
    pub fn target(&self, member: &Member) -> Option<&Shape> {
        self.shape(&member.target)
    }

    /// All shapes that the files define, sorted by id.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values()
    }

    /// All services, sorted by id.
    pub fn services(&self) -> impl Iterator<Item = (&Shape, &Service)> {
        self.shapes().filter_map(|shape| match &shape.kind {
            ShapeKind::Service(service) => Some((shape, service)),
            _ => None,
        })
    }

    /// What the files say about the model as a whole.
    #[must_use]
    pub fn metadata(&self) -> &BTreeMap<String, Value> {
        &self.metadata
    }

    /// The files, to find places in.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// What is in the files and hardly meant: traits and keys whose names differ by a slip from those
    /// that mean something.
    #[must_use]
    pub fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }

    /// A problem with a shape or member of this model, placed where these keys lead to within
    /// its definition, e.g. `["traits", "smithy.api#http"]`.
    #[must_use]
    pub fn problem(
        &self,
        code: Code,
        id: &ShapeId,
        keys: &[&str],
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, message)
            .shape(id)
            .at(self.sources.locate(id, keys))
    }
}

/// Loads the model that these files are together. A folder stands for all models in it, and the
/// `smithy-build.json` of a project, or the folder that it is in, for its sources and imports.
///
/// # Errors
/// Everything that is wrong with the files or with the model.
pub fn load<P: AsRef<Path>>(paths: &[P]) -> Result<Model, Diagnostics> {
    load_partly(paths).sound()
}

/// The same, with as much of a model as there is where something is wrong.
pub(crate) fn load_partly<P: AsRef<Path>>(paths: &[P]) -> Loaded {
    let mut problems = Vec::new();
    let mut warnings = Vec::new();
    let texts = files::texts(paths, &mut problems, &mut warnings);
    build(texts, problems, warnings)
}

/// Makes a model of these texts, each given with a name for messages.
///
/// # Errors
/// Everything that is wrong with the texts or with the model.
pub fn parse<N: Into<String>, T: Into<String>>(
    files: impl IntoIterator<Item = (N, T)>,
) -> Result<Model, Diagnostics> {
    build(files, Vec::new(), Vec::new()).sound()
}

/// What came of loading a model.
pub(crate) struct Loaded {
    /// What could be read; `None` where a file was no model at all. With problems it may lack shapes, and
    /// is good for looking up names alone.
    pub(crate) model: Option<Model>,
    /// Everything that is wrong.
    pub(crate) problems: Vec<Diagnostic>,
}

impl Loaded {
    /// The model, where nothing is wrong.
    pub(crate) fn sound(self) -> Result<Model, Diagnostics> {
        match self.model {
            Some(model) if self.problems.is_empty() => Ok(model),
            _ => Err(self.problems.into()),
        }
    }
}

/// The JSON AST 2.0 that these files are together: merged, with names resolved and mixins kept.
///
/// # Errors
/// Everything that is wrong with the files. What is wrong with the model that they make is told by [`load`].
pub fn ast<P: AsRef<Path>>(paths: &[P]) -> Result<Ast, Diagnostics> {
    let (mut problems, mut warnings) = (Vec::new(), Vec::new());
    let texts = files::texts(paths, &mut problems, &mut warnings);
    ast_with(texts, problems, warnings)
}

/// The same of texts, each given with a name for messages.
///
/// # Errors
/// As [`ast()`].
pub fn ast_of<N: Into<String>, T: Into<String>>(
    files: impl IntoIterator<Item = (N, T)>,
) -> Result<Ast, Diagnostics> {
    ast_with(files, Vec::new(), Vec::new())
}

fn ast_with<N: Into<String>, T: Into<String>>(
    files: impl IntoIterator<Item = (N, T)>,
    mut problems: Vec<Diagnostic>,
    mut warnings: Vec<Diagnostic>,
) -> Result<Ast, Diagnostics> {
    let sources = sources::of_files(files);
    match merged(&sources, &mut warnings, &mut problems) {
        Some(mut merged) if problems.is_empty() => {
            upgrade::for_ast(&mut merged.drafts);
            Ok(export::ast(&merged, warnings.into()))
        }
        _ => Err(problems.into()),
    }
}

fn build<N: Into<String>, T: Into<String>>(
    files: impl IntoIterator<Item = (N, T)>,
    mut problems: Vec<Diagnostic>,
    mut warnings: Vec<Diagnostic>,
) -> Loaded {
    let sources = sources::of_files(files);
    let Some(mut merged) = merged(&sources, &mut warnings, &mut problems) else {
        return Loaded {
            model: None,
            problems,
        };
    };
    check::drafts(&merged, &sources, &mut problems);
    mixins::resolve(&mut merged, &sources, &mut problems);
    upgrade::upgrade(&mut merged.drafts);

    let drafts = merged.drafts.into_values();
    let shapes = drafts.filter_map(|draft| {
        let shape = draft.finish(&sources, &mut problems)?;
        Some((shape.id.clone(), shape))
    });
    let mut model = Model {
        shapes: shapes.collect(),
        metadata: merged.metadata,
        sources,
        warnings: Diagnostics::default(),
    };
    check::model(&model, &mut problems);
    if problems.is_empty() {
        warnings.extend(check::warnings(&model));
        model.warnings = warnings.into();
    }
    Loaded {
        model: Some(model),
        problems,
    }
}

/// What the files say together; `None` where one of them was no model at all.
fn merged(
    sources: &Sources,
    warnings: &mut Vec<Diagnostic>,
    problems: &mut Vec<Diagnostic>,
) -> Option<merge::Merged> {
    let (written, all_read) = read::all(sources, problems);
    if !all_read {
        // What the lost file defines would seem to be missing everywhere else.
        return None;
    }
    let rivals = rivals::of(&written, sources);
    let before = problems.len();
    let merger = merge::Merger {
        sources,
        problems,
        merged: merge::Merged::default(),
    };
    let mut merged = merger.merge(written, warnings);
    let differ = problems.len() > before;
    let mut told = rivals
        .iter()
        .filter(|rivals| differ || !rivals.have_one_id())
        .peekable();
    if told.peek().is_some() {
        problems.truncate(before);
        problems.extend(told.map(|rivals| rivals.problem(sources)));
        return None;
    }
    elision::resolve(&mut merged, sources, problems);
    Some(merged)
}
