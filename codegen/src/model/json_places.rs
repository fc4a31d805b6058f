//! Where things are in a text of JSON: what is found on the way are slices of it. What was looked into once is
//! remembered, so that many problems in one file read it no more often.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::shape_id::ShapeId;
use super::sources;

/// The objects and lists of a text that were looked into, by where they begin.
#[derive(Debug, Default)]
pub(super) struct Places {
    containers: Mutex<HashMap<usize, Arc<Container>>>,
}

/// Where the values in an object, or in a list, are.
#[derive(Debug)]
enum Container {
    Object(HashMap<String, Range<usize>>),
    List(Vec<Range<usize>>),
}

impl sources::Places for Places {
    fn locate(&self, text: &str, id: &ShapeId, keys: &[&str]) -> Option<(usize, Range<usize>)> {
        let shape = id.without_member();
        let routes: &[(&str, &[&str])] = match id.member() {
            None => &[(shape.as_str(), &[])],
            Some(name) => &[
                (shape.as_str(), &["members", name]),
                (shape.as_str(), &[name]),
                (id.as_str(), &[]),
            ],
        };
        let definitions = self.child(text, &(0..text.len()), "shapes")?;
        let mut best: Option<(usize, Range<usize>)> = None;
        for (definition, way) in routes {
            let Some(span) = self.child(text, &definitions, definition) else {
                continue;
            };
            let route = [way, keys].concat();
            let (followed, found) = self.follow(text, span.clone(), &route);
            // Having reached the member itself counts as much on every route.
            let (reached, span) = match followed.checked_sub(way.len()) {
                Some(followed) => (1 + followed, found),
                None => (0, span.clone()),
            };
            if best.as_ref().is_none_or(|(most, _)| reached > *most) {
                best = Some((reached, span));
            }
        }
        best.map(|(reached, span)| (reached, shown(text, span)))
    }

    fn part(&self, text: &str, definition: Range<usize>, keys: &[&str]) -> Range<usize> {
        self.find_from(text, definition, keys).1
    }

    fn metadata(&self, text: &str, key: &str) -> Option<Range<usize>> {
        Some(self.find(text, &["metadata", key]).1)
    }
}

impl Places {
    /// Where these keys lead from the start of the text, as it is shown, and how many could be followed.
    pub(super) fn find(&self, text: &str, keys: &[&str]) -> (usize, Range<usize>) {
        self.find_from(text, 0..text.len(), keys)
    }

    /// The same from a value.
    pub(super) fn find_from(
        &self,
        text: &str,
        value: Range<usize>,
        keys: &[&str],
    ) -> (usize, Range<usize>) {
        let (followed, span) = self.follow(text, value, keys);
        (followed, shown(text, span))
    }

    /// The whole value to which these keys lead from the start of the text.
    pub(super) fn value(&self, text: &str, keys: &[&str]) -> Option<Range<usize>> {
        let (followed, span) = self.follow(text, 0..text.len(), keys);
        (followed == keys.len()).then_some(span)
    }

    /// Follows keys from a value as far as they lead, and says how far that was.
    fn follow(&self, text: &str, mut span: Range<usize>, keys: &[&str]) -> (usize, Range<usize>) {
        for (followed, key) in keys.iter().enumerate() {
            match self.child(text, &span, key) {
                Some(next) => span = next,
                None => return (followed, span),
            }
        }
        (keys.len(), span)
    }

    /// The value under a key of an object, or at an index of a list.
    fn child(&self, text: &str, span: &Range<usize>, key: &str) -> Option<Range<usize>> {
        let lock = || {
            let containers = self.containers.lock();
            containers.unwrap_or_else(PoisonError::into_inner)
        };
        let known = lock().get(&span.start).cloned();
        let container = match known {
            Some(container) => container,
            None => {
                let found = Arc::new(Container::at(text, span)?);
                lock().insert(span.start, found.clone());
                found
            }
        };
        match &*container {
            Container::Object(entries) => entries.get(key).cloned(),
            Container::List(items) => items.get(key.parse::<usize>().ok()?).cloned(),
        }
    }
}

/// What is shown of a value: a large one is shown by its key, a small one by itself.
fn shown(text: &str, span: Range<usize>) -> Range<usize> {
    let is_large = text[span.clone()].starts_with(['{', '[']);
    match key_before(text, span.start) {
        Some(key) if is_large => key,
        _ if is_large => span.start..span.start + 1,
        _ => span,
    }
}

impl Container {
    /// The object or list here; `None` where the value is neither.
    fn at(text: &str, span: &Range<usize>) -> Option<Self> {
        let value = &text[span.clone()];
        if value.trim_ascii_start().starts_with('[') {
            let items: Vec<&RawValue> = serde_json::from_str(value).ok()?;
            let items = items.into_iter().map(|item| span_in(text, item));
            return Some(Self::List(items.collect()));
        }
        let entries: Entries<'_> = serde_json::from_str(value).ok()?;
        // Of two entries with one key, the first is the one that is found.
        let entries = entries.0.into_iter().rev();
        let entries = entries.map(|(key, raw)| (key, span_in(text, raw)));
        Some(Self::Object(entries.collect()))
    }
}

/// Where in a text a value is that was borrowed from it.
pub(super) fn span_in(text: &str, raw: &RawValue) -> Range<usize> {
    let start = raw.get().as_ptr() as usize - text.as_ptr() as usize;
    start..start + raw.get().len()
}

/// The key, quotes included, of the value that starts here.
pub(super) fn key_before(text: &str, value: usize) -> Option<Range<usize>> {
    let before = text[..value]
        .trim_ascii_end()
        .strip_suffix(':')?
        .trim_ascii_end();
    let inner = before.strip_suffix('"')?;
    let is_escaped = |at: usize| {
        let backslashes = inner[..at].bytes().rev().take_while(|&byte| byte == b'\\');
        backslashes.count() % 2 == 1
    };
    let (start, _) = inner.rmatch_indices('"').find(|&(at, _)| !is_escaped(at))?;
    Some(start..before.len())
}

/// The entries of an object in the order of the text, doubles included, values unread.
#[derive(Default)]
pub(super) struct Entries<'a>(pub(super) Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<'a>(PhantomData<&'a ()>);

        impl<'de: 'a, 'a> Visitor<'de> for InOrder<'a> {
            type Value = Entries<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(InOrder(PhantomData))
    }
}
