//! The rules that give the service's endpoint.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};
use crate::ir::endpoint::{RuleSet, Setting};
use crate::lower::docs::code;

impl Comparison<'_> {
    /// Where requests go.
    pub fn endpoint(&mut self) {
        let (old, new) = (self.old, self.new);
        let location = Location::new(
            Subject::Endpoint,
            &old.id,
            format!("{}::endpoint", old.module),
        );
        let (old, new) = match (&old.endpoint, &new.endpoint) {
            (Some(old), Some(new)) => (old, new),
            (Some(_), None) => {
                let reason = "there are no rules any more: code that names the module does not \
                              compile, and callers must give an endpoint";
                return self.note(&location, Severity::Major, Kind::Removed, reason);
            }
            (None, Some(_)) => {
                let reason = "there are rules now: callers need not give an endpoint any more";
                return self.note(&location, Severity::Minor, Kind::Added, reason);
            }
            (None, None) => return,
        };
        self.settings(&location);
        if parameters(old) != parameters(new) {
            let reason = format!(
                "the rules asked for {} and ask for {}",
                parameters(old).join(", "),
                parameters(new).join(", ")
            );
            self.note(&location, Severity::Patch, Kind::Address, reason);
        } else if old != new {
            let reason = "the rules are others: some requests may go to another place";
            self.note(&location, Severity::Patch, Kind::Address, reason);
        }
    }
}

impl Comparison<'_> {
    /// What clients can be set to.
    fn settings(&mut self, endpoint: &Location) {
        let location = |setting: &Setting| Location {
            item: format!("{}::EndpointSettings::{}", endpoint.item, setting.method),
            ..endpoint.clone()
        };
        let (old, new) = (&self.old.endpoint_settings, &self.new.endpoint_settings);
        let same = |a: &Setting, b: &Setting| a.method == b.method && a.kind == b.kind;
        let mut notes = Vec::new();
        for setting in old {
            match new.iter().find(|other| same(setting, other)) {
                None => {
                    let reason = "code that sets it does not compile";
                    notes.push((location(setting), Severity::Major, Kind::Removed, reason));
                }
                Some(other) if other.parameter != setting.parameter => {
                    let reason = "it sets another parameter of the rules";
                    notes.push((location(setting), Severity::Patch, Kind::Address, reason));
                }
                Some(other) if other.environment != setting.environment => {
                    let reason = "what sets it outside of code is another";
                    notes.push((location(setting), Severity::Patch, Kind::Address, reason));
                }
                Some(other) if other.docs != setting.docs => {
                    let reason = "its documentation is another";
                    notes.push((
                        location(setting),
                        Severity::Patch,
                        Kind::Documentation,
                        reason,
                    ));
                }
                Some(_) => {}
            }
        }
        for setting in new {
            if !old.iter().any(|other| same(setting, other)) {
                notes.push((location(setting), Severity::Minor, Kind::Added, "it is new"));
            }
        }
        for (location, severity, kind, reason) in notes {
            self.note(&location, severity, kind, reason);
        }
    }
}

/// The names of what the rules ask for.
fn parameters(rules: &RuleSet) -> Vec<String> {
    let slots = rules.slots.iter().take(rules.parameters.len());
    slots.map(|slot| code(&slot.name)).collect()
}
