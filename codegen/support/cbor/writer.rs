//! The writer: a message that grows value by value.

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};

use super::super::operation::BuildError;
use super::super::wire::{self, Encode, EncodeMembers, Guard};
use super::head::{
    BIG_NATURAL, BIG_NEGATIVE, BREAK, BYTES, DECIMAL, EMPTY_MAP, FALSE, INDEFINITE, LIST,
    LONG_FLOAT, MAP, NATURAL, NEGATIVE, NULL, OTHER, SINGLE, TAG, TEXT, TIMESTAMP, TRUE,
};
use super::{big_number, number};

/// Most requests fit in so many bytes.
const USUAL_SIZE: usize = 256;

/// A message in the making.
pub struct Writer {
    bytes: Vec<u8>,
    guard: Guard,
}

impl Writer {
    /// A message with nothing in it yet.
    #[inline]
    pub(super) fn new() -> Self {
        Self {
            bytes: Vec::with_capacity(USUAL_SIZE),
            guard: Guard::default(),
        }
    }

    /// The finished message.
    #[inline]
    pub(super) fn finish(self) -> Result<Vec<u8>, BuildError> {
        self.guard.finish(self.bytes)
    }

    /// Writes a head in as few bytes as it takes.
    #[inline]
    fn head(&mut self, major: u8, argument: u64) {
        let first = major << 5;
        let bytes = argument.to_be_bytes();
        let (info, size) = match argument {
            0..24 => return self.bytes.push(first | bytes[7]),
            24..0x100 => (24, 1),
            0x100..0x1_0000 => (25, 2),
            0x1_0000..0x1_0000_0000 => (26, 4),
            _ => (27, 8),
        };
        self.bytes.push(first | info);
        self.bytes.extend_from_slice(&bytes[8 - size..]);
    }

    #[inline]
    fn string_of(&mut self, major: u8, bytes: &[u8]) {
        self.head(major, bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }

    /// Writes the integer of these digits, as a big one only where it does not fit otherwise.
    #[inline]
    fn digits(&mut self, is_negative: bool, digits: &str) {
        let digits = digits.trim_start_matches('0');
        let (major, tag, less) = match is_negative && !digits.is_empty() {
            true => (NEGATIVE, BIG_NEGATIVE, 1),
            false => (NATURAL, BIG_NATURAL, 0),
        };
        let value = if digits.is_empty() { "0" } else { digits }.parse::<u128>();
        if let Some(argument) = value
            .ok()
            .and_then(|value| u64::try_from(value - less).ok())
        {
            return self.head(major, argument);
        }
        match big_number::bytes(digits, is_negative) {
            Some(bytes) => {
                self.head(TAG, tag);
                self.string_of(BYTES, &bytes);
            }
            None => self.guard.fail("a big number has more than 8,192 bits"),
        }
    }
}

impl wire::Writer for Writer {
    #[inline]
    fn null(&mut self) {
        self.bytes.push(NULL);
    }

    #[inline]
    fn boolean(&mut self, value: bool) {
        self.bytes.push(if value { TRUE } else { FALSE });
    }

    #[inline]
    fn integer(&mut self, value: i64) {
        if value < 0 {
            self.head(NEGATIVE, !value as u64);
        } else {
            self.head(NATURAL, value as u64);
        }
    }

    #[inline]
    fn natural(&mut self, value: u64) {
        self.head(NATURAL, value);
    }

    #[inline]
    fn float(&mut self, value: f32) {
        self.bytes.push(OTHER << 5 | SINGLE);
        self.bytes.extend_from_slice(&value.to_be_bytes());
    }

    #[inline]
    fn double(&mut self, value: f64) {
        self.bytes.push(LONG_FLOAT);
        self.bytes.extend_from_slice(&value.to_be_bytes());
    }

    #[inline]
    fn big_integer(&mut self, value: &BigInteger) {
        let text = value.as_ref();
        self.digits(text.starts_with('-'), text.trim_start_matches('-'));
    }

    /// An exponent and digits. A zero has no sign.
    #[inline]
    fn big_decimal(&mut self, value: &BigDecimal) {
        let text = value.as_ref();
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let exponent = exponent.parse::<i128>().ok();
        let exponent = exponent.map(|exponent| exponent - fraction.len() as i128);
        let Some(exponent) = exponent.and_then(|exponent| i64::try_from(exponent).ok()) else {
            return self
                .guard
                .fail("the exponent of a big number has more than 64 bits");
        };
        self.head(TAG, DECIMAL);
        self.head(LIST, 2);
        self.integer(exponent);
        let digits = [whole.trim_start_matches(['-', '+']), fraction].concat();
        self.digits(whole.starts_with('-'), &digits);
    }

    #[inline]
    fn string(&mut self, value: &str) {
        self.string_of(TEXT, value.as_bytes());
    }

    #[inline]
    fn blob(&mut self, value: &Blob) {
        self.string_of(BYTES, value.as_ref());
    }

    /// Whole seconds are an integer, others a double that has three digits of a fraction at least
    /// in all years to 9999, six until 2242, and nine next to 1970.
    #[inline]
    fn timestamp(
        &mut self,
        moment: &DateTime,
        _is_number: bool,
        _text: impl FnOnce(&DateTime) -> Option<String>,
    ) {
        self.head(TAG, TIMESTAMP);
        match number::seconds(moment) {
            Some(seconds) => self.double(seconds),
            None => self.integer(moment.secs()),
        }
    }

    #[inline]
    fn list<T: Encode>(&mut self, items: impl ExactSizeIterator<Item = T>) {
        self.guard.descend();
        self.head(LIST, items.len() as u64);
        for item in items {
            if self.guard.has_failed() {
                return;
            }
            item.encode(self);
        }
        self.guard.ascend();
    }

    #[inline]
    fn map<K: AsRef<str>, V: Encode>(&mut self, entries: impl ExactSizeIterator<Item = (K, V)>) {
        self.guard.descend();
        self.head(MAP, entries.len() as u64);
        for (key, value) in entries {
            if self.guard.has_failed() {
                return;
            }
            self.string(key.as_ref());
            value.encode(self);
        }
        self.guard.ascend();
    }

    /// How many members there are is known at its end, so that is a break.
    #[inline]
    fn structure(&mut self, members: &impl EncodeMembers) {
        self.guard.descend();
        let start = self.bytes.len();
        self.bytes.push(MAP << 5 | INDEFINITE);
        members.encode_members(self);
        if self.bytes.len() == start + 1 {
            self.bytes[start] = EMPTY_MAP;
        } else {
            self.bytes.push(BREAK);
        }
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
        self.string_of(TEXT, name.as_bytes());
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
