//! Clones of shapes that are within themselves. A level is copied into its place, without what
//! is of its kind, and only then the levels below it into theirs: no level is on the stack while
//! another one is cloned.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};

/// A value in which there may be more of its kind.
pub trait DeepClone: Clone {
    /// Whether a value may be on the stack in each level. Collections of such are cloned as others
    /// are, which is faster.
    const IS_SMALL: bool = size_of::<Self>() <= 256;

    /// A copy that is empty where there may be more of its kind.
    fn shallow(&self) -> Self;

    /// Makes this a clone of `from`, of which it is the shallow copy.
    fn deepen(&mut self, from: &Self);
}

/// A clone.
pub fn clone<T: DeepClone>(value: &T) -> T {
    let mut clone = value.shallow();
    clone.deepen(value);
    clone
}

/// [`DeepClone::shallow`]
#[inline]
pub fn shallow<T: DeepClone>(value: &T) -> T {
    value.shallow()
}

/// [`DeepClone::deepen`]
#[inline]
pub fn deepen<T: DeepClone>(to: &mut T, from: &T) {
    to.deepen(from);
}

/// Fills what is in a box.
#[inline]
pub fn fill<T: DeepClone>(to: &mut T, from: &T) {
    begin(to, from);
    to.deepen(from);
}

/// Fills a box that may be absent, and is.
pub fn fill_boxed<T: DeepClone>(to: &mut Option<Box<T>>, from: &Option<Box<T>>) {
    if let Some(from) = from {
        begin_boxed(to, from).deepen(from);
    }
}

impl<T: DeepClone> DeepClone for Option<T> {
    const IS_SMALL: bool = T::IS_SMALL;

    #[inline]
    fn shallow(&self) -> Self {
        self.as_ref().map(T::shallow)
    }

    fn deepen(&mut self, from: &Self) {
        if let (Some(to), Some(from)) = (self, from) {
            to.deepen(from);
        }
    }
}

impl<T: DeepClone> DeepClone for Vec<T> {
    const IS_SMALL: bool = T::IS_SMALL;

    #[inline]
    fn shallow(&self) -> Self {
        Self::with_capacity(self.len())
    }

    fn deepen(&mut self, from: &Self) {
        if T::IS_SMALL {
            self.extend_from_slice(from);
            return;
        }
        for item in from {
            begin_item(self, item).deepen(item);
        }
    }
}

impl<K: Clone + Eq + Hash, V: DeepClone, S: BuildHasher + Clone> DeepClone for HashMap<K, V, S> {
    const IS_SMALL: bool = V::IS_SMALL;

    #[inline]
    fn shallow(&self) -> Self {
        let capacity = if V::IS_SMALL { 0 } else { self.len() };
        Self::with_capacity_and_hasher(capacity, self.hasher().clone())
    }

    fn deepen(&mut self, from: &Self) {
        if V::IS_SMALL {
            self.clone_from(from);
            return;
        }
        for (key, value) in from {
            begin_entry(self, key, value).deepen(value);
        }
    }
}

// These have a copy on the stack before it is in its place: they return before it is deepened.

#[inline(never)]
fn begin<T: DeepClone>(to: &mut T, from: &T) {
    *to = from.shallow();
}

#[inline(never)]
fn begin_boxed<'t, T: DeepClone>(to: &'t mut Option<Box<T>>, from: &T) -> &'t mut T {
    to.insert(Box::new(from.shallow()))
}

#[inline(never)]
fn begin_item<'t, T: DeepClone>(items: &'t mut Vec<T>, from: &T) -> &'t mut T {
    let at = items.len();
    items.push(from.shallow());
    &mut items[at]
}

#[inline(never)]
fn begin_entry<'t, K: Clone + Eq + Hash, V: DeepClone, S: BuildHasher>(
    entries: &'t mut HashMap<K, V, S>,
    key: &K,
    from: &V,
) -> &'t mut V {
    let entry = entries.entry(key.clone());
    entry.insert_entry(from.shallow()).into_mut()
}
