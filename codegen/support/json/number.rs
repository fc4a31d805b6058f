//! Numbers in a JSON text.

// needed by: floats
use std::borrow::Cow;
// needed by: big numbers, floats
use std::str::FromStr;

// needed by: integers to read
use super::super::decimal;
use super::{Error, ErrorKind, Reader};

/// A number, as it is written.
#[allow(dead_code, reason = "numbers may be stepped over, and never read")]
pub(super) struct Number<'a> {
    /// The whole of it.
    pub(super) text: &'a str,
    offset: usize,
}

// needed by: big numbers, documents, integers to read, timestamps
impl Number<'_> {
    /// An error about this number.
    #[inline]
    pub(super) fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.offset)
    }
}

impl<'a> Reader<'a> {
    // needed by: integers to read
    /// Reads the integer that comes next. `1.0` and `1e2` are integers too.
    #[inline]
    pub(super) fn whole_number(&mut self) -> Result<i64, Error> {
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

    // needed by: integers to read
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

    // needed by: floats
    /// Reads a float, or a string that says what is no number in JSON.
    #[inline]
    pub(super) fn float_of<T: Copy + FromStr>(
        &mut self,
        is_finite: fn(T) -> bool,
    ) -> Result<T, Error> {
        let offset = self.at;
        let (text, is_word) = if self.peek() == Some(b'"') {
            (self.text()?, true)
        } else {
            (Cow::Borrowed(self.number()?.text), false)
        };
        if is_word && !matches!(&*text, "NaN" | "Infinity" | "-Infinity") {
            return Err(Error::new(ErrorKind::ExpectedNumber, offset));
        }
        match text.parse() {
            Ok(value) if is_word || is_finite(value) => Ok(value),
            _ => Err(Error::new(ErrorKind::NumberOutOfRange, offset)),
        }
    }

    // needed by: big numbers
    /// Whether a text is a number as JSON has it, and nothing else.
    #[inline]
    pub(super) fn is_number(text: &'a str) -> bool {
        let mut reader = Self::at_start(text);
        reader.number().is_ok() && reader.peek().is_none()
    }

    // needed by: big numbers
    /// Reads a number, or a string that holds one: some services quote what does not fit a float.
    #[inline]
    pub(super) fn big_number<T: FromStr>(&mut self, otherwise: ErrorKind) -> Result<T, Error> {
        let offset = self.at;
        if self.peek() == Some(b'"') {
            let text = self.text()?;
            if !Reader::is_number(&text) {
                return Err(Error::new(ErrorKind::ExpectedNumber, offset));
            }
            return text.parse().map_err(|_| Error::new(otherwise, offset));
        }
        let number = self.number()?;
        number.text.parse().map_err(|_| number.error(otherwise))
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
            return Err(self.unexpected(ErrorKind::ExpectedNumber));
        }
        Ok(())
    }
}
