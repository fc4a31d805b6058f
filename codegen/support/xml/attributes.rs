//! Start tags and their attributes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::scan::is_space;
use super::{Error, ErrorKind, Reader};

/// A start tag.
pub(super) struct Tag {
    /// Whether it is its own end tag.
    pub(super) is_empty: bool,
    /// Whether it has attributes that are not declarations of namespaces.
    pub(super) has_attributes: bool,
}

impl<'a> Reader<'a> {
    /// Whether the value that comes next is that of an attribute.
    #[inline]
    pub(super) fn is_at_attribute(&self) -> bool {
        matches!(self.peek(), Some(b'"' | b'\''))
    }

    /// Steps over the rest of a start tag, of which the name is behind.
    #[inline]
    pub(super) fn start_tag(&mut self) -> Result<Tag, Error> {
        if self.peek() == Some(b'>') {
            self.at += 1;
            return Ok(Tag {
                is_empty: false,
                has_attributes: false,
            });
        }
        self.long_start_tag()
    }

    #[inline]
    fn long_start_tag(&mut self) -> Result<Tag, Error> {
        let mut names = BTreeSet::new();
        let mut has_attributes = false;
        while let Some((name, _)) = self.attribute()? {
            if !names.insert(name) {
                let place = self.at;
                return Err(Error::new(ErrorKind::DuplicateAttribute, place));
            }
            has_attributes |= !is_namespace(name);
            self.attribute_value(None)?;
        }
        let is_empty = self.peek() == Some(b'/');
        self.at += usize::from(is_empty);
        if self.peek() != Some(b'>') {
            return Err(self.unexpected(ErrorKind::ExpectedTagEnd));
        }
        self.at += 1;
        Ok(Tag {
            is_empty,
            has_attributes,
        })
    }

    /// Steps to the value of the next attribute of a start tag and gives its name, with the prefix and
    /// without; `None` before the end of the tag.
    #[inline]
    fn attribute(&mut self) -> Result<Option<(&'a str, &'a str)>, Error> {
        let has_space = self.skip_space();
        match self.peek() {
            Some(b'>' | b'/') => return Ok(None),
            Some(_) if has_space => {}
            _ => return Err(self.unexpected(ErrorKind::ExpectedTagEnd)),
        }
        let name = self.name()?;
        self.skip_space();
        if self.peek() != Some(b'=') {
            return Err(self.unexpected(ErrorKind::ExpectedAttributeValue));
        }
        self.at += 1;
        self.skip_space();
        if !self.is_at_attribute() {
            return Err(self.unexpected(ErrorKind::ExpectedAttributeValue));
        }
        Ok(Some(name))
    }

    /// Steps to the value of the next attribute that is no declaration of a namespace, and gives its
    /// name without a prefix; `None` before the end of the tag.
    #[inline]
    pub(super) fn next_attribute(&mut self) -> Result<Option<&'a str>, Error> {
        while let Some((name, local)) = self.attribute()? {
            if !is_namespace(name) {
                return Ok(Some(local));
            }
            self.attribute_value(None)?;
        }
        Ok(None)
    }

    /// Steps over the value of an attribute, and puts it behind `into`. White space that does not stand
    /// there as a reference is blanks.
    ///
    /// <https://www.w3.org/TR/xml/#AVNormalize>
    #[inline]
    pub(super) fn attribute_value(
        &mut self,
        mut into: Option<&mut Cow<'a, str>>,
    ) -> Result<(), Error> {
        let quote = self.peek();
        self.at += 1;
        loop {
            let start = self.at;
            let is_plain =
                |byte: u8| Some(byte) != quote && byte != b'<' && byte != b'&' && !is_space(byte);
            while self.peek().is_some_and(is_plain) || self.peek() == Some(b' ') {
                self.at += 1;
            }
            if let Some(into) = &mut into {
                **into += &self.text[start..self.at];
            }
            match self.peek() {
                Some(b'&') => self.reference(into.as_deref_mut())?,
                Some(byte) if is_space(byte) => {
                    match byte {
                        b'\r' => self.line_end(),
                        _ => self.at += 1,
                    }
                    if let Some(into) = &mut into {
                        **into += " ";
                    }
                }
                byte if byte == quote => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.unexpected(ErrorKind::UnescapedText)),
            }
        }
    }
}

/// Whether an attribute of this name declares a namespace.
#[inline]
fn is_namespace(name: &str) -> bool {
    name.strip_prefix("xmlns")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}
