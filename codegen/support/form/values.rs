//! What values of each type are in a form.

use std::fmt;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, base64};

use super::super::wire::{self, Encode, EncodeMembers, Layout};
use super::super::{digits, percent};
use super::{Dialect, Writer};

impl Writer {
    /// Writes a value that is a text.
    #[inline]
    fn text(&mut self, text: &str) {
        percent::encode(text, false, self.parameter());
    }

    /// Writes as few digits as give the same number again, which `digits` is.
    #[inline]
    fn number(&mut self, value: f64, digits: &dyn fmt::Debug) {
        let form = self.parameter();
        match digits::word(value) {
            Some(word) => form.extend_from_slice(word.as_bytes()),
            None => digits::write_float(form, digits),
        }
    }

    /// Begins a list or a map, whose items or entries are called so unless they are flat, and gives
    /// what ends it again.
    #[inline]
    fn descend_to_each(&mut self, name: &str) -> usize {
        let is_flat = self.layout.is_flat || self.dialect == Dialect::Ec2Query;
        let around = self.descend();
        if !is_flat {
            self.next(name, None);
            self.inside();
        }
        around
    }
}

impl wire::Writer for Writer {
    /// A parameter without a value: an item that is left out would let the others move up.
    #[inline]
    fn null(&mut self) {
        self.parameter();
    }

    #[inline]
    fn boolean(&mut self, value: bool) {
        let word: &[u8] = if value { b"true" } else { b"false" };
        self.parameter().extend_from_slice(word);
    }

    #[inline]
    fn integer(&mut self, value: i64) {
        digits::write_integer(self.parameter(), value);
    }

    #[inline]
    fn natural(&mut self, value: u64) {
        digits::write_natural(self.parameter(), value);
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
        self.text(value.as_ref());
    }

    #[inline]
    fn big_decimal(&mut self, value: &BigDecimal) {
        self.text(value.as_ref());
    }

    #[inline]
    fn string(&mut self, value: &str) {
        self.text(value);
    }

    #[inline]
    fn blob(&mut self, value: &Blob) {
        self.text(&base64::encode(value));
    }

    #[inline]
    fn timestamp(
        &mut self,
        moment: &DateTime,
        _is_number: bool,
        text: impl FnOnce(&DateTime) -> Option<String>,
    ) {
        match text(moment) {
            Some(text) => self.text(&text),
            None => self
                .guard
                .fail("a timestamp is out of the range of its format"),
        }
    }

    #[inline]
    fn document(&mut self, _write: impl FnOnce(&mut Self)) {
        self.guard.fail("forms have no documents");
    }

    #[inline]
    fn list<T: Encode>(&mut self, items: impl ExactSizeIterator<Item = T>) {
        if items.len() == 0 {
            if self.dialect == Dialect::AwsQuery {
                self.parameter();
            }
            return;
        }
        let layout = self.layout;
        let around = self.descend_to_each(layout.item);
        for (index, item) in items.enumerate() {
            if self.guard.has_failed() {
                return;
            }
            self.next_number(index + 1, layout.items);
            item.encode(self);
        }
        self.ascend(around);
    }

    /// Where there are no entries there is no parameter. They are numbered in the order of their
    /// keys, so that equal values are equal forms.
    #[inline]
    fn map<K: AsRef<str>, V: Encode>(&mut self, entries: impl ExactSizeIterator<Item = (K, V)>) {
        let layout = self.layout;
        let mut entries: Vec<_> = entries.collect();
        entries.sort_unstable_by(|(a, _), (b, _)| a.as_ref().cmp(b.as_ref()));
        let around = self.descend_to_each("entry");
        let each = self.around;
        for (index, (key, value)) in entries.into_iter().enumerate() {
            if self.guard.has_failed() {
                return;
            }
            self.next_number(index + 1, None);
            self.inside();
            self.next(layout.key, layout.keys);
            self.text(key.as_ref());
            self.next(layout.value, layout.items);
            value.encode(self);
            self.around = each;
        }
        self.ascend(around);
    }

    #[inline]
    fn structure(&mut self, members: &impl EncodeMembers) {
        let around = self.descend();
        members.encode_members(self);
        self.ascend(around);
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
        self.next(name, None);
        value.encode(self);
    }

    #[inline]
    fn laid_out(&mut self, name: &'static str, layout: &'static Layout, value: &impl Encode) {
        self.next(name, Some(layout));
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
