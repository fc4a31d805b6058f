//! The reader: a place in a JSON text, and the steps from one value to the next.

use std::borrow::Cow;

use super::{Error, ErrorKind, MAX_DEPTH, string};

/// A place in a JSON text. Between two calls it is always before a value or behind one.
#[derive(Clone)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    /// The place before the value that a text is.
    #[inline]
    pub(super) fn before_value(bytes: &'a [u8]) -> Result<Self, Error> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| Error::new(ErrorKind::InvalidUtf8, error.valid_up_to()))?;
        let mut reader = Self::at_start(text);
        reader.skip_space();
        Ok(reader)
    }

    #[inline]
    pub(super) fn at_start(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    #[inline]
    pub(super) fn finish(mut self) -> Result<(), Error> {
        self.skip_space();
        match self.peek() {
            Some(_) => Err(self.unexpected(ErrorKind::TrailingText)),
            None => Ok(()),
        }
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// The error that something else stands here, or nothing at all.
    #[cold]
    #[inline]
    pub(super) fn unexpected(&self, kind: ErrorKind) -> Error {
        let kind = match self.peek() {
            Some(_) => kind,
            None => ErrorKind::UnexpectedEnd,
        };
        Error::new(kind, self.at)
    }

    #[inline]
    fn descend(&mut self) -> Result<(), Error> {
        if self.depth == MAX_DEPTH {
            return Err(self.unexpected(ErrorKind::TooDeep));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    #[inline]
    fn ascend(&mut self) {
        self.depth -= 1;
        self.at += 1;
    }

    /// Steps into the object that comes next.
    #[inline]
    pub(super) fn object(&mut self) -> Result<ObjectReader, Error> {
        if self.peek() != Some(b'{') {
            return Err(self.unexpected(ErrorKind::ExpectedObject));
        }
        self.descend()?;
        Ok(ObjectReader {
            is_empty: true,
            unescaped: String::new(),
        })
    }

    // needed by: lists to read
    /// Steps into the array that comes next.
    #[inline]
    pub(super) fn array(&mut self) -> Result<ArrayReader, Error> {
        if self.peek() != Some(b'[') {
            return Err(self.unexpected(ErrorKind::ExpectedArray));
        }
        self.descend()?;
        Ok(ArrayReader { is_empty: true })
    }

    /// Reads the string that comes next. It is borrowed from the text unless it has escape
    /// sequences.
    #[inline]
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, Error> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(ErrorKind::ExpectedString));
        }
        let start = self.at + 1;
        let end = string::plain_run(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Cow::Borrowed(&self.text[start..end]));
        }
        let (value, end) = string::unescape(self.text, start, end)?;
        self.at = end;
        Ok(Cow::Owned(value))
    }

    #[inline]
    pub(super) fn literal(&mut self, word: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        if found {
            self.at += word.len();
        }
        found
    }

    /// Steps over the value that comes next, whatever it is. It still has to be JSON.
    #[inline]
    pub(super) fn skip_value(&mut self) -> Result<(), Error> {
        let outside = self.depth;
        // What the value is inside of: a bit each, set for an object, the innermost last.
        let mut objects: u128 = 0;
        const { assert!(MAX_DEPTH <= u128::BITS as usize) };
        loop {
            let mut is_empty = false;
            match self.peek() {
                Some(b'"') => {
                    self.text()?;
                }
                Some(open @ (b'{' | b'[')) => {
                    self.descend()?;
                    objects = objects << 1 | u128::from(open == b'{');
                    is_empty = true;
                }
                Some(b'-' | b'0'..=b'9') => {
                    self.number()?;
                }
                _ if self.literal("true") || self.literal("false") || self.literal("null") => {}
                _ => return Err(self.unexpected(ErrorKind::ExpectedValue)),
            }
            while self.depth > outside && !self.skip_to_next(objects & 1 == 1, is_empty)? {
                objects >>= 1;
                is_empty = false;
            }
            if self.depth == outside {
                return Ok(());
            }
        }
    }

    /// Steps to the next value inside an object or an array; `false` behind its end.
    #[inline]
    fn skip_to_next(&mut self, is_object: bool, is_empty: bool) -> Result<bool, Error> {
        if !is_object {
            return ArrayReader { is_empty }.next(self);
        }
        let mut object = ObjectReader {
            is_empty,
            unescaped: String::new(),
        };
        Ok(object.next(self)?.is_some())
    }
}

/// The inside of an object.
pub(super) struct ObjectReader {
    is_empty: bool,
    /// The name that was read last, if it had escape sequences.
    unescaped: String,
}

impl ObjectReader {
    /// Steps to the next member and gives its name; `None` behind the object's end. The caller
    /// has to read or skip the member's value.
    #[inline]
    pub(super) fn next<'n, 'a: 'n>(
        &'n mut self,
        r: &mut Reader<'a>,
    ) -> Result<Option<&'n str>, Error> {
        r.skip_space();
        match r.peek() {
            Some(b'}') => {
                r.ascend();
                return Ok(None);
            }
            Some(b',') if !self.is_empty => {
                r.at += 1;
                r.skip_space();
            }
            _ if self.is_empty => self.is_empty = false,
            _ => return Err(r.unexpected(ErrorKind::ExpectedCommaOrBrace)),
        }
        if r.peek() != Some(b'"') {
            return Err(r.unexpected(ErrorKind::ExpectedName));
        }
        let name = r.text()?;
        r.skip_space();
        if r.peek() != Some(b':') {
            return Err(r.unexpected(ErrorKind::ExpectedColon));
        }
        r.at += 1;
        r.skip_space();
        Ok(Some(match name {
            Cow::Borrowed(name) => name,
            Cow::Owned(name) => {
                self.unescaped = name;
                &self.unescaped
            }
        }))
    }
}

/// The inside of an array.
pub(super) struct ArrayReader {
    is_empty: bool,
}

impl ArrayReader {
    /// Steps to the next element; `false` behind the array's end. The caller has to read or skip
    /// the element.
    #[inline]
    pub(super) fn next(&mut self, r: &mut Reader<'_>) -> Result<bool, Error> {
        r.skip_space();
        match r.peek() {
            Some(b']') => {
                r.ascend();
                return Ok(false);
            }
            Some(b',') if !self.is_empty => {
                r.at += 1;
                r.skip_space();
            }
            _ if self.is_empty => self.is_empty = false,
            _ => return Err(r.unexpected(ErrorKind::ExpectedCommaOrBracket)),
        }
        Ok(true)
    }
}
