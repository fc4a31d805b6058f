//! Makes of a file what its JSON AST would say: names become absolute ids, and what IDL has shorter words for is
//! written out.

mod properties;
mod shape;
mod value;

use std::collections::{BTreeMap, btree_map};
use std::sync::Arc;

use serde_json::Value;

use super::fault::Fault;
use super::names::{self, Defined, Names};
use super::outline::{Key, Outline, Spot};
use super::syntax::{Apply, Entry, File, Name, Span};
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::model::ast::{Definition, Reference};
use crate::model::shape_id::ShapeId;
use crate::model::sources::{Origin, Sources, Version};
use crate::model::traits::merge_values;
use crate::model::written::{Elided, Written};

/// Lowers a file, by its index.
pub(in crate::model) fn lower(
    file: File<'_>,
    index: usize,
    source: &Arc<Source>,
    sources: &Sources,
    defined: &Defined,
    problems: &mut Vec<Diagnostic>,
) -> Written {
    let names = Names::of(&file, defined, source, problems);
    let mut lowering = Lowering {
        names: Names::of_metadata(defined),
        namespace: file.namespace,
        version: file.version,
        index,
        source,
        problems,
        outline: Outline::default(),
        definitions: Vec::new(),
        written: Written::default(),
    };
    lowering.written.metadata = lowering.metadata(file.metadata);
    lowering.names = names;
    for shape in file.shapes {
        lowering.shape(shape);
    }
    for apply in file.applies {
        lowering.apply(apply);
    }
    for name in file.unread {
        let id = format!("{}#{name}", file.namespace).parse();
        lowering.written.unread.extend(id);
    }
    let Lowering {
        outline,
        definitions,
        mut written,
        ..
    } = lowering;
    // What is wrong with a definition is placed by it.
    sources.set_places(index, outline);
    for (id, definition, origin) in definitions {
        written.add(id, definition, origin, sources, problems);
    }
    written
}

/// A file that is being lowered.
struct Lowering<'a, 'p> {
    names: Names<'a>,
    namespace: &'a str,
    version: Version,
    index: usize,
    source: &'p Arc<Source>,
    problems: &'p mut Vec<Diagnostic>,
    outline: Outline,
    definitions: Vec<(ShapeId, Definition, Origin)>,
    written: Written,
}

impl<'a> Lowering<'a, '_> {
    fn report(&mut self, fault: Fault) {
        self.problems.push(fault.in_file(self.source));
    }

    /// A problem of no other kind with what is written here.
    fn malformed(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.report(Fault::new(Code::MalformedDefinition, span, message, help));
    }

    fn origin(&self, span: Span) -> Origin {
        Origin {
            file: self.index,
            span: span.range(),
            version: self.version,
        }
    }

    /// Adds a definition, or what is applied to a shape.
    fn define(&mut self, id: ShapeId, definition: Definition, spot: Spot, span: Span) {
        self.outline.add(id.clone(), spot);
        let origin = self.origin(span);
        self.definitions.push((id, definition, origin));
    }

    /// The id that a name stands for.
    fn resolve(&mut self, name: Name<'_>) -> Option<String> {
        let id = self.names.resolve(name.text);
        if id.is_none() {
            self.report(names::invalid(name.text, name.span));
        }
        id
    }

    fn shape_id(&mut self, name: Name<'_>) -> Option<ShapeId> {
        let id = self.resolve(name)?.parse();
        let wrong = |_| names::invalid(name.text, name.span);
        id.map_err(wrong).map_err(|fault| self.report(fault)).ok()
    }

    fn references(&mut self, names: &[Name<'_>]) -> (Vec<Reference>, Vec<(Key, Spot)>) {
        let (mut references, mut spots) = (Vec::new(), Vec::new());
        for name in names {
            if let Some(target) = self.resolve(*name) {
                let index = references.len().to_string();
                spots.push((index.into(), Spot::new(name.span)));
                references.push(Reference::new(target));
            }
        }
        (references, spots)
    }

    /// Metadata of the file; of one key, lists are joined.
    fn metadata(&mut self, entries: Vec<Entry<'_>>) -> BTreeMap<String, Value> {
        let mut metadata = BTreeMap::new();
        for Entry { key, value, .. } in entries {
            let span = value.span;
            self.outline.add_metadata(&key, span);
            let value = self.value(value);
            let message = format!("the metadata `{key}` has two values");
            match metadata.entry(key.into_owned()) {
                btree_map::Entry::Vacant(entry) => _ = entry.insert(value),
                btree_map::Entry::Occupied(mut entry) => {
                    if !merge_values(entry.get_mut(), value) {
                        let help = "keep one of the two";
                        self.report(Fault::new(Code::ConflictingMetadata, span, message, help));
                    }
                }
            }
        }
        metadata
    }

    fn apply(&mut self, apply: Apply<'_>) {
        let Some(id) = self.shape_id(apply.target) else {
            return;
        };
        let span = apply.target.span;
        let (traits, spots) = self.traits(apply.traits);
        let mut definition = Definition::new("apply".to_owned());
        definition.traits = traits;
        let traits = Spot::new(span).with(spots);
        let spot = Spot::new(span).with(vec![("traits".into(), traits)]);
        self.define(id, definition, spot, span);
    }

    /// Remembers a member whose target is left out.
    fn elide(&mut self, id: ShapeId, resource: Option<&ShapeId>, span: Span) {
        let origin = self.origin(span);
        self.written.elided.push(Elided {
            id,
            resource: resource.cloned(),
            origin,
        });
    }
}
