//! Finds the targets of members that leave them out: `$name` is what the resource that its structure is for has
//! under this name, or else what a mixin has.
//!
//! <https://smithy.io/2.0/spec/idl.html#target-elision>

use std::collections::{BTreeSet, HashMap, HashSet};

use super::draft::{Draft, Form};
use super::merge::Merged;
use super::shape::Member;
use super::shape_id::ShapeId;
use super::sources::Sources;
use super::written::Elided;
use crate::diagnostic::{Code, Diagnostic};

/// Sets the targets of all members that leave them out.
pub(super) fn resolve(merged: &mut Merged, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let elided = std::mem::take(&mut merged.elided);
    let mut resolver = Resolver {
        merged,
        targets: elided.iter().map(|one| (one.id.clone(), None)).collect(),
        members: HashMap::new(),
    };
    let mut left = Vec::new();
    for one in &elided {
        match resolver.of_resource(one) {
            Ok(Some(target)) => _ = resolver.targets.insert(one.id.clone(), Some(target)),
            Ok(None) => left.push((one, missing(&one.id))),
            Err(problem) => left.push((one, problem)),
        }
    }
    for (one, problem) in left {
        if !resolver.of_mixins(&one.id) {
            let place = sources.locate_in(one.origin.file, &one.id, &[]);
            problems.push(problem.shape(&one.id).at(place));
        }
    }
    let targets = resolver.targets;
    let shapes: BTreeSet<ShapeId> = targets.keys().map(ShapeId::without_member).collect();
    for shape in &shapes {
        let draft = merged.drafts.get_mut(shape);
        for member in draft.into_iter().flat_map(|draft| &mut draft.members) {
            if let Some(Some(target)) = targets.get(&member.id) {
                member.target = target.clone();
            }
        }
    }
}

struct Resolver<'a> {
    merged: &'a Merged,
    /// The targets of elided members, as far as they are known.
    targets: HashMap<ShapeId, Option<ShapeId>>,
    /// The members of mixins that were looked into, by name.
    members: HashMap<&'a ShapeId, HashMap<&'a str, &'a Member>>,
}

impl<'a> Resolver<'a> {
    /// What the resource has, if there is one.
    fn of_resource(&self, one: &Elided) -> Result<Option<ShapeId>, Diagnostic> {
        let (Some(id), Some(name)) = (&one.resource, one.id.member()) else {
            return Ok(None);
        };
        match self.merged.drafts.get(id).map(|draft| &draft.form) {
            Some(Form::Resource(resource)) => {
                let found = resource.identifiers.get(name);
                let found = found.or_else(|| resource.properties.get(name));
                Ok(found.cloned())
            }
            None if self.merged.unread.contains(id) => Ok(None),
            None => {
                let message = format!("no file defines `{id}`, which this is said to be for");
                Err(Diagnostic::new(Code::MissingTarget, message)
                    .help("correct the name, or give the file that defines the resource too"))
            }
            Some(other) => {
                let message = format!(
                    "`{id}` is of type {}, and a structure can only be `for` a resource",
                    other.type_name()
                );
                Err(Diagnostic::new(Code::WrongTarget, message)
                    .help("name a resource behind `for`, or take it away"))
            }
        }
    }

    /// Finds what the mixins of a shape, or theirs, have under the member's name, for it and for all elided
    /// members on the way. Says whether there was anything.
    fn of_mixins(&mut self, id: &ShapeId) -> bool {
        let name = id.member().unwrap_or_default();
        let mut passed = vec![id.clone()];
        let mut known = HashSet::from([id.without_member()]);
        let merged: &'a Merged = self.merged;
        let mut next: Vec<&ShapeId> = Vec::new();
        next.extend(mixins(merged.drafts.get(&id.without_member())));
        while let Some(mixin) = next.pop() {
            if !known.insert(mixin.clone()) {
                continue;
            }
            let Some(draft) = merged.drafts.get(mixin) else {
                continue;
            };
            let members = self.members.entry(&draft.id).or_insert_with(|| {
                let members = draft.members.iter();
                let members = members.map(|member| (member.name.as_str(), member));
                members.collect()
            });
            let member: Option<&'a Member> = members.get(name).copied();
            if let Some(member) = member {
                let target = match self.targets.get(&member.id) {
                    None => Some(member.target.clone()),
                    Some(known) => known.clone(),
                };
                passed.push(member.id.clone());
                if let Some(target) = target {
                    return self.found(passed, &target);
                }
            }
            next.extend(mixins(Some(draft)));
        }
        false
    }

    /// Sets the target of those of these members that are elided.
    fn found(&mut self, members: Vec<ShapeId>, target: &ShapeId) -> bool {
        for id in members {
            if let Some(elided) = self.targets.get_mut(&id) {
                *elided = Some(target.clone());
            }
        }
        true
    }
}

/// The mixins of a shape, the first one last.
fn mixins(draft: Option<&Draft>) -> impl Iterator<Item = &ShapeId> {
    draft
        .into_iter()
        .flat_map(|draft| draft.mixins.iter().rev())
}

fn missing(id: &ShapeId) -> Diagnostic {
    let name = id.member().unwrap_or_default();
    let message = format!("nothing says what `${name}` is: no resource and no mixin has it");
    Diagnostic::new(Code::MissingTarget, message)
        .shape(id)
        .help(format!(
            "write a target, `{name}: Target`, or correct the name"
        ))
}
