//! What breaks the constraints of the model, and where.

use std::error::Error as StdError;
use std::fmt;

use super::{Bound, Constrained, Rules};

/// As many characters of a map's key are shown.
const KEY_SHOWN: usize = 40;

/// Which trait of the model is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Constraint {
    /// `@length`
    Length,
    /// `@range`
    Range,
    /// `@pattern`
    Pattern,
    /// `@uniqueItems`
    UniqueItems,
}

/// A value that breaks a constraint. `Display` says which and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// From the value to the input.
    path: Vec<Step>,
    constraint: Constraint,
    /// What may be printed of the value itself.
    value: Option<String>,
    reason: String,
}

impl Violation {
    /// Where the value is, in the names of the model: `Filters[0].Values[3]`, `Tags["owner"]`.
    #[inline]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in self.path.iter().rev() {
            match step {
                Step::Member(name) if path.is_empty() => path.push_str(name),
                Step::Member(name) => path = format!("{path}.{name}"),
                Step::Item(at) => path = format!("{path}[{at}]"),
                Step::Entry(key) => path = format!("{path}[{key}]"),
                Step::Key(key) => path = format!("{path} key {key}"),
            }
        }
        path
    }

    /// The constraint that it breaks.
    #[inline]
    pub fn constraint(&self) -> Constraint {
        self.constraint
    }
}

impl fmt::Display for Violation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.path())?;
        if let Some(value) = &self.value {
            write!(f, "is {value}, and ")?;
        }
        f.write_str(&self.reason)
    }
}

/// A step from a value to what is in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Member(&'static str),
    Item(usize),
    /// To the value of an entry. The key is as it is printed.
    Entry(String),
    /// To the key of an entry.
    Key(String),
}

impl Step {
    #[inline]
    pub(super) fn entry(key: &str, hidden: bool) -> Self {
        Self::Entry(shown(key, hidden))
    }

    #[inline]
    pub(super) fn key(key: &str, hidden: bool) -> Self {
        Self::Key(shown(key, hidden))
    }

    #[inline]
    fn hide(&mut self) {
        if let Self::Entry(key) | Self::Key(key) = self {
            *key = shown("", true);
        }
    }
}

#[inline]
fn shown(key: &str, hidden: bool) -> String {
    if hidden {
        return "**".to_owned();
    }
    match key.char_indices().nth(KEY_SHOWN) {
        Some((end, _)) => format!("{:?}", format!("{}..", &key[..end])),
        None => format!("{key:?}"),
    }
}

/// All that breaks constraints of the model in one input. `Display` lists it, in one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Violations {
    all: Vec<Violation>,
}

impl Violations {
    /// Each, in the order of the model.
    #[inline]
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.all.iter()
    }

    /// How many there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Checks a member, by these rules and those that its value has itself.
    #[inline]
    pub fn member(&mut self, name: &'static str, value: &impl Constrained, rules: &Rules) {
        self.within(value, rules, || Step::Member(name));
    }

    /// Checks what is a step further.
    pub(super) fn within(
        &mut self,
        value: &impl Constrained,
        rules: &Rules,
        step: impl Fn() -> Step,
    ) {
        let before = self.all.len();
        value.check(rules, self);
        for violation in &mut self.all[before..] {
            if rules.sensitive {
                violation.value = None;
                violation.path.iter_mut().for_each(Step::hide);
            }
            violation.path.push(step());
        }
    }

    #[inline]
    pub(super) fn note(&mut self, constraint: Constraint, reason: String) {
        self.push(constraint, None, reason);
    }

    /// The same of a value that is told, unless it is a secret.
    #[inline]
    pub(super) fn note_value(&mut self, constraint: Constraint, value: Bound, reason: String) {
        self.push(constraint, Some(value.to_string()), reason);
    }

    #[inline]
    fn push(&mut self, constraint: Constraint, value: Option<String>, reason: String) {
        self.all.push(Violation {
            path: Vec::new(),
            constraint,
            value,
            reason,
        });
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl fmt::Display for Violations {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the input is not as the model asks: ")?;
        for (at, violation) in self.all.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

impl StdError for Violations {}
