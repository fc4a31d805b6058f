//! Structures and their builders.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};
use super::pair::{Pair, is_reordered, pairs};
use crate::ir::{ErrorInfo, Structure, StructureKind};
use crate::rust::Ident;

impl Comparison<'_> {
    /// Two structures that are one to callers.
    pub fn structure(&mut self, location: &Location, old: &Structure, new: &Structure) {
        self.builder(location, old, new);
        self.sensitivity(location, old.sensitive, new.sensitive);
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        if matches!(old.kind, StructureKind::Nested | StructureKind::Error) {
            self.documentation(location, &old.docs, &new.docs);
        }
        self.error_info(location, old, new);
        self.bound_event(location, old, new);
        for pair in pairs(&old.members, &new.members) {
            match pair {
                Pair::Both(a, b) => {
                    let location = location.part(Subject::Member, &a.id, &a.name);
                    self.member(&location, a, b);
                }
                Pair::Removed(member) => {
                    let location = location.part(Subject::Member, &member.id, &member.name);
                    let reason = "code that reads or sets it does not compile";
                    self.note(&location, Severity::Major, Kind::Removed, reason);
                }
                Pair::Added(member) => {
                    let location = location.part(Subject::Member, &member.id, &member.name);
                    self.added_member(&location, member, loses_default(old, new));
                }
            }
        }
    }

    /// What of a builder is not of a single member: its name, and the order of its parameters. The
    /// types of builders for test doubles go by no name that stays.
    fn builder(&mut self, location: &Location, old: &Structure, new: &Structure) {
        let location = location.sibling(Subject::Builder, &old.builder);
        match (old.is_output_only(), new.is_output_only()) {
            (true, _) => {}
            (false, true) => {
                let reason = "no input has it any more, so that its builder comes with the cargo \
                              feature `test-util`: code that builds it without does not compile";
                self.note(&location, Severity::Major, Kind::Removed, reason);
            }
            (false, false) => self.name(&location, &old.builder, &new.builder),
        }
        let parameters = |structure: &Structure| -> Vec<Ident> {
            structure
                .required()
                .map(|(_, required)| required.marker.clone())
                .collect()
        };
        let (old_parameters, new_parameters) = (parameters(old), parameters(new));
        let in_both = |these: &[Ident], those: &[Ident]| -> Vec<Ident> {
            these
                .iter()
                .filter(|marker| those.contains(marker))
                .cloned()
                .collect()
        };
        let are_reordered =
            in_both(&old_parameters, &new_parameters) != in_both(&new_parameters, &old_parameters);
        if are_reordered && !old.is_output_only() {
            let reason = "its type parameters come in another order: code that writes them out \
                          means others";
            self.note(&location, Severity::Major, Kind::Order, reason);
        } else if is_reordered(&old.members, &new.members) {
            let reason = "members come in another order, in `Debug` and in messages";
            let location = Location {
                subject: Subject::Structure,
                ..location
            };
            self.note(&location, Severity::Patch, Kind::Order, reason);
        }
    }

    fn error_info(&mut self, location: &Location, old: &Structure, new: &Structure) {
        let ids = (&old.id, &new.id);
        let (Some(old), Some(new)) = (&old.error, &new.error) else {
            return;
        };
        let variant = Location {
            item: format!("{}::errors::Error::{}", self.old.module, old.variant),
            ..location.clone()
        };
        self.name(&variant, &old.variant, &new.variant);
        self.wire_name(location, &old.code, &new.code);
        let told =
            |error: &ErrorInfo| (error.status, error.query_code.clone(), error.tells_message);
        if told(old) != told(new) || ids.0 != ids.1 {
            let reason = "doubles of the service tell it with another status or code";
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
        if old.retry != new.retry {
            let reason = match new.retry {
                Some(_) => "calls that fail with it are tried again as the model says now",
                None => "calls that fail with it are no longer tried again for the model's sake",
            };
            self.note(location, Severity::Patch, Kind::Retry, reason);
        }
    }
}

/// Whether a structure that had a `Default` has none any more.
fn loses_default(old: &Structure, new: &Structure) -> bool {
    old.has_default() && !new.has_default()
}
