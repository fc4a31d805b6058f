//! Numbers in a JSON text.

use super::super::decimal;
use super::{Error, ErrorKind, Reader};

/// A number, as it is written.
pub(super) struct Number<'a> {
    /// The whole of it.
    pub(super) text: &'a str,
    offset: usize,
}

impl Number<'_> {
    /// An error about this number.
    #[inline]
    pub(super) fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.offset)
    }
}

impl<'a> Reader<'a> {
    /// Reads the integer that comes next. `1.0` and `1e2` are integers too.
    ///
    /// # Errors
    /// Where something else comes next, or the integer does not fit.
    #[inline]
    pub fn integer(&mut self) -> Result<i64, Error> {
        let bytes = self.text.as_bytes();
        let is_negative = self.peek() == Some(b'-');
        let start = self.at + usize::from(is_negative);
        let mut end = start;
        let mut value: i64 = 0;
        // Eighteen digits always fit.
        while let Some(digit @ b'0'..=b'9') = bytes.get(end)
            && end - start < 18
        {
            value = value * 10 + i64::from(digit - b'0');
            end += 1;
        }
        let is_canonical = end == start + 1 || (end > start && bytes[start] != b'0');
        if is_canonical && !matches!(bytes.get(end), Some(b'0'..=b'9' | b'.' | b'e' | b'E')) {
            self.at = end;
            return Ok(if is_negative { -value } else { value });
        }
        self.unusual_integer()
    }

    /// Reads the integer that comes next into a type of fewer bits.
    ///
    /// # Errors
    /// Where something else comes next, or the integer does not fit.
    #[inline]
    pub fn small_integer<T: TryFrom<i64>>(&mut self) -> Result<T, Error> {
        let offset = self.at;
        match T::try_from(self.integer()?) {
            Ok(value) => Ok(value),
            Err(_) => Err(Error::new(ErrorKind::NumberOutOfRange, offset)),
        }
    }

    #[cold]
    #[inline]
    fn unusual_integer(&mut self) -> Result<i64, Error> {
        let number = self.number()?;
        let out_of_range = number.error(ErrorKind::NumberOutOfRange);
        match decimal::scaled(number.text, 0) {
            Some((value, true)) => i64::try_from(value).map_err(|_| out_of_range),
            Some((_, false)) => Err(number.error(ErrorKind::ExpectedInteger)),
            None => Err(out_of_range),
        }
    }

    /// Reads the number that comes next, whatever its size.
    #[inline]
    pub(super) fn number(&mut self) -> Result<Number<'a>, Error> {
        let offset = self.at;
        self.accept(b"-");
        if !self.accept(b"0") {
            self.digits()?;
        }
        if self.accept(b".") {
            self.digits()?;
        }
        if self.accept(b"eE") {
            self.accept(b"+-");
            self.digits()?;
        }
        Ok(Number {
            text: &self.text[offset..self.at],
            offset,
        })
    }

    /// Steps over one of these bytes, if one comes next.
    #[inline]
    fn accept(&mut self, bytes: &[u8]) -> bool {
        let found = self.peek().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(found);
        found
    }

    /// Steps over one digit or more.
    #[inline]
    fn digits(&mut self) -> Result<(), Error> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.error(ErrorKind::ExpectedNumber));
        }
        Ok(())
    }
}
