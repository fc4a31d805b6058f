//! The values that constraints are put upon, but for those of services.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::violations::Step;
use super::{Bound, Constrained, Constraint, Rules, Violations};

impl Constrained for String {
    #[inline]
    fn check(&self, rules: &Rules, found: &mut Violations) {
        rules.length(self.chars().count(), ["character", "characters"], found);
        rules.looks(self, found);
    }

    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Constrained for Blob {
    #[inline]
    fn check(&self, rules: &Rules, found: &mut Violations) {
        rules.length(self.as_ref().len(), ["byte", "bytes"], found);
    }
}

macro_rules! numbers {
    ($($type:ty: $bound:ident,)+) => {$(
        impl Constrained for $type {
            #[inline]
            fn check(&self, rules: &Rules, found: &mut Violations) {
                rules.range(Bound::$bound((*self).into()), found);
            }
        }
    )+};
}

numbers! {
    i8: Integer,
    i16: Integer,
    i32: Integer,
    i64: Integer,
    f32: Float,
    f64: Float,
}

macro_rules! big_numbers {
    ($($type:ty)+) => {$(
        impl Constrained for $type {
            #[inline]
            fn check(&self, rules: &Rules, found: &mut Violations) {
                if let Some(number) = Bound::parse(self.as_ref()) {
                    rules.range(number, found);
                }
            }
        }
    )+};
}

big_numbers! { BigInteger BigDecimal }

impl Constrained for bool {}
impl Constrained for DateTime {}
impl Constrained for Document {}

/// What is absent breaks no rule.
impl<T: Constrained> Constrained for Option<T> {
    fn check(&self, rules: &Rules, found: &mut Violations) {
        if let Some(value) = self {
            value.check(rules, found);
        }
    }

    #[inline]
    fn text(&self) -> Option<&str> {
        self.as_ref()?.text()
    }
}

impl<T: Constrained> Constrained for Box<T> {
    #[inline]
    fn check(&self, rules: &Rules, found: &mut Violations) {
        T::check(self, rules, found);
    }
}

impl<T: Constrained + PartialEq> Constrained for Vec<T> {
    fn check(&self, rules: &Rules, found: &mut Violations) {
        rules.length(self.len(), ["item", "items"], found);
        if rules.unique_items
            && let Some([first, second]) = same(self)
        {
            let reason = format!("has the same item at {first} and at {second}");
            found.note(Constraint::UniqueItems, reason);
        }
        for (at, item) in self.iter().enumerate() {
            found.within(item, rules.of_items(), || Step::Item(at));
        }
    }
}

impl<K: Constrained, V: Constrained> Constrained for HashMap<K, V> {
    fn check(&self, rules: &Rules, found: &mut Violations) {
        rules.length(self.len(), ["entry", "entries"], found);
        let hidden = rules.sensitive || rules.of_keys().sensitive;
        let mut entries: Vec<(&str, &K, &V)> = self
            .iter()
            .map(|(key, value)| (key.text().unwrap_or_default(), key, value))
            .collect();
        // The same order each time, whatever the map's is.
        entries.sort_unstable_by_key(|(text, ..)| *text);
        for (text, key, value) in entries {
            found.within(key, rules.of_keys(), || Step::key(text, hidden));
            found.within(value, rules.of_items(), || Step::entry(text, hidden));
        }
    }
}

/// The places of the first two items that are the same.
fn same<T: Constrained + PartialEq>(items: &[T]) -> Option<[usize; 2]> {
    let mut texts: HashMap<&str, usize> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        let before = match item.text() {
            Some(text) => texts.insert(text, at),
            None => items[..at].iter().position(|other| other == item),
        };
        if let Some(before) = before {
            return Some([before, at]);
        }
    }
    None
}
