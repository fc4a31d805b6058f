//! The reader: a place in a message, and the steps from one tag to the next.

use std::borrow::Cow;

use super::scan::{self, is_name_byte, is_name_start, is_space};
use super::{Error, ErrorKind, Layout};

/// A place in a message. Between two calls it is always before a value or behind one. The value that
/// comes next is an element, of whose start tag the name is behind, or the value of an attribute.
#[derive(Clone)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// The name, with its prefix, of the element that comes next.
    pub(super) name: &'a str,
    /// How the value is laid out that comes next.
    pub(super) layout: &'static Layout,
    pub(super) depth: usize,
    /// Whether what is wrong within text is taken as it is.
    pub(super) is_lenient: bool,
    /// Whether names are those of a form that became this document.
    #[cfg(feature = "test-util")]
    pub(super) is_form: bool,
}

/// What comes next in an element.
pub(super) enum Step<'a> {
    /// An element within it, by its name without a prefix. It is the value that comes next.
    Child(&'a str),
    /// Its end tag, of which `</` is behind.
    End,
}

impl<'a> Reader<'a> {
    /// The place before the root element of a message.
    ///
    /// # Errors
    /// Where there is none, or a character that XML forbids is anywhere in the message.
    #[inline]
    pub fn new(message: &'a [u8]) -> Result<Self, Error> {
        let text = std::str::from_utf8(message)
            .map_err(|error| Error::new(ErrorKind::InvalidUtf8, error.valid_up_to()))?;
        match scan::forbidden(text) {
            Some(at) => Err(Error::new(ErrorKind::ForbiddenCharacter, at)),
            None => Self::before_root(text, false),
        }
    }

    /// The place before the root element of an answer. No name of a root is wrong, except for that of
    /// a page of HTML: such a page may be XML, too, and would be an output without members.
    ///
    /// # Errors
    /// Where [`new`](Self::new) fails, and where the message is HTML.
    #[inline]
    pub(super) fn of_answer(message: &'a [u8]) -> Result<Self, Error> {
        let reader = Self::new(message)?;
        if reader.is_at_html() {
            let start = reader.at - reader.name.len() - "<".len();
            return Err(Error::new(ErrorKind::Html, start));
        }
        Ok(reader)
    }

    // needed by: forms
    /// The place before the root element of a document that has what a form has, as a service reads it.
    ///
    /// # Errors
    /// Where [`new`](Self::new) fails.
    #[cfg(feature = "test-util")]
    #[inline]
    pub(crate) fn of_form(document: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Self::new(document)?;
        reader.is_form = true;
        Ok(reader)
    }

    /// Whether the element that comes next is a page of HTML.
    #[inline]
    pub(super) fn is_at_html(&self) -> bool {
        self.name.eq_ignore_ascii_case("html")
    }

    #[inline]
    pub(super) fn before_root(text: &'a str, is_lenient: bool) -> Result<Self, Error> {
        let mut reader = Self {
            text,
            at: 0,
            name: "",
            layout: &Layout::PLAIN,
            depth: 0,
            is_lenient,
            #[cfg(feature = "test-util")]
            is_form: false,
        };
        reader.accept("\u{feff}");
        // Some services send it before the declaration, too.
        reader.skip_space();
        if reader.rest().starts_with("<?xml") && !reader.has_name_at(reader.at + 5) {
            reader.step_behind("?>")?;
        }
        reader.skip_asides()?;
        if reader.peek() != Some(b'<') {
            return Err(reader.unexpected(ErrorKind::ExpectedElement));
        }
        reader.child()?;
        Ok(reader)
    }

    /// The end of the message.
    ///
    /// # Errors
    /// Where anything but white space and comments follows.
    #[inline]
    pub fn end(mut self) -> Result<(), Error> {
        self.skip_asides()?;
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
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
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

    /// Steps over this text, if it comes next, and says whether it did.
    #[inline]
    pub(super) fn accept(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    /// Steps over white space, and says whether there was any.
    #[inline]
    pub(super) fn skip_space(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
        self.at > start
    }

    /// Steps behind the end of what comes next, and gives what is before that end.
    #[inline]
    pub(super) fn step_behind(&mut self, end: &str) -> Result<&'a str, Error> {
        let rest = self.rest();
        let Some(length) = rest.find(end) else {
            self.at = self.text.len();
            return Err(self.unexpected(ErrorKind::UnexpectedEnd));
        };
        self.at += length + end.len();
        Ok(&rest[..length])
    }

    #[inline]
    fn has_name_at(&self, at: usize) -> bool {
        let byte = self.text.as_bytes().get(at);
        byte.is_some_and(|byte| is_name_byte(*byte) || *byte == b':' || !byte.is_ascii())
    }

    /// Reads the name that comes next: the whole of it, and what is behind the prefix.
    #[inline]
    pub(super) fn name(&mut self) -> Result<(&'a str, &'a str), Error> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start;
        while bytes.get(end).is_some_and(|byte| is_name_byte(*byte)) {
            end += 1;
        }
        if end == start || !is_name_start(bytes[start]) || self.has_name_at(end) {
            return self.unusual_name();
        }
        self.at = end;
        let name = &self.text[start..end];
        Ok((name, name))
    }

    /// Like [`name`](Self::name), with a prefix, or other letters than those of ASCII.
    #[cold]
    #[inline]
    fn unusual_name(&mut self) -> Result<(&'a str, &'a str), Error> {
        let start = self.at;
        let mut local = start;
        let mut end = scan::name_end(self.text, start);
        if let Some(colon) = end
            && self.text.as_bytes().get(colon) == Some(&b':')
        {
            local = colon + 1;
            end = scan::name_end(self.text, local);
        }
        match end {
            Some(end) if !self.has_name_at(end) => {
                self.at = end;
                Ok((&self.text[start..end], &self.text[local..end]))
            }
            _ => {
                self.at = local;
                Err(self.unexpected(ErrorKind::InvalidName))
            }
        }
    }

    /// Steps to the next tag inside an element. Text before it is put behind `into`, if it is given.
    #[inline]
    pub(super) fn step(&mut self, mut into: Option<&mut Cow<'a, str>>) -> Result<Step<'a>, Error> {
        loop {
            match self.text.as_bytes().get(self.at..) {
                Some([b'<', b'/', ..]) => {
                    self.at += 2;
                    return Ok(Step::End);
                }
                Some([b'<', b'!' | b'?', ..]) => self.aside_or_cdata(into.as_deref_mut())?,
                Some([b'<', ..]) => return self.child().map(Step::Child),
                Some([_, ..]) => self.characters(into.as_deref_mut())?,
                _ => return Err(self.unexpected(ErrorKind::UnexpectedEnd)),
            }
        }
    }

    /// Steps into the start tag that comes next, and gives its name without a prefix.
    #[inline]
    fn child(&mut self) -> Result<&'a str, Error> {
        self.at += 1;
        let (name, local) = self.name()?;
        match self.peek() {
            Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r') => {
                self.name = name;
                self.layout = &Layout::PLAIN;
                Ok(local)
            }
            _ => Err(self.unexpected(ErrorKind::InvalidName)),
        }
    }

    /// Steps over an end tag, of which `</` is behind. It has to be of this name.
    #[inline]
    pub(super) fn end_tag(&mut self, name: &str) -> Result<(), Error> {
        let start = self.at;
        if !self.accept(name) {
            let is_cut_off = name.starts_with(self.rest());
            self.at = if is_cut_off { self.text.len() } else { start };
            return Err(self.unexpected(ErrorKind::MismatchedTag));
        }
        if self.peek() != Some(b'>') {
            self.skip_space();
            if self.peek() != Some(b'>') {
                return Err(self.unexpected(ErrorKind::MismatchedTag));
            }
        }
        self.at += 1;
        Ok(())
    }
}
