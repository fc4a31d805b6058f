//! The writer: a document that grows value by value.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, base64};

use super::super::digits;
use super::super::operation::BuildError;
use super::super::wire::{self, Guard, Layout, Namespace};

/// Most documents fit in so many bytes.
const USUAL_SIZE: usize = 256;

/// A document in the making. Its root has a name, `_` if none is said, and maybe a layout, like any
/// member.
pub struct Writer {
    pub(super) bytes: Vec<u8>,
    pub(super) guard: Guard,
    /// Whether the last start tag has no `>` yet, so that attributes may follow.
    pub(super) is_open: bool,
    /// The name of the value that comes next.
    pub(super) name: &'static str,
    pub(super) layout: &'static Layout,
    /// The namespace that the element of the value declares.
    pub(super) namespace: Option<&'static Namespace>,
}

impl Writer {
    /// A document with nothing in it yet.
    #[inline]
    pub(crate) fn new() -> Self {
        Self {
            bytes: Vec::with_capacity(USUAL_SIZE),
            guard: Guard::default(),
            is_open: false,
            name: "_",
            layout: &Layout::PLAIN,
            namespace: None,
        }
    }

    /// The finished document.
    ///
    /// # Errors
    /// Where a value could not be written, see [`wire::Writer::fail`].
    #[inline]
    pub fn finish(self) -> Result<Vec<u8>, BuildError> {
        self.guard.finish(self.bytes)
    }
}

impl wire::Writer for Writer {
    /// An element with nothing in it.
    #[inline]
    fn null(&mut self) {
        self.plain("");
    }

    #[inline]
    fn boolean(&mut self, value: bool) {
        self.plain(if value { "true" } else { "false" });
    }

    #[inline]
    fn integer(&mut self, value: i64) {
        self.text(|w| digits::write_integer(&mut w.bytes, value));
    }

    #[inline]
    fn natural(&mut self, value: u64) {
        self.text(|w| digits::write_natural(&mut w.bytes, value));
    }

    #[inline]
    fn float(&mut self, value: f32) {
        self.number(value.into(), &value);
    }

    #[inline]
    fn double(&mut self, value: f64) {
        self.number(value, &value);
    }

    #[inline]
    fn big_integer(&mut self, value: &BigInteger) {
        self.plain(value.as_ref());
    }

    #[inline]
    fn big_decimal(&mut self, value: &BigDecimal) {
        self.plain(value.as_ref());
    }

    #[inline]
    fn string(&mut self, value: &str) {
        self.text(|w| w.escaped(value));
    }

    #[inline]
    fn blob(&mut self, value: &Blob) {
        self.plain(&base64::encode(value));
    }

    #[inline]
    fn timestamp(
        &mut self,
        moment: &DateTime,
        _is_number: bool,
        text: impl FnOnce(&DateTime) -> Option<String>,
    ) {
        match text(moment) {
            Some(text) => self.plain(&text),
            None => self.fail("a timestamp is out of the range of its format"),
        }
    }

    #[inline]
    fn document(&mut self, _write: impl FnOnce(&mut Self)) {
        self.fail("XML has no documents");
    }

    #[inline]
    fn list<T>(&mut self, items: &[T], encode: impl Fn(&T, &mut Self)) {
        self.guard.descend();
        let layout = self.layout;
        let (list, item, namespace) = if layout.is_flat {
            (None, self.name, self.namespace)
        } else {
            (Some(self.start()), layout.item, None)
        };
        for value in items {
            if self.has_failed() {
                return;
            }
            self.next(item, layout.items, namespace);
            encode(value, self);
        }
        if let Some(list) = list {
            self.end(list);
        }
        self.guard.ascend();
    }

    /// In the order of their keys, so that equal values are equal documents.
    #[inline]
    fn map<K: AsRef<str>, V>(&mut self, entries: &HashMap<K, V>, encode: impl Fn(&V, &mut Self)) {
        self.guard.descend();
        let mut entries: Vec<_> = entries.iter().map(|(k, v)| (k.as_ref(), v)).collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        let layout = self.layout;
        let (map, entry, namespace) = if layout.is_flat {
            (None, self.name, self.namespace)
        } else {
            (Some(self.start()), "entry", None)
        };
        for (key, value) in entries {
            if self.has_failed() {
                return;
            }
            self.next(entry, None, namespace);
            self.start();
            self.next(layout.key, layout.keys, None);
            self.string(key);
            self.next(layout.value, layout.items, None);
            encode(value, self);
            self.end(entry);
        }
        if let Some(map) = map {
            self.end(map);
        }
        self.guard.ascend();
    }

    #[inline]
    fn structure(&mut self, members: impl FnOnce(&mut Self)) {
        self.guard.descend();
        let name = self.start();
        members(self);
        self.end(name);
        self.guard.ascend();
    }

    #[inline]
    fn name(&mut self, name: &'static str) {
        self.next(name, None, None);
    }

    #[inline]
    fn layout(&mut self, layout: &'static Layout) {
        self.layout = layout;
        self.namespace = layout.namespace.as_ref();
    }

    #[cold]
    #[inline]
    fn fail(&mut self, reason: &str) {
        self.guard.fail(reason);
    }

    #[inline]
    fn has_failed(&self) -> bool {
        self.guard.has_failed()
    }
}
