//! Texts: names, and the values that are texts.

use std::borrow::Cow;

use super::head::{LONG_TEXT, SHORT_TEXT, TEXT};
use super::{Error, ErrorKind, Reader};

/// How far a text that comes next is looked at, and what is behind it.
const AHEAD: usize = 256;

/// A part of a message that is known to be ASCII.
///
/// To check a short text takes longer than to read the rest of it, and most are short: names, and
/// values behind them. The heads of short texts are ASCII, too, so that several of them are checked
/// at once.
#[derive(Clone, Copy, Default)]
pub(super) struct Ascii<'a> {
    text: &'a str,
    /// Where in the message it begins.
    start: usize,
}

impl<'a> Ascii<'a> {
    /// The part that begins here, as far as it is within these bytes. It may leave out the last seven.
    #[inline]
    fn of(bytes: &'a [u8], start: usize) -> Self {
        // In each byte the bit that is set where it is not ASCII.
        const OTHERS: u64 = 0x8080_8080_8080_8080;
        let (mut length, mut others) = (0, 0);
        for word in bytes.as_chunks().0 {
            others = u64::from_le_bytes(*word) & OTHERS;
            if others != 0 {
                break;
            }
            length += 8;
        }
        if others != 0 {
            length += others.trailing_zeros() as usize / 8;
        }
        let text = std::str::from_utf8(&bytes[..length]).unwrap_or_default();
        Self { text, start }
    }

    /// What is between two places of the message, if it is in this part.
    #[inline]
    fn get(&self, start: usize, end: usize) -> Option<&'a str> {
        let start = start.wrapping_sub(self.start);
        let end = end.wrapping_sub(self.start);
        self.text.get(start..end)
    }
}

impl<'a> Reader<'a> {
    /// Reads the text that comes next. It is borrowed from the message unless it is in chunks.
    #[inline]
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, Error> {
        match self.usual_text() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.any_text(),
        }
    }

    /// Reads the text that comes next where it is as names and nearly all others are: of less than 256
    /// bytes, in one piece, without a tag, and right. It is short, so that it becomes a part of
    /// whoever asks.
    #[inline]
    fn usual_text(&mut self) -> Option<&'a str> {
        let (start, length) = match self.bytes.get(self.at..)? {
            [first @ SHORT_TEXT..LONG_TEXT, ..] => (self.at + 1, first - SHORT_TEXT),
            [LONG_TEXT, length, ..] => (self.at + 2, *length),
            _ => return None,
        };
        let end = start + usize::from(length);
        let text = match self.ascii.get(start, end) {
            Some(text) => text,
            None => self.look_at(start, end)?,
        };
        self.at = end;
        Some(text)
    }

    /// The text between two places, if there is one. It is seldom asked for, and so it is a call.
    #[cold]
    #[inline]
    fn look_at(&mut self, start: usize, end: usize) -> Option<&'a str> {
        let text = self.bytes.get(start..end)?;
        let ahead = &self.bytes[start..];
        let ascii = Ascii::of(&ahead[..ahead.len().min(AHEAD)], start);
        if let Some(text) = ascii.get(start, end) {
            self.ascii = ascii;
            return Some(text);
        }
        std::str::from_utf8(text).ok()
    }

    #[cold]
    #[inline]
    fn any_text(&mut self) -> Result<Cow<'a, str>, Error> {
        let head = self.value()?;
        if head.major() != TEXT {
            return Err(head.error(ErrorKind::ExpectedString));
        }
        if !head.is_indefinite() {
            return self.utf8(head.argument).map(Cow::Borrowed);
        }
        let mut text = String::new();
        while let Some(length) = self.chunk(TEXT)? {
            text.push_str(self.utf8(length)?);
        }
        Ok(Cow::Owned(text))
    }

    #[inline]
    fn utf8(&mut self, length: u64) -> Result<&'a str, Error> {
        let start = self.at;
        std::str::from_utf8(self.take(length)?)
            .map_err(|error| Error::new(ErrorKind::InvalidUtf8, start + error.valid_up_to()))
    }
}
