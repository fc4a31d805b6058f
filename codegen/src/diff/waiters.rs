//! Waiters.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};
use super::pair::{Item, Pair, pairs};
use crate::ir::{Operation, Waiter};
use crate::rust::Ident;

impl Item for Waiter {
    fn key(&self) -> &str {
        &self.wire_name
    }

    fn name(&self) -> &Ident {
        &self.name
    }
}

impl Comparison<'_> {
    /// What an operation's answers tell of when it is called again and again.
    pub(super) fn waiters(&mut self, old: &Operation, new: &Operation) {
        for pair in pairs(&old.waiters, &new.waiters) {
            let (Pair::Both(waiter, _) | Pair::Removed(waiter) | Pair::Added(waiter)) = pair;
            let item = format!("{}::waiters::{}", self.old.module, waiter.name);
            let location = Location::new(Subject::Waiter, &old.id, item);
            match pair {
                Pair::Both(old, new) => self.waiter(&location, old, new),
                Pair::Removed(_) => {
                    let reason = "code that waits for it does not compile";
                    self.note(&location, Severity::Major, Kind::Removed, reason);
                }
                Pair::Added(_) => {
                    self.note(&location, Severity::Minor, Kind::Added, "it is new");
                }
            }
        }
    }

    fn waiter(&mut self, location: &Location, old: &Waiter, new: &Waiter) {
        self.name(location, &old.name, &new.name);
        if old.name == new.name {
            self.name(location, &old.method, &new.method);
        }
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(location, &old.docs, &new.docs);
        if old.wire_name != new.wire_name {
            let reason = format!(
                "the model calls it `{}` in place of `{}`; the Rust name stays",
                new.wire_name, old.wire_name
            );
            self.note(location, Severity::Patch, Kind::Waiting, reason);
        }
        if old.acceptors != new.acceptors {
            let reason = "what answers mean for it is something else";
            self.note(location, Severity::Patch, Kind::Waiting, reason);
        }
        let delays = |waiter: &Waiter| format!("{} s to {} s", waiter.min_delay, waiter.max_delay);
        if delays(old) != delays(new) {
            let reason = format!(
                "the pauses between its calls were {} and are {}",
                delays(old),
                delays(new)
            );
            self.note(location, Severity::Patch, Kind::Waiting, reason);
        }
    }
}
