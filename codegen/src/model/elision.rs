//! Finds the targets of members that leave them out: `$name` is what the resource that its structure is for has
//! under this name, or else what a mixin has.
//!
//! <https://smithy.io/2.0/spec/idl.html#target-elision>

use std::collections::{HashMap, HashSet};

use super::draft::{Draft, Form};
use super::merge::Merged;
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
    for (id, target) in targets {
        let draft = merged.drafts.get_mut(&id.without_member());
        let member = draft.and_then(|draft| draft.member_mut(id.member()?));
        if let (Some(member), Some(target)) = (member, target) {
            member.target = target;
        }
    }
}

struct Resolver<'a> {
    merged: &'a Merged,
    /// The targets of elided members, as far as they are known.
    targets: HashMap<ShapeId, Option<ShapeId>>,
}

impl Resolver<'_> {
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
        let mut next: Vec<&ShapeId> = Vec::new();
        next.extend(mixins(self.merged.drafts.get(&id.without_member())));
        while let Some(mixin) = next.pop() {
            if !known.insert(mixin.clone()) {
                continue;
            }
            let Some(draft) = self.merged.drafts.get(mixin) else {
                continue;
            };
            let member = draft.members.iter().find(|member| member.name == name);
            if let Some(member) = member {
                match self.targets.get(&member.id) {
                    None => return self.found(passed, &member.target.clone()),
                    Some(Some(target)) => return self.found(passed, &target.clone()),
                    Some(None) => passed.push(member.id.clone()),
                }
            }
            next.extend(mixins(Some(draft)));
        }
        false
    }

    fn found(&mut self, members: Vec<ShapeId>, target: &ShapeId) -> bool {
        for id in members {
            self.targets.insert(id, Some(target.clone()));
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
