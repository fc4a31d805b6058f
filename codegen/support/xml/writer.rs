//! The writer: a document that grows value by value.

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, base64};

use super::super::digits;
use super::super::operation::BuildError;
use super::super::wire::{self, Encode, EncodeMembers, Guard, Layout, Namespace};

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

    /// Says the name and the layout of the value that comes next.
    #[inline]
    pub(crate) fn begin(&mut self, name: &'static str, layout: &'static Layout) {
        self.next(name, None, None);
        self.layout = layout;
        self.namespace = layout.namespace.as_ref();
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
            None => self
                .guard
                .fail("a timestamp is out of the range of its format"),
        }
    }

    #[inline]
    fn document(&mut self, _write: impl FnOnce(&mut Self)) {
        self.guard.fail("XML has no documents");
    }

    #[inline]
    fn list<T: Encode>(&mut self, items: impl ExactSizeIterator<Item = T>) {
        self.guard.descend();
        let layout = self.layout;
        let (list, item, namespace) = if layout.is_flat {
            (None, self.name, self.namespace)
        } else {
            (Some(self.start()), layout.item, None)
        };
        for item_value in items {
            if self.guard.has_failed() {
                return;
            }
            self.next(item, layout.items, namespace);
            item_value.encode(self);
        }
        if let Some(list) = list {
            self.end(list);
        }
        self.guard.ascend();
    }

    /// In the order of their keys, so that equal values are equal documents.
    #[inline]
    fn map<K: AsRef<str>, V: Encode>(&mut self, entries: impl ExactSizeIterator<Item = (K, V)>) {
        self.guard.descend();
        let mut entries: Vec<_> = entries.collect();
        entries.sort_unstable_by(|(a, _), (b, _)| a.as_ref().cmp(b.as_ref()));
        let layout = self.layout;
        let (map, entry, namespace) = if layout.is_flat {
            (None, self.name, self.namespace)
        } else {
            (Some(self.start()), "entry", None)
        };
        for (key, value) in entries {
            if self.guard.has_failed() {
                return;
            }
            self.next(entry, None, namespace);
            self.start();
            self.next(layout.key, layout.keys, None);
            self.string(key.as_ref());
            self.next(layout.value, layout.items, None);
            value.encode(self);
            self.end(entry);
        }
        if let Some(map) = map {
            self.end(map);
        }
        self.guard.ascend();
    }

    #[inline]
    fn structure(&mut self, members: &impl EncodeMembers) {
        self.guard.descend();
        let name = self.start();
        // Where clients write forms, their services alone write documents.
        #[cfg(feature = "test-util")]
        members.encode_answered(self);
        #[cfg(not(feature = "test-util"))]
        members.encode_members(self);
        self.end(name);
        self.guard.ascend();
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

impl wire::Members for Writer {
    #[inline(always)]
    fn value(&mut self, name: &'static str, value: &impl Encode) {
        self.next(name, None, None);
        value.encode(self);
    }

    #[inline]
    fn laid_out(&mut self, name: &'static str, layout: &'static Layout, value: &impl Encode) {
        self.begin(name, layout);
        value.encode(self);
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
