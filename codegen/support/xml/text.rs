//! Text: what stands for itself, references, CDATA, and the ends of lines.

use std::borrow::Cow;

use super::reader::Step;
use super::scan::{is_character, plain_run};
use super::{Error, ErrorKind, Reader};

impl<'a> Reader<'a> {
    /// Reads the text that the element or attribute is that comes next. It is borrowed from the message
    /// where it stands there as it is.
    #[inline]
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, Error> {
        if self.peek() == Some(b'>') {
            let bytes = self.text.as_bytes();
            let start = self.at + 1;
            let end = plain_run(bytes, start);
            if let Some([b'<', b'/', ..]) = bytes.get(end..) {
                self.at = end + 2;
                self.end_tag(self.name)?;
                return Ok(Cow::Borrowed(&self.text[start..end]));
            }
        }
        self.any_text()
    }

    #[cold]
    #[inline]
    fn any_text(&mut self) -> Result<Cow<'a, str>, Error> {
        let mut text = Cow::Borrowed("");
        if self.is_at_attribute() {
            self.attribute_value(Some(&mut text))?;
            return Ok(text);
        }
        let name = self.name;
        if self.start_tag()?.is_empty {
            return Ok(text);
        }
        match self.step(Some(&mut text))? {
            Step::End => self.end_tag(name)?,
            Step::Child(_) => return Err(self.unexpected(ErrorKind::ExpectedText)),
        }
        Ok(text)
    }

    /// Steps over characters, up to the next tag at most, and puts what they are behind `into`.
    #[inline]
    pub(super) fn characters(&mut self, into: Option<&mut Cow<'a, str>>) -> Result<(), Error> {
        let start = self.at;
        self.at = plain_run(self.text.as_bytes(), start);
        if self.at > start {
            if let Some(text) = into {
                *text += &self.text[start..self.at];
            }
            return Ok(());
        }
        self.special_character(into)
    }

    /// Steps over a character that does not stand for itself.
    #[inline]
    fn special_character(&mut self, into: Option<&mut Cow<'a, str>>) -> Result<(), Error> {
        let start = self.at;
        let text = match self.peek() {
            Some(b'&') => return self.reference(into),
            Some(b'\r') => {
                self.line_end();
                "\n"
            }
            Some(b']') if self.rest().starts_with("]]>") && !self.is_lenient => {
                return Err(self.unexpected(ErrorKind::UnescapedText));
            }
            _ => {
                self.at += 1;
                &self.text[start..self.at]
            }
        };
        if let Some(into) = into {
            *into += text;
        }
        Ok(())
    }

    /// Steps over a carriage return, and a line feed that follows: together they are one line feed.
    ///
    /// <https://www.w3.org/TR/xml/#sec-line-ends>
    #[inline]
    pub(super) fn line_end(&mut self) {
        self.at += 1;
        self.at += usize::from(self.peek() == Some(b'\n'));
    }

    /// Steps over a reference, and puts the character that it is of behind `into`.
    #[inline]
    pub(super) fn reference(&mut self, into: Option<&mut Cow<'a, str>>) -> Result<(), Error> {
        let start = self.at;
        let rest = &self.rest()[1..];
        let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
        let length = rest.bytes().position(|byte| !is_of_name(byte));
        let length = length.unwrap_or(rest.len());
        self.at += 1 + length;
        let is_ended = self.peek() == Some(b';');
        match referred(&rest[..length]).filter(|_| is_ended) {
            Some(c) => {
                self.at += 1;
                if let Some(into) = into {
                    self.owned(into).push(c);
                }
                Ok(())
            }
            None if self.is_lenient => {
                if let Some(into) = into {
                    *into += &self.text[start..self.at];
                }
                Ok(())
            }
            None if self.at == self.text.len() => Err(self.unexpected(ErrorKind::UnexpectedEnd)),
            None => Err(Error::new(ErrorKind::InvalidReference, start)),
        }
    }

    /// What has been read of a text, with room for the rest of it, up to the next tag.
    #[inline]
    fn owned<'t>(&self, text: &'t mut Cow<'a, str>) -> &'t mut String {
        if let Cow::Borrowed(begin) = *text {
            let rest = self.rest();
            let length = rest.find('<').unwrap_or(rest.len());
            let mut owned = String::with_capacity(begin.len() + 4 + length);
            owned.push_str(begin);
            *text = Cow::Owned(owned);
        }
        text.to_mut()
    }

    /// Steps over a CDATA section, of which the beginning is behind, and puts its text behind `into`.
    #[inline]
    pub(super) fn cdata(&mut self, into: Option<&mut Cow<'a, str>>) -> Result<(), Error> {
        let text = self.step_behind("]]>")?;
        if let Some(into) = into {
            let mut lines = text.split('\r');
            *into += lines.next().unwrap_or_default();
            for line in lines {
                *into += "\n";
                *into += line.strip_prefix('\n').unwrap_or(line);
            }
        }
        Ok(())
    }
}

/// The character that a reference of this name is of, which may be a number.
///
/// <https://www.w3.org/TR/xml/#sec-references>
#[inline]
fn referred(name: &str) -> Option<char> {
    let code = match name {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let code = match code.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => code.parse(),
    };
    char::from_u32(code.ok()?).filter(|c| is_character(*c))
}
