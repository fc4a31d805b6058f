//! Elements in the making: start tags with namespaces and attributes, texts, and end tags.

use std::fmt;

use super::super::digits;
use super::super::wire::{Layout, Namespace};
use super::{Writer, escape};

impl Writer {
    /// Says what the value is that comes next and is no member: an item of a list, or a part of a
    /// map. Where it is flat it declares the member's namespace, unless it has its own.
    #[inline]
    pub(super) fn next(
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
    pub(super) fn start(&mut self) -> &'static str {
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
    pub(super) fn end_tag(&mut self) {
        if self.is_open {
            self.bytes.push(b'>');
            self.is_open = false;
        }
    }

    /// Ends the element of this name.
    #[inline]
    pub(super) fn end(&mut self, name: &str) {
        self.end_tag();
        self.bytes.extend_from_slice(b"</");
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b'>');
    }

    /// Writes a value that is a text, which `write` writes.
    #[inline]
    pub(super) fn text(&mut self, write: impl FnOnce(&mut Self)) {
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
    pub(super) fn plain(&mut self, text: &str) {
        self.text(|w| w.bytes.extend_from_slice(text.as_bytes()));
    }

    /// Writes as few digits as give the same number again, which `digits` is.
    #[inline]
    pub(super) fn number(&mut self, value: f64, digits: &dyn fmt::Debug) {
        match digits::word(value) {
            Some(word) => self.plain(word),
            None => self.text(|w| digits::write_float(&mut w.bytes, digits)),
        }
    }

    #[inline]
    pub(super) fn escaped(&mut self, text: &str) {
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
