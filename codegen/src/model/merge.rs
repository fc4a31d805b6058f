//! Merges what several files define into one set of drafts, and applies traits from outside.
//!
//! <https://smithy.io/2.0/spec/model.html#merging-model-files>

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::draft::Draft;
use super::ordered::in_order;
use super::shape::Member;
use super::shape_id::ShapeId;
use super::sources::{Origin, Sources};
use super::traits::{Traits, merge_values};
use super::written::{Applied, Elided, Written};
use crate::diagnostic::{Code, Diagnostic};

/// What all files together define.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) drafts: BTreeMap<ShapeId, Draft>,
    pub(super) metadata: BTreeMap<String, Value>,
    /// Shapes whose definition was there and could not be read.
    pub(super) unread: BTreeSet<ShapeId>,
    /// Traits for members that a shape does not define itself, and may get from a mixin.
    pub(super) for_inherited: BTreeMap<ShapeId, Vec<Applied>>,
    /// Members whose targets are left out.
    pub(super) elided: Vec<Elided>,
}

/// Merges files into one model.
pub(super) struct Merger<'a> {
    pub(super) sources: &'a Sources,
    pub(super) problems: &'a mut Vec<Diagnostic>,
    pub(super) merged: Merged,
}

impl Merger<'_> {
    /// Merges what these files say, in their order.
    pub(super) fn merge(mut self, files: Vec<Written>, warnings: &mut Vec<Diagnostic>) -> Merged {
        let mut applied = Vec::new();
        for (file, written) in files.into_iter().enumerate() {
            warnings.extend(written.warnings);
            self.merged.unread.extend(written.unread);
            self.merged.elided.extend(written.elided);
            applied.extend(written.applied);
            for draft in written.drafts {
                self.define(draft);
            }
            for (key, value) in written.metadata {
                self.metadata(file, key, value);
            }
        }
        for applied in applied {
            self.apply(applied);
        }
        self.merged
    }

    fn define(&mut self, draft: Draft) {
        let first = match self.merged.drafts.entry(draft.id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(draft);
                return;
            }
            Entry::Occupied(entry) => entry.into_mut(),
        };
        if let Some(difference) = difference(first, &draft) {
            let message = format!("`{}` is defined twice, {difference}", draft.id.name());
            let problem = Diagnostic::new(Code::ConflictingDefinitions, message)
                .shape(&draft.id)
                .at(draft
                    .place(self.sources)
                    .map(|place| place.note("defined again here")))
                .at(first
                    .place(self.sources)
                    .map(|place| place.note("defined first here")))
                .help("keep one of the two; use `apply` to add traits from another file");
            return self.problems.push(problem);
        }
        let mut merging = TraitMerging {
            sources: self.sources,
            problems: self.problems,
            origin: &draft.origin,
        };
        merging.merge(&draft.id, &[], &mut first.traits, draft.traits);
        for member in draft.members {
            if let Some(first) = first.member_mut(&member.name) {
                let way = draft.form.way_to(&member.name);
                merging.merge(&member.id, &way, &mut first.traits, member.traits);
            }
        }
    }

    fn metadata(&mut self, file: usize, key: String, value: Value) {
        let value = in_order(value);
        match self.merged.metadata.entry(key) {
            Entry::Vacant(entry) => _ = entry.insert(value),
            Entry::Occupied(mut entry) => {
                if !merge_values(entry.get_mut(), value) {
                    let key = entry.key();
                    let message = format!("the metadata `{key}` has two values");
                    self.problems.push(
                        Diagnostic::new(Code::ConflictingMetadata, message)
                            .at(self.sources.locate_metadata(file, key))
                            .help("keep one of the two"),
                    );
                }
            }
        }
    }

    fn apply(&mut self, applied: Applied) {
        let shape = applied.id.without_member();
        let Some(draft) = self.merged.drafts.get_mut(&shape) else {
            if !self.merged.unread.contains(&shape) {
                self.problems.push(missing(&applied, &shape, self.sources));
            }
            return;
        };
        let traits = match applied.id.member() {
            None => &mut draft.traits,
            Some(name) => match draft.member_mut(name) {
                Some(member) => &mut member.traits,
                None => {
                    let later = self.merged.for_inherited.entry(shape).or_default();
                    return later.push(applied);
                }
            },
        };
        let mut merging = TraitMerging {
            sources: self.sources,
            problems: self.problems,
            origin: &applied.origin,
        };
        merging.merge(&applied.id, &[], traits, applied.traits);
    }
}

/// A shape or member that traits are applied to is not there.
pub(super) fn missing(applied: &Applied, absent: &ShapeId, sources: &Sources) -> Diagnostic {
    let message = format!("traits are applied to `{absent}`, which no file defines");
    Diagnostic::new(Code::MissingTarget, message)
        .shape(&applied.id)
        .at(sources.locate_from(&applied.origin, &[]))
        .help("correct the id, or give the file that defines it too")
}

/// Merges the traits of a second definition into those of earlier ones.
struct TraitMerging<'a> {
    sources: &'a Sources,
    problems: &'a mut Vec<Diagnostic>,
    /// Where the second definition is.
    origin: &'a Origin,
}

impl TraitMerging<'_> {
    /// Merges traits that are written in the second definition at the end of this way.
    fn merge(&mut self, id: &ShapeId, way: &[&str], first: &mut Traits, second: Traits) {
        for (name, value) in second {
            if first.merge(&name, value) {
                continue;
            }
            let keys = ["traits", &*name];
            let other = self.sources.locate(id, &keys);
            let message = format!("the trait `{name}` is given two values");
            let problem = Diagnostic::new(Code::ConflictingTraits, message)
                .shape(id)
                .at(self
                    .sources
                    .locate_from(self.origin, &[way, &keys].concat()))
                .at(other.map(|place| place.note("given first here")))
                .help("keep one of the two");
            self.problems.push(problem);
        }
    }
}

/// How two definitions of a shape differ, traits aside; `None` where they do not.
fn difference(first: &Draft, second: &Draft) -> Option<String> {
    let (a, b) = (first.form.type_name(), second.form.type_name());
    if a != b {
        return Some(format!("as a {a} and as a {b}"));
    }
    let targets = |draft: &Draft| -> BTreeMap<String, ShapeId> {
        let member = |member: &Member| (member.name.clone(), member.target.clone());
        draft.members.iter().map(member).collect()
    };
    let (a, b) = (targets(first), targets(second));
    let differs = |name: &&String| a.get(*name) != b.get(*name);
    if let Some(name) = a.keys().chain(b.keys()).find(differs) {
        return Some(format!("and the member `{name}` differs"));
    }
    let same = first.form == second.form && first.mixins == second.mixins;
    (!same).then(|| "and what it refers to differs".to_owned())
}
