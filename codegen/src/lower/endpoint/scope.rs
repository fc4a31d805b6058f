//! The values that a rule can refer to, by name.

use super::signature::Type;
use crate::ir::endpoint::{Slot, SlotId};
use crate::rust::{self, snake_case};

/// The names known at some point of a rule set, and the slots of all names so far. Variables of
/// the same name in rules apart from each other share a slot.
pub(super) struct Scope {
    slots: Vec<Slot>,
    known: Vec<(SlotId, Type)>,
    constants: rust::Scope,
}

/// How much was known before a rule.
pub(super) struct Outside(usize);

impl Default for Scope {
    /// Nothing is known yet; two names are those of the tables.
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            known: Vec::new(),
            constants: rust::Scope::of_values(&["DIAGRAM", "RULES"]),
        }
    }
}

impl Scope {
    pub(super) fn enter(&self) -> Outside {
        Outside(self.known.len())
    }

    /// Forgets what was declared since.
    pub(super) fn leave(&mut self, outside: Outside) {
        self.known.truncate(outside.0);
    }

    pub(super) fn find(&self, name: &str) -> Option<(SlotId, Type)> {
        let is_wanted = |(SlotId(slot), _): &&(SlotId, Type)| self.slots[*slot].name == name;
        self.known.iter().find(is_wanted).copied()
    }

    pub(super) fn declare(&mut self, name: &str, kind: Type) -> SlotId {
        let existing = self.slots.iter().position(|slot| slot.name == name);
        let slot = SlotId(existing.unwrap_or(self.slots.len()));
        if existing.is_none() {
            let constant = snake_case(name).to_ascii_uppercase();
            self.slots.push(Slot {
                name: name.to_owned(),
                constant: self.constants.claim(&constant, "_"),
            });
        }
        self.known.push((slot, kind));
        slot
    }

    pub(super) fn take_slots(&mut self) -> Vec<Slot> {
        std::mem::take(&mut self.slots)
    }
}
