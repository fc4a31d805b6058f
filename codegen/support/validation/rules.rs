//! Rules: the constraints on one value, and on what is in it.

use super::{Bound, Constraint, Pattern, Violations};

/// The constraints on a value.
#[derive(Debug)]
pub struct Rules {
    min_length: Option<u64>,
    max_length: Option<u64>,
    min: Option<Bound>,
    max: Option<Bound>,
    pattern: Option<&'static Pattern>,
    pub(super) unique_items: bool,
    pub(super) sensitive: bool,
    keys: Option<&'static Self>,
    items: Option<&'static Self>,
}

impl Rules {
    /// Any value will do.
    pub const NONE: Self = Self {
        min_length: None,
        max_length: None,
        min: None,
        max: None,
        pattern: None,
        unique_items: false,
        sensitive: false,
        keys: None,
        items: None,
    };

    /// It has at least so many characters, bytes, items or entries.
    #[inline]
    pub const fn min_length(mut self, length: u64) -> Self {
        self.min_length = Some(length);
        self
    }

    /// It has at most so many characters, bytes, items or entries.
    #[inline]
    pub const fn max_length(mut self, length: u64) -> Self {
        self.max_length = Some(length);
        self
    }

    /// It is a number not below this one.
    #[inline]
    pub const fn min(mut self, bound: i128) -> Self {
        self.min = Some(Bound::Integer(bound));
        self
    }

    /// It is a number not above this one.
    #[inline]
    pub const fn max(mut self, bound: i128) -> Self {
        self.max = Some(Bound::Integer(bound));
        self
    }

    /// It is a number not below this one, which has a fraction.
    #[inline]
    pub const fn min_float(mut self, bound: f64) -> Self {
        self.min = Some(Bound::Float(bound));
        self
    }

    /// It is a number not above this one, which has a fraction.
    #[inline]
    pub const fn max_float(mut self, bound: f64) -> Self {
        self.max = Some(Bound::Float(bound));
        self
    }

    /// Some part of it matches.
    #[inline]
    pub const fn pattern(mut self, pattern: &'static Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// It is a list that has no item twice.
    #[inline]
    pub const fn unique_items(mut self) -> Self {
        self.unique_items = true;
        self
    }

    /// Nothing of it may be printed.
    #[inline]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// It is a map whose keys have rules of their own.
    #[inline]
    pub const fn keys(mut self, rules: &'static Self) -> Self {
        self.keys = Some(rules);
        self
    }

    /// It is a list whose items, or a map whose values, have rules of their own.
    #[inline]
    pub const fn items(mut self, rules: &'static Self) -> Self {
        self.items = Some(rules);
        self
    }

    #[inline]
    pub(super) fn of_keys(&self) -> &Self {
        self.keys.unwrap_or(&Self::NONE)
    }

    #[inline]
    pub(super) fn of_items(&self) -> &Self {
        self.items.unwrap_or(&Self::NONE)
    }

    /// Checks how long a value is, in these units: one of them, and several.
    #[inline]
    pub(super) fn length(&self, length: usize, unit: [&str; 2], found: &mut Violations) {
        let exact = u64::try_from(length).unwrap_or(u64::MAX);
        let bound = match (self.min_length, self.max_length) {
            (Some(min), _) if exact < min => format!("at least {min}"),
            (_, Some(max)) if exact > max => format!("at most {max}"),
            _ => return,
        };
        let [one, many] = unit;
        let unit = if length == 1 { one } else { many };
        let reason = format!("has {length} {unit}, and must have {bound}");
        found.note(Constraint::Length, reason);
    }

    /// Checks a number.
    #[inline]
    pub(super) fn range(&self, number: Bound, found: &mut Violations) {
        let is_below = |min: &Bound| !matches!(number.partial_cmp(min), Some(o) if o.is_ge());
        let is_above = |max: &Bound| !matches!(number.partial_cmp(max), Some(o) if o.is_le());
        let bound = match (self.min, self.max) {
            (Some(min), _) if is_below(&min) => format!("at least {min}"),
            (_, Some(max)) if is_above(&max) => format!("at most {max}"),
            _ => return,
        };
        found.note_value(Constraint::Range, number, format!("must be {bound}"));
    }

    /// Checks what a text looks like.
    #[inline]
    pub(super) fn looks(&self, text: &str, found: &mut Violations) {
        if let Some(pattern) = self.pattern.filter(|pattern| !pattern.matches(text)) {
            let reason = format!("does not match `{}`", pattern.as_str());
            found.note(Constraint::Pattern, reason);
        }
    }
}
