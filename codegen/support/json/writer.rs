//! The writer: JSON text that grows value by value.

// needed by: floats
use std::fmt;

// needed by: timestamps
use aws_smithy_types::DateTime;
// needed by: big numbers
use aws_smithy_types::{BigDecimal, BigInteger};
// needed by: blobs
use aws_smithy_types::{Blob, base64};

use super::super::digits;
use super::super::operation::BuildError;
use super::super::wire::{self, Encode, EncodeMembers, Guard};
// needed by: big numbers
use super::Reader;
use super::string;

/// Most requests fit in so many bytes.
const USUAL_SIZE: usize = 256;

/// A JSON text in the making.
pub struct Writer {
    bytes: Vec<u8>,
    guard: Guard,
    /// Whether big numbers are strings.
    #[allow(dead_code, reason = "a service may have no big numbers")]
    quotes_big_numbers: bool,
}

impl Writer {
    /// A text with nothing in it yet.
    #[inline]
    pub fn new(quotes_big_numbers: bool) -> Self {
        Self {
            bytes: Vec::with_capacity(USUAL_SIZE),
            guard: Guard::default(),
            quotes_big_numbers,
        }
    }

    /// The finished text.
    ///
    /// # Errors
    /// Where a value could not be written, see [`wire::Writer::fail`].
    #[inline]
    pub fn finish(self) -> Result<Vec<u8>, BuildError> {
        self.guard.finish(self.bytes)
    }

    // needed by: floats
    /// As few digits as give the same number again, which `digits` is; the infinities and `NaN` are
    /// strings.
    #[inline]
    fn number(&mut self, value: f64, digits: &dyn fmt::Debug) {
        match digits::word(value) {
            Some(word) => string::write(&mut self.bytes, word),
            None => digits::write_float(&mut self.bytes, digits),
        }
    }

    /// An object with these members.
    #[inline]
    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.guard.descend();
        let start = self.bytes.len();
        members(self);
        // Before the first member there is a comma.
        match self.bytes.get_mut(start) {
            Some(comma) => *comma = b'{',
            None => self.bytes.push(b'{'),
        }
        self.bytes.push(b'}');
        self.guard.ascend();
    }

    /// The key of a member, behind a comma.
    #[inline]
    fn key(&mut self, key: &str) {
        self.bytes.extend_from_slice(b",\"");
        string::write_inside(&mut self.bytes, key);
        self.bytes.extend_from_slice(b"\":");
    }

    // needed by: big numbers
    #[inline]
    fn big_number(&mut self, text: &str) {
        // `007`, `+1` and `.5` are big numbers, but not numbers in JSON.
        if !Reader::is_number(text) {
            self.guard
                .fail("a big number is not written as JSON has it");
        } else if self.quotes_big_numbers {
            string::write(&mut self.bytes, text);
        } else {
            self.bytes.extend_from_slice(text.as_bytes());
        }
    }
}

impl wire::Writer for Writer {
    #[inline]
    fn null(&mut self) {
        self.bytes.extend_from_slice(b"null");
    }

    #[inline]
    fn boolean(&mut self, value: bool) {
        let word: &[u8] = if value { b"true" } else { b"false" };
        self.bytes.extend_from_slice(word);
    }

    #[inline]
    fn integer(&mut self, value: i64) {
        digits::write_integer(&mut self.bytes, value);
    }

    #[inline]
    fn natural(&mut self, value: u64) {
        digits::write_natural(&mut self.bytes, value);
    }

    // needed by: floats
    #[inline]
    fn float(&mut self, value: f32) {
        self.number(value.into(), &value);
    }

    // needed by: floats
    #[inline]
    fn double(&mut self, value: f64) {
        self.number(value, &value);
    }

    // needed by: big numbers
    #[inline]
    fn big_integer(&mut self, value: &BigInteger) {
        self.big_number(value.as_ref());
    }

    // needed by: big numbers
    #[inline]
    fn big_decimal(&mut self, value: &BigDecimal) {
        self.big_number(value.as_ref());
    }

    #[inline]
    fn string(&mut self, value: &str) {
        string::write(&mut self.bytes, value);
    }

    // needed by: blobs
    #[inline]
    fn blob(&mut self, value: &Blob) {
        string::write(&mut self.bytes, &base64::encode(value));
    }

    // needed by: timestamps
    #[inline]
    fn timestamp(
        &mut self,
        moment: &DateTime,
        is_number: bool,
        text: impl FnOnce(&DateTime) -> Option<String>,
    ) {
        if is_number && !moment.has_subsec_nanos() {
            return self.integer(moment.secs());
        }
        match text(moment) {
            Some(text) if is_number => self.bytes.extend_from_slice(text.as_bytes()),
            Some(text) => string::write(&mut self.bytes, &text),
            None => self
                .guard
                .fail("a timestamp is out of the range of its format"),
        }
    }

    #[inline]
    fn list<T: Encode>(&mut self, items: impl ExactSizeIterator<Item = T>) {
        self.guard.descend();
        let is_empty = items.len() == 0;
        let mut separator = b'[';
        for item in items {
            if self.guard.has_failed() {
                return;
            }
            self.bytes.push(separator);
            separator = b',';
            item.encode(self);
        }
        if is_empty {
            self.bytes.push(b'[');
        }
        self.bytes.push(b']');
        self.guard.ascend();
    }

    // needed by: maps
    #[inline]
    fn map<K: AsRef<str>, V: Encode>(&mut self, entries: impl ExactSizeIterator<Item = (K, V)>) {
        self.object(|w| {
            for (key, value) in entries {
                if w.guard.has_failed() {
                    return;
                }
                w.key(key.as_ref());
                value.encode(w);
            }
        });
    }

    #[inline]
    fn structure(&mut self, members: &impl EncodeMembers) {
        self.object(|w| members.encode_members(w));
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
        self.key(name);
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
