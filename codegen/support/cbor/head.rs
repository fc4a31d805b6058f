//! Heads: what every value begins with. Three bits say of which major type it is, the others, or the
//! bytes behind them, are its argument.

use super::{Error, ErrorKind};

// The major types.
pub(super) const NATURAL: u8 = 0;
pub(super) const NEGATIVE: u8 = 1;
pub(super) const BYTES: u8 = 2;
pub(super) const TEXT: u8 = 3;
pub(super) const LIST: u8 = 4;
pub(super) const MAP: u8 = 5;
pub(super) const TAG: u8 = 6;
pub(super) const OTHER: u8 = 7;

// What such bits say that are no argument.
pub(super) const HALF: u8 = 25;
pub(super) const SINGLE: u8 = 26;
pub(super) const DOUBLE: u8 = 27;
pub(super) const INDEFINITE: u8 = 31;

// Whole heads.
pub(super) const SHORT_TEXT: u8 = TEXT << 5;
/// Of a text whose length is the next byte.
pub(super) const LONG_TEXT: u8 = SHORT_TEXT | 24;
pub(super) const EMPTY_MAP: u8 = MAP << 5;
pub(super) const FALSE: u8 = 0xF4;
pub(super) const TRUE: u8 = 0xF5;
pub(super) const NULL: u8 = 0xF6;
pub(super) const UNDEFINED: u8 = 0xF7;
/// A simple value whose argument is the byte behind.
pub(super) const SIMPLE: u8 = 0xF8;
/// Of a float of 64 bits.
pub(super) const LONG_FLOAT: u8 = OTHER << 5 | DOUBLE;
/// The end of what has no definite length.
pub(super) const BREAK: u8 = 0xFF;

// The tags that say something.
pub(super) const TIMESTAMP: u64 = 1;
pub(super) const BIG_NATURAL: u64 = 2;
pub(super) const BIG_NEGATIVE: u64 = 3;
pub(super) const DECIMAL: u64 = 4;

/// The head of a value.
#[derive(Clone, Copy)]
pub(super) struct Head {
    /// Where it begins, in bytes from the start of the message.
    pub(super) start: usize,
    /// The first byte.
    pub(super) first: u8,
    pub(super) argument: u64,
    /// The tag before it, of several the last.
    pub(super) tag: Option<u64>,
}

impl Head {
    #[inline]
    pub(super) fn major(&self) -> u8 {
        self.first >> 5
    }

    /// The bits that are the argument, or say how long it is.
    #[inline]
    pub(super) fn info(&self) -> u8 {
        self.first & 0x1F
    }

    /// Whether the value ends with a break.
    #[inline]
    pub(super) fn is_indefinite(&self) -> bool {
        self.info() == INDEFINITE
    }

    #[inline]
    pub(super) fn is_null(&self) -> bool {
        matches!(self.first, NULL | UNDEFINED)
    }

    /// An error about this value.
    #[inline]
    pub(super) fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.start)
    }
}
