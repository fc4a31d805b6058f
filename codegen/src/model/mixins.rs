//! Copies the members and traits of mixins into the shapes that use them, and drops the
//! mixins: to all that comes later, a model is as if it had never had any.
//!
//! <https://smithy.io/2.0/spec/mixins.html>

mod inherited;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::draft::Draft;
use super::merge::{Merged, missing};
use super::shape_id::ShapeId;
use super::sources::Sources;
use super::traits::{Mixin, replace};
use super::written::Applied;
use crate::diagnostic::{Code, Diagnostic};
use inherited::{Conflict, Inherited, Places};

/// Resolves all mixins.
pub(super) fn resolve(merged: &mut Merged, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let mut uses: HashMap<ShapeId, usize> = HashMap::new();
    for mixin in merged.drafts.values().flat_map(|draft| &draft.mixins) {
        *uses.entry(mixin.clone()).or_default() += 1;
    }
    let users: Vec<ShapeId> = merged
        .drafts
        .values()
        .filter(|draft| !draft.mixins.is_empty())
        .map(|draft| draft.id.clone())
        .chain(merged.for_inherited.keys().cloned())
        .collect();
    let mut resolver = Resolver {
        drafts: &mut merged.drafts,
        for_inherited: &mut merged.for_inherited,
        under_way: BTreeSet::new(),
        uses,
        places: HashMap::new(),
        sources,
        problems,
    };
    for id in &users {
        resolver.resolve(id);
    }
    merged
        .drafts
        .retain(|_, draft| !draft.traits.has::<Mixin>());
    for id in &users {
        // Members have come along under the ids that they had where they were written.
        if let Some(draft) = merged.drafts.get_mut(id) {
            for member in &mut draft.members {
                member.id = id.with_member(&member.name);
            }
        }
    }
}

struct Resolver<'a> {
    drafts: &'a mut BTreeMap<ShapeId, Draft>,
    for_inherited: &'a mut BTreeMap<ShapeId, Vec<Applied>>,
    /// Shapes whose mixins are being resolved, to notice one that is its own mixin.
    under_way: BTreeSet<ShapeId>,
    /// How often a mixin is still to be used. The last use takes its members away, so that a long
    /// chain of mixins hands one list of members on.
    uses: HashMap<ShapeId, usize>,
    /// The places of the members of mixins that are resolved.
    places: HashMap<ShapeId, Places>,
    sources: &'a Sources,
    problems: &'a mut Vec<Diagnostic>,
}

/// A shape whose mixins are being resolved.
struct MixinFrame {
    id: ShapeId,
    mixins: Vec<ShapeId>,
    /// The mixin that is its turn.
    at: usize,
    /// Whether that one is resolved itself.
    is_resolved: bool,
    inherited: Option<Inherited>,
}

impl Resolver<'_> {
    /// Resolves a shape after its mixins. The way there is a list of ours, since it may be as long
    /// as the model is.
    fn resolve(&mut self, id: &ShapeId) {
        let mut path: Vec<MixinFrame> = self.enter(id).into_iter().collect();
        while let Some(frame) = path.last_mut() {
            let Some(mixin) = frame.mixins.get(frame.at).cloned() else {
                path.pop().into_iter().for_each(|frame| self.finish(frame));
                continue;
            };
            if std::mem::take(&mut frame.is_resolved) {
                for (reason, member) in self.inherit(frame, &mixin) {
                    self.report(&frame.id, frame.at, reason, member.as_deref());
                }
                frame.at += 1;
            } else if self.under_way.contains(&mixin) {
                frame.at += 1;
                self.report_circle(&path, &mixin);
            } else {
                frame.is_resolved = true;
                path.extend(self.enter(&mixin));
            }
        }
    }

    /// Begins with a shape. One that is not there was reported with all missing targets.
    fn enter(&mut self, id: &ShapeId) -> Option<MixinFrame> {
        let draft = self.drafts.get_mut(id)?;
        self.under_way.insert(id.clone());
        Some(MixinFrame {
            id: id.clone(),
            mixins: std::mem::take(&mut draft.mixins),
            at: 0,
            is_resolved: false,
            inherited: None,
        })
    }

    /// Adds a resolved mixin to what earlier ones gave, and says what does not fit, with the member that it is.
    fn inherit(&mut self, frame: &mut MixinFrame, id: &ShapeId) -> Vec<(String, Option<String>)> {
        let (Some(mixin), Some(user)) = (self.drafts.get(id), self.drafts.get(&frame.id)) else {
            return Vec::new();
        };
        let inherited = frame.inherited.get_or_insert_with(|| Inherited::none(user));
        if let Err(reason) = inherited.add_traits_and_form(mixin) {
            return vec![(reason, None)];
        }
        let uses = self.uses.get_mut(id);
        let is_last = uses.is_some_and(|uses| {
            *uses = uses.saturating_sub(1);
            *uses == 0
        });
        let members = match self.drafts.get_mut(id) {
            Some(mixin) if is_last => std::mem::take(&mut mixin.members),
            Some(mixin) => mixin.members.clone(),
            None => Vec::new(),
        };
        let places = match is_last {
            true => self.places.remove(id),
            false => self.places.get(id).cloned(),
        };
        let conflicts = inherited.add_members(members, places).into_iter();
        let told = conflicts.map(|conflict| (conflict.reason, Some(conflict.member)));
        told.collect()
    }

    /// Puts what a shape has itself onto what it got from its mixins.
    fn finish(&mut self, frame: MixinFrame) {
        let id = &frame.id;
        self.under_way.remove(id);
        if let Some(inherited) = frame.inherited
            && let Some(own) = self.drafts.remove(id)
        {
            let (whole, places, conflicts) = inherited.with_own(own);
            self.drafts.insert(id.clone(), whole);
            if self.uses.get(id).is_some_and(|uses| *uses > 0) {
                self.places.insert(id.clone(), places);
            }
            for Conflict { member, reason } in conflicts {
                let place = self.sources.locate(&id.with_member(&member), &[]);
                self.problems.push(invalid(id, reason).at(place));
            }
        }
        self.apply_to_inherited(id);
    }

    /// Applies traits to members that have come from mixins by now.
    fn apply_to_inherited(&mut self, id: &ShapeId) {
        for applied in self.for_inherited.remove(id).unwrap_or_default() {
            let name = applied.id.member().unwrap_or_default();
            let draft = self.drafts.get_mut(id);
            match draft.and_then(|draft| draft.member_mut(name)) {
                Some(member) => replace(&mut member.traits, applied.traits),
                None => self
                    .problems
                    .push(missing(&applied, &applied.id, self.sources)),
            }
        }
    }

    /// Reports a shape that is its own mixin, with each mixin on the way.
    fn report_circle(&mut self, path: &[MixinFrame], mixin: &ShapeId) {
        let start = path.iter().position(|frame| frame.id == *mixin);
        let circle = &path[start.unwrap_or(0)..];
        let Some(last) = circle.last() else {
            return;
        };
        let reason = format!("`{}` is a mixin of itself", mixin.name());
        let mut problem = invalid(&last.id, reason);
        for frame in circle.iter().rev() {
            let index = frame.at.saturating_sub(1).to_string();
            let keys = ["mixins", &index, "target"];
            problem = problem.at(self.sources.locate(&frame.id, &keys));
        }
        self.problems.push(problem);
    }

    /// Reports a mixin, by its index, with the member that the shape has itself where that is in question.
    fn report(&mut self, id: &ShapeId, index: usize, reason: String, member: Option<&str>) {
        let keys = ["mixins", &index.to_string(), "target"];
        let place = self.sources.locate(id, &keys);
        let draft = self.drafts.get_mut(id);
        let own = member.and_then(|name| Some(draft?.member_mut(name)?.id.clone()));
        let own = own.and_then(|own| self.sources.locate(&own, &[]));
        self.problems.push(invalid(id, reason).at(place).at(own));
    }
}

fn invalid(id: &ShapeId, reason: String) -> Diagnostic {
    Diagnostic::new(Code::InvalidMixin, reason)
        .shape(id)
        .help("take the mixin away, or make the two agree")
}
