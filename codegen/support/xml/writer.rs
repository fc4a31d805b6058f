//! The writer: a document that grows value by value.

use std::collections::HashMap;
use std::fmt;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, base64};

use super::super::decimal;
use super::super::operation::BuildError;
use super::super::wire::{self, Guard, Layout, Namespace};
use super::escape;

/// Most documents fit in so many bytes.
const USUAL_SIZE: usize = 256;

/// A document in the making. Its root has a name, and maybe a layout, like any member.
pub struct Writer {
    bytes: Vec<u8>,
    guard: Guard,
    /// Whether the last start tag has no `>` yet, so that attributes may follow.
    is_open: bool,
    /// The name of the value that comes next.
    name: &'static str,
    layout: &'static Layout,
    /// The namespace that the element of the value declares.
    namespace: Option<&'static Namespace>,
}

impl Writer {
    /// A document with nothing in it yet.
    #[inline]
    pub fn new() -> Self {
        Self {
            bytes: Vec::with_capacity(USUAL_SIZE),
            guard: Guard::default(),
            is_open: false,
            name: "",
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

    /// Says what the value is that comes next and is no member: an item of a list, or a part of a
    /// map. Where it is flat it declares the member's namespace, unless it has its own.
    #[inline]
    fn next(
        &mut self,
        name: &'static str,
        layout: Option<&'static Layout>,
        namespace: Option<&'static Namespace>,
    ) {
        self.name = name;
        self.layout = layout.unwrap_or(&Layout::PLAIN);
        self.namespace = self.layout.namespace.as_ref().or(namespace);
    }

    /// Begins the element of the value that comes next, whose name this gives. Attributes may follow.
    #[inline]
    fn start(&mut self) -> &'static str {
        self.end_tag();
        self.bytes.push(b'<');
        self.bytes.extend_from_slice(self.name.as_bytes());
        if let Some(namespace) = self.namespace {
            self.declare(namespace);
        }
        self.is_open = true;
        self.name
    }

    #[inline]
    fn declare(&mut self, namespace: &Namespace) {
        self.bytes.extend_from_slice(b" xmlns");
        if !namespace.prefix.is_empty() {
            self.bytes.push(b':');
            self.bytes.extend_from_slice(namespace.prefix.as_bytes());
        }
        self.bytes.extend_from_slice(b"=\"");
        self.escaped(namespace.uri);
        self.bytes.push(b'"');
    }

    /// Ends the last start tag, if that is not done yet.
    #[inline]
    fn end_tag(&mut self) {
        if self.is_open {
            self.bytes.push(b'>');
            self.is_open = false;
        }
    }

    /// Ends the element of this name.
    #[inline]
    fn end(&mut self, name: &str) {
        self.end_tag();
        self.bytes.extend_from_slice(b"</");
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b'>');
    }

    /// Writes a value that is a text, which `write` writes.
    #[inline]
    fn text(&mut self, write: impl FnOnce(&mut Self)) {
        if self.layout.is_attribute {
            self.bytes.push(b' ');
            self.bytes.extend_from_slice(self.name.as_bytes());
            self.bytes.extend_from_slice(b"=\"");
            write(self);
            self.bytes.push(b'"');
        } else {
            let name = self.start();
            self.end_tag();
            write(self);
            self.end(name);
        }
    }

    /// Writes a value that is a text in which nothing has to be escaped.
    #[inline]
    fn plain(&mut self, text: &str) {
        self.text(|w| w.bytes.extend_from_slice(text.as_bytes()));
    }

    /// Writes as few digits as give the same number again, which `digits` is.
    #[inline]
    fn number(&mut self, value: f64, digits: &dyn fmt::Debug) {
        match decimal::word(value) {
            Some(word) => self.plain(word),
            None => self.text(|w| decimal::write_float(&mut w.bytes, digits)),
        }
    }

    #[inline]
    fn escaped(&mut self, text: &str) {
        if !escape::write(&mut self.bytes, text) {
            self.fail_at_character();
        }
    }

    #[cold]
    #[inline]
    fn fail_at_character(&mut self) {
        let name = self.name;
        self.guard.fail(&format!(
            "`{name}` has a character that XML cannot hold, such as a control character"
        ));
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
        self.text(|w| decimal::write_integer(&mut w.bytes, value));
    }

    #[inline]
    fn natural(&mut self, value: u64) {
        self.text(|w| decimal::write_natural(&mut w.bytes, value));
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

    #[inline]
    fn map<K: AsRef<str>, V>(&mut self, entries: &HashMap<K, V>, encode: impl Fn(&V, &mut Self)) {
        self.guard.descend();
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
            self.string(key.as_ref());
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
