//! Where in a file of Smithy IDL things are, by the keys that lead to them in the JSON AST.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::parser;
use super::syntax::{Entry, Node, NodeValue, Span};
use crate::model::shape_id::ShapeId;
use crate::model::sources::Places;

/// Where the definitions of a file are, and all that belongs to them.
#[derive(Debug, Default)]
pub(in crate::model) struct Outline {
    /// In the order of the file's definitions; those in place come before what they are in.
    spots: Vec<Spot>,
    by_id: HashMap<ShapeId, Vec<usize>>,
    by_start: HashMap<usize, usize>,
    metadata: HashMap<String, Span>,
}

/// What leads to a part: mostly a word of the notation.
pub(super) type Key = Cow<'static, str>;

/// Where something is, and what is in it.
#[derive(Debug)]
pub(super) struct Spot {
    /// What is underlined.
    span: Span,
    /// The value here, which is read again where something in it is asked for.
    value: Option<Span>,
    /// Sorted by key.
    parts: Vec<(Key, Spot)>,
}

impl Spot {
    pub(super) fn new(span: Span) -> Self {
        Self {
            span,
            value: None,
            parts: Vec::new(),
        }
    }

    pub(super) fn value(span: Span, value: Option<Span>) -> Self {
        Self {
            value,
            ..Self::new(span)
        }
    }

    /// With these parts. Of two with one key, the first is the one that is found.
    pub(super) fn with(mut self, mut parts: Vec<(Key, Self)>) -> Self {
        parts.sort_by(|(a, _), (b, _)| a.cmp(b));
        self.parts = parts;
        self
    }

    fn part(&self, key: &str) -> Option<&Self> {
        let at = self.parts.partition_point(|(other, _)| **other < *key);
        let (found, part) = self.parts.get(at)?;
        (**found == *key).then_some(part)
    }

    /// Follows keys as far as they lead, and says how far that was.
    fn follow(&self, text: &str, keys: &[&str]) -> (usize, Range<usize>) {
        let mut spot = self;
        for (followed, key) in keys.iter().enumerate() {
            match spot.part(key) {
                Some(part) => spot = part,
                None => {
                    let (further, span) = spot.follow_value(text, &keys[followed..]);
                    return (followed + further, span);
                }
            }
        }
        (keys.len(), spot.span.range())
    }

    /// The same in the value that is here.
    fn follow_value(&self, text: &str, keys: &[&str]) -> (usize, Range<usize>) {
        let here = (0, self.span.range());
        let Some(value) = self.value else {
            return here;
        };
        let Ok(node) = parser::value(&text[value.range()]) else {
            return here;
        };
        let (followed, span) = follow_node(&node, keys);
        if followed == 0 {
            return here;
        }
        (followed, span.start + value.start..span.end + value.start)
    }
}

/// Follows keys in a value.
fn follow_node(mut node: &Node<'_>, keys: &[&str]) -> (usize, Span) {
    for (followed, key) in keys.iter().enumerate() {
        let next = match &node.value {
            NodeValue::List(items) => key.parse().ok().and_then(|at: usize| items.get(at)),
            NodeValue::Object(entries) => {
                let entry = entries.iter().find(|entry| entry.key == *key);
                entry.map(|Entry { value, .. }| value)
            }
            _ => None,
        };
        match next {
            Some(next) => node = next,
            None => return (followed, node.span),
        }
    }
    (keys.len(), node.span)
}

impl Outline {
    /// Adds a definition, or an `apply`, which begins where its spot does.
    pub(super) fn add(&mut self, id: ShapeId, spot: Spot) {
        let at = self.spots.len();
        self.by_start.insert(spot.span.start, at);
        self.by_id.entry(id).or_default().push(at);
        self.spots.push(spot);
    }

    pub(super) fn add_metadata(&mut self, key: &str, value: Span) {
        self.metadata.entry(key.to_owned()).or_insert(value);
    }
}

impl Places for Outline {
    fn metadata(&self, _: &str, key: &str) -> Option<Range<usize>> {
        self.metadata.get(key).map(|span| span.range())
    }

    fn part(&self, text: &str, definition: Range<usize>, keys: &[&str]) -> Range<usize> {
        match self.by_start.get(&definition.start) {
            Some(at) => self.spots[*at].follow(text, keys).1,
            None => definition,
        }
    }

    fn locate(&self, text: &str, id: &ShapeId, keys: &[&str]) -> Option<(usize, Range<usize>)> {
        let shape = id.without_member();
        let routes: &[(&ShapeId, &[&str])] = match id.member() {
            None => &[(&shape, &[])],
            Some(name) => &[(&shape, &["members", name]), (&shape, &[name]), (id, &[])],
        };
        let mut best: Option<(usize, Range<usize>)> = None;
        for (id, way) in routes {
            let route = [way, keys].concat();
            for at in self.by_id.get(*id).into_iter().flatten() {
                let spot = &self.spots[*at];
                let (followed, found) = spot.follow(text, &route);
                // Having reached the member itself counts as much on every route.
                let (reached, span) = match followed.checked_sub(way.len()) {
                    Some(followed) => (1 + followed, found),
                    None => (0, spot.span.range()),
                };
                if best.as_ref().is_none_or(|(most, _)| reached > *most) {
                    best = Some((reached, span));
                }
            }
        }
        best
    }
}
