//! The writer: JSON text that grows value by value.

use super::super::operation::BuildError;
use super::{Encode, MAX_DEPTH, string};

/// Most requests fit in so many bytes.
const USUAL_SIZE: usize = 256;

/// A JSON text in the making.
pub struct Writer {
    pub(super) bytes: Vec<u8>,
    pub(super) depth: usize,
    failure: Option<BuildError>,
    /// Whether big numbers are strings.
    pub(super) quotes_big_numbers: bool,
}

impl Default for Writer {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// A text with nothing in it yet.
    #[inline]
    pub fn new() -> Self {
        Self {
            bytes: Vec::with_capacity(USUAL_SIZE),
            depth: 0,
            failure: None,
            quotes_big_numbers: false,
        }
    }

    /// The same, writing big numbers as strings: they lose no digit where all numbers are floats.
    #[must_use]
    #[inline]
    pub fn quote_big_numbers(mut self) -> Self {
        self.quotes_big_numbers = true;
        self
    }

    /// The finished text.
    ///
    /// # Errors
    /// Where a value could not be written, see [`Writer::fail`].
    #[inline]
    pub fn finish(self) -> Result<Vec<u8>, BuildError> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(self.bytes),
        }
    }

    /// Gives up on the text, for this reason. The first reason is the one that is told.
    #[cold]
    #[inline]
    pub fn fail(&mut self, reason: &str) {
        self.failure.get_or_insert_with(|| BuildError::new(reason));
    }

    /// Whether there is no use in writing on.
    #[inline]
    pub fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    /// Starts an object.
    #[inline]
    pub fn object(&mut self) -> ObjectWriter<'_> {
        self.descend();
        ObjectWriter {
            writer: self,
            separator: b'{',
        }
    }

    #[inline]
    pub(super) fn descend(&mut self) {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.fail("a value is nested too deeply");
        }
    }

    /// Writes a string.
    #[inline]
    pub fn string(&mut self, value: &str) {
        string::write(&mut self.bytes, value);
    }

    /// Writes `true` or `false`.
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        let word: &[u8] = if value { b"true" } else { b"false" };
        self.bytes.extend_from_slice(word);
    }

    /// Writes `null`.
    #[inline]
    pub fn null(&mut self) {
        self.bytes.extend_from_slice(b"null");
    }

    /// Writes an integer.
    #[inline]
    pub fn integer(&mut self, value: i64) {
        if value < 0 {
            self.bytes.push(b'-');
        }
        self.natural(value.unsigned_abs());
    }

    /// Writes an integer that is not negative.
    #[inline]
    pub fn natural(&mut self, mut value: u64) {
        let mut digits = [0; 20];
        let mut start = digits.len();
        loop {
            start -= 1;
            digits[start] = b'0' + (value % 10) as u8;
            value /= 10;
            if value == 0 {
                break;
            }
        }
        self.bytes.extend_from_slice(&digits[start..]);
    }
}

/// An object in the making.
#[must_use = "an object is complete only after `end`"]
pub struct ObjectWriter<'a> {
    pub(super) writer: &'a mut Writer,
    /// What comes before the next name.
    separator: u8,
}

impl ObjectWriter<'_> {
    #[inline]
    pub(super) fn name(&mut self, name: &str) {
        let bytes = &mut self.writer.bytes;
        bytes.extend_from_slice(&[self.separator, b'"']);
        self.separator = b',';
        string::write_inside(bytes, name);
        bytes.extend_from_slice(b"\":");
    }

    /// Gives up on the whole text, for this reason, as [`Writer::fail`] does.
    #[cold]
    #[inline]
    pub fn fail(&mut self, reason: &str) {
        self.writer.fail(reason);
    }

    /// Writes a member.
    #[inline]
    pub fn value(&mut self, name: &str, value: &impl Encode) {
        self.name(name);
        value.encode(self.writer);
    }

    /// Writes a member, or nothing where it has no value.
    #[inline]
    pub fn field(&mut self, name: &str, value: &Option<impl Encode>) {
        if let Some(value) = value {
            self.value(name, value);
        }
    }

    /// Completes the object.
    #[inline]
    pub fn end(self) {
        if self.separator == b'{' {
            self.writer.bytes.push(b'{');
        }
        self.writer.bytes.push(b'}');
        self.writer.depth -= 1;
    }
}
