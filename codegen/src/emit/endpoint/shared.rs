//! What the tables of rules have several times, and what would be too deep in them: each is a constant of
//! its own, so that it is written, read and compiled once.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt::Debug;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::ir::endpoint::{EndpointRules, Rule, RuleOutcome, RuleSet, Slot};

/// What is shorter than this stays where it is: no name says more than it does itself. In bytes, as
/// `Debug` shows it.
const LEAST: usize = 120;

/// So deep may rules be within others, each level of which indents them, before they get a name.
const DEPTH: usize = 4;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Conditions,
    Properties,
    Rules,
}

impl Kind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Conditions => "CONDITIONS",
            Self::Properties => "PROPERTIES",
            Self::Rules => "RULES",
        }
    }

    fn type_(self) -> TokenStream {
        match self {
            Self::Conditions => quote!(&[Condition<'_>]),
            Self::Properties => quote!(&[(&str, Expr<'_>)]),
            Self::Rules => quote!(&[Rule<'_>]),
        }
    }
}

/// A list as what it says: those that say the same are one.
type Key = (Kind, String);

/// The lists of a rule set that have names.
pub(super) struct Shared<'r> {
    /// The names that values have.
    slots: &'r [Slot],
    /// How often each list is there that is not within one that was there before.
    counts: HashMap<Key, usize>,
    /// Those that have been written, in the order in which they were asked for first.
    written: RefCell<Vec<(Key, Ident, TokenStream)>>,
    /// How deep the rules are that are being written.
    depth: Cell<usize>,
}

impl<'r> Shared<'r> {
    /// Nothing of a rule set has been written yet.
    pub(super) fn of(rule_set: &'r RuleSet) -> Self {
        let mut shared = Self {
            slots: &rule_set.slots,
            counts: HashMap::new(),
            written: RefCell::default(),
            depth: Cell::new(0),
        };
        match &rule_set.rules {
            EndpointRules::Tree(rules) => shared.count_all(rules),
            EndpointRules::Diagram(diagram) => shared.count_all(&diagram.results),
        }
        shared
    }

    fn count_all(&mut self, rules: &[Rule]) {
        for rule in rules {
            self.count(Kind::Conditions, &rule.when);
            match &rule.then {
                RuleOutcome::Rules(rules) => {
                    if self.count(Kind::Rules, rules) {
                        self.count_all(rules);
                    }
                }
                RuleOutcome::Endpoint { properties, .. } => {
                    self.count(Kind::Properties, properties);
                }
                RuleOutcome::Error(_) => {}
            }
        }
    }

    /// Counts a list, and says whether it is there for the first time.
    fn count<T: Debug>(&mut self, kind: Kind, list: &[T]) -> bool {
        let count = self.counts.entry(key(kind, list)).or_default();
        *count += 1;
        *count == 1
    }

    /// A list: by its name, where it has one. Its tokens are made only where they are needed.
    pub(super) fn list<T: Debug>(
        &self,
        kind: Kind,
        list: &[T],
        tokens: impl FnOnce() -> TokenStream,
    ) -> TokenStream {
        let key = key(kind, list);
        let is_deep = kind == Kind::Rules && self.depth.get() >= DEPTH;
        let is_shared = self.counts.get(&key).is_some_and(|count| *count > 1);
        if key.1.len() < LEAST || !(is_deep || is_shared) {
            return self.at(self.depth.get() + 1, tokens);
        }
        let known = self.written.borrow();
        if let Some((_, name, _)) = known.iter().find(|(known, ..)| *known == key) {
            return quote!(#name);
        }
        drop(known);
        let tokens = self.at(1, tokens);
        let name = self.free_name(kind);
        self.written.borrow_mut().push((key, name.clone(), tokens));
        quote!(#name)
    }

    /// The next name of a list that no value has.
    fn free_name(&self, kind: Kind) -> Ident {
        let written = self.written.borrow();
        let is_taken = |name: &Ident| {
            let mut slots = self.slots.iter();
            written.iter().any(|(_, known, _)| known == name)
                || slots.any(|slot| *name == slot.constant.as_str())
        };
        let mut number = 1_usize;
        loop {
            let name = format_ident!("{}_{number}", kind.prefix());
            if !is_taken(&name) {
                return name;
            }
            number += 1;
        }
    }

    /// What is written at such a depth.
    fn at(&self, depth: usize, tokens: impl FnOnce() -> TokenStream) -> TokenStream {
        let before = self.depth.replace(depth);
        let tokens = tokens();
        self.depth.replace(before);
        tokens
    }

    /// The constants, once everything has been written.
    ///
    /// ```text
    /// const PROPERTIES_1: &[(&str, Expr<'_>)] = &[("backend", Text("S3Express"))];
    /// ```
    pub(super) fn constants(self) -> impl Iterator<Item = TokenStream> {
        let written = self.written.into_inner().into_iter();
        written.map(|((kind, _), name, tokens)| {
            let type_ = kind.type_();
            quote!(const #name: #type_ = #tokens;)
        })
    }
}

fn key<T: Debug>(kind: Kind, list: &[T]) -> Key {
    (kind, format!("{list:?}"))
}
