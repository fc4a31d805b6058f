//! The reader: a place in a message, and the steps from one value to the next.

use std::borrow::Cow;

use super::head::{BREAK, BYTES, Head, INDEFINITE, LIST, MAP, SIMPLE, TAG, TEXT};
use super::text::Ascii;
use super::{Error, ErrorKind, MAX_DEPTH};

/// A place in a message. Between two calls it is always before a value or behind one.
#[derive(Clone)]
pub struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    depth: usize,
    /// Where the texts around here are.
    pub(super) ascii: Ascii<'a>,
}

impl<'a> Reader<'a> {
    #[inline]
    pub(super) fn at_start(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            depth: 0,
            ascii: Ascii::default(),
        }
    }

    #[inline]
    pub(super) fn finish(self) -> Result<(), Error> {
        match self.peek() {
            Some(_) => Err(Error::new(ErrorKind::TrailingText, self.at)),
            None => Ok(()),
        }
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// How many bytes the message still has.
    #[inline]
    pub(super) fn rest(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// The error that the message ends too early.
    #[cold]
    #[inline]
    fn ended(&self) -> Error {
        Error::new(ErrorKind::UnexpectedEnd, self.bytes.len())
    }

    /// Steps over so many bytes. Nothing is as long as it says before it is there.
    #[inline]
    pub(super) fn take(&mut self, length: u64) -> Result<&'a [u8], Error> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let taken = usize::try_from(length).ok();
        match taken.and_then(|length| rest.get(..length)) {
            Some(taken) => {
                self.at += taken.len();
                Ok(taken)
            }
            None => Err(self.ended()),
        }
    }

    #[inline]
    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let array = rest.first_chunk().ok_or_else(|| self.ended())?;
        self.at += N;
        Ok(*array)
    }

    /// Reads the head that comes next, be it a tag or of a value.
    #[inline]
    fn head(&mut self) -> Result<Head, Error> {
        let start = self.at;
        let [first] = self.array()?;
        let mut head = Head {
            start,
            first,
            argument: 0,
            tag: None,
        };
        head.argument = match head.info() {
            small @ 0..24 => small.into(),
            24 => u8::from_be_bytes(self.array()?).into(),
            25 => u16::from_be_bytes(self.array()?).into(),
            26 => u32::from_be_bytes(self.array()?).into(),
            27 => u64::from_be_bytes(self.array()?),
            INDEFINITE if matches!(head.major(), BYTES | TEXT | LIST | MAP) => 0,
            // Reserved, or a break where there is nothing to end.
            _ => return Err(head.error(ErrorKind::ExpectedValue)),
        };
        // What fits the head itself has no other form, of simple values.
        if matches!(first, SIMPLE) && head.argument < 32 {
            return Err(head.error(ErrorKind::ExpectedValue));
        }
        Ok(head)
    }

    /// Reads the head of the value that comes next, whatever tags are before it.
    #[inline]
    pub(super) fn value(&mut self) -> Result<Head, Error> {
        let mut head = self.head()?;
        let start = head.start;
        while head.major() == TAG {
            let tag = head.argument;
            head = self.head()?;
            head.tag = Some(tag);
        }
        head.start = start;
        Ok(head)
    }

    /// Reads the bytes, or the bytes of the text, that this head is of. They need not be UTF-8.
    #[inline]
    pub(super) fn content(&mut self, head: Head) -> Result<Cow<'a, [u8]>, Error> {
        if !head.is_indefinite() {
            return self.take(head.argument).map(Cow::Borrowed);
        }
        let mut bytes = Vec::new();
        while let Some(length) = self.chunk(head.major())? {
            bytes.extend_from_slice(self.take(length)?);
        }
        Ok(Cow::Owned(bytes))
    }

    /// The length of the next chunk of a string of this major type; `None` behind its end.
    #[inline]
    pub(super) fn chunk(&mut self, major: u8) -> Result<Option<u64>, Error> {
        if self.is_at_break() {
            return Ok(None);
        }
        match self.head()? {
            head if head.major() == major && !head.is_indefinite() => Ok(Some(head.argument)),
            head if major == TEXT => Err(head.error(ErrorKind::ExpectedString)),
            head => Err(head.error(ErrorKind::ExpectedBytes)),
        }
    }

    /// Steps over a break, if that comes next, and says whether it did.
    #[inline]
    fn is_at_break(&mut self) -> bool {
        let found = self.peek() == Some(BREAK);
        self.at += usize::from(found);
        found
    }

    /// Steps into the list or map that comes next.
    #[inline]
    pub(super) fn open(&mut self, major: u8, otherwise: ErrorKind) -> Result<Inside, Error> {
        // Nearly all have a head of one byte.
        let left = match self.peek().map(|first| first ^ major << 5) {
            Some(length @ 0..24) => Some(length.into()),
            Some(INDEFINITE) => None,
            _ => return self.open_any(major, otherwise),
        };
        if self.depth == MAX_DEPTH {
            return self.open_any(major, otherwise);
        }
        self.depth += 1;
        self.at += 1;
        Ok(Inside { left })
    }

    #[cold]
    #[inline]
    fn open_any(&mut self, major: u8, otherwise: ErrorKind) -> Result<Inside, Error> {
        let head = self.value()?;
        if head.major() != major {
            return Err(head.error(otherwise));
        }
        self.descend(head)
    }

    /// Steps into the list or map that this head is of.
    #[inline]
    pub(super) fn descend(&mut self, head: Head) -> Result<Inside, Error> {
        if self.depth == MAX_DEPTH {
            return Err(head.error(ErrorKind::TooDeep));
        }
        self.depth += 1;
        Ok(Inside {
            left: (!head.is_indefinite()).then_some(head.argument),
        })
    }

    /// Steps over the value that comes next, whatever it is. It still has to be CBOR, but for texts
    /// that are not UTF-8.
    #[inline]
    pub(super) fn skip_value(&mut self) -> Result<(), Error> {
        // What the value is inside of: of each whether it is a map, and whether a key came last.
        let mut around: Vec<(Inside, bool, bool)> = Vec::new();
        loop {
            let head = self.value()?;
            match head.major() {
                BYTES | TEXT => _ = self.content(head)?,
                LIST | MAP => around.push((self.descend(head)?, head.major() == MAP, false)),
                _ => {}
            }
            loop {
                let Some((inside, is_map, is_key)) = around.last_mut() else {
                    return Ok(());
                };
                *is_key = !*is_key && *is_map;
                if (*is_map && !*is_key) || inside.next(self) {
                    break;
                }
                around.pop();
            }
        }
    }
}

/// The inside of a list or a map.
pub(super) struct Inside {
    /// How many items or entries are left, where their number is definite.
    left: Option<u64>,
}

impl Inside {
    /// Steps to the next item or entry; `false` behind the end. The caller has to read or skip it.
    #[inline]
    pub(super) fn next(&mut self, r: &mut Reader<'_>) -> bool {
        let has_ended = match &mut self.left {
            Some(0) => true,
            Some(left) => {
                *left -= 1;
                false
            }
            None => r.is_at_break(),
        };
        r.depth -= usize::from(has_ended);
        !has_ended
    }
}
