//! What values of each type are in XML: all are text but structures, lists and maps.

use std::borrow::Cow;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, base64};
// needed by: documents
use aws_smithy_types::{Document, Number};

use super::super::text::Text;
use super::super::wire::{self, Cursor as _, DecodeMember, Items, Kind};
use super::{Error, ErrorKind, Layout, Reader};

impl Reader<'_> {
    /// Reads the number that comes next.
    #[inline]
    fn number<T: Text>(&mut self) -> Result<T, Error> {
        let start = self.at;
        let text = self.text()?;
        T::from_text(&text).ok_or_else(|| Error::new(no_number(&text), start))
    }

    /// Reads the integer that comes next.
    #[inline]
    fn whole_number<T: Text>(&mut self) -> Result<T, Error> {
        let start = self.at;
        let text = self.text()?;
        T::from_text(&text).ok_or_else(|| {
            let kind = match no_number(&text) {
                // It has a fraction or an exponent.
                ErrorKind::NumberOutOfRange if !is_digits(&text) => ErrorKind::ExpectedInteger,
                kind => kind,
            };
            Error::new(kind, start)
        })
    }
}

/// Why a text is not the number that it should be.
#[cold]
#[inline]
fn no_number(text: &str) -> ErrorKind {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    match text.trim().parse::<f64>() {
        Ok(_) if has_digit => ErrorKind::NumberOutOfRange,
        _ => ErrorKind::ExpectedNumber,
    }
}

#[inline]
fn is_digits(text: &str) -> bool {
    let digits = text.trim().trim_start_matches(['+', '-']);
    digits.bytes().all(|byte| byte.is_ascii_digit())
}

impl wire::Reader for Reader<'_> {
    /// An element that nobody knows may be anywhere.
    const LAST_MEMBER_COUNTS: bool = true;

    #[inline]
    fn offset(&self) -> usize {
        self.at
    }

    #[cold]
    #[inline]
    fn error(&self, kind: ErrorKind) -> Error {
        self.unexpected(kind)
    }

    /// What is absent is not there: there is no null.
    #[inline]
    fn null(&mut self) -> bool {
        false
    }

    #[inline]
    fn layout(&mut self, layout: &'static Layout) -> &mut Self {
        self.layout = layout;
        self
    }

    #[inline]
    fn boolean(&mut self) -> Result<bool, Error> {
        let start = self.at;
        bool::from_text(&self.text()?).ok_or(Error::new(ErrorKind::ExpectedBoolean, start))
    }

    #[inline]
    fn integer(&mut self) -> Result<i64, Error> {
        self.whole_number()
    }

    #[inline]
    fn float(&mut self) -> Result<f32, Error> {
        self.number()
    }

    #[inline]
    fn double(&mut self) -> Result<f64, Error> {
        self.number()
    }

    #[inline]
    fn big_integer(&mut self) -> Result<BigInteger, Error> {
        self.whole_number()
    }

    #[inline]
    fn big_decimal(&mut self) -> Result<BigDecimal, Error> {
        self.number()
    }

    // needed by: documents
    #[inline]
    fn document(&mut self) -> Result<Document, Error> {
        wire::document(self)
    }

    #[inline]
    fn string(&mut self) -> Result<Cow<'_, str>, Error> {
        self.text()
    }

    /// There may be white space around the base64 and, as mail has it, in it.
    #[inline]
    fn blob(&mut self) -> Result<Blob, Error> {
        let start = self.at;
        let text = self.text()?;
        let bytes = base64::decode(&*text).or_else(|_| {
            let text: String = text.split_ascii_whitespace().collect();
            base64::decode(text)
        });
        match bytes {
            Ok(bytes) => Ok(Blob::new(bytes)),
            Err(_) => Err(Error::new(ErrorKind::InvalidBase64, start)),
        }
    }

    #[inline]
    fn timestamp(
        &mut self,
        _is_number: bool,
        parse: impl FnOnce(&str) -> Option<DateTime>,
    ) -> Result<DateTime, Error> {
        let start = self.at;
        parse(self.text()?.trim()).ok_or(Error::new(ErrorKind::InvalidTimestamp, start))
    }

    #[inline]
    fn list(&mut self, items: &mut impl Items) -> Result<(), Error> {
        let (mut each, layout) = self.items()?;
        while each.next(self)? {
            self.layout = layout;
            items.item(self)?;
        }
        Ok(())
    }

    #[inline]
    fn map(&mut self, entries: &mut impl DecodeMember) -> Result<(), Error> {
        let (mut each, layout) = self.entries()?;
        while each.next(self)? {
            let mut one = self.entry(layout)?;
            while let Some(key) = one.next(self)? {
                entries.decode_member(key, self)?;
            }
        }
        Ok(())
    }

    #[inline]
    fn members(&mut self, of: &mut impl DecodeMember) -> Result<(), Error> {
        #[cfg(feature = "test-util")]
        if self.is_form {
            return self.each_member(|name, r| of.decode_sent(name, r));
        }
        self.each_member(|name, r| of.decode_member(name, r))
    }

    #[inline]
    fn skip(&mut self) -> Result<(), Error> {
        self.skip_value()
    }
}

impl wire::Cursor for Reader<'_> {
    /// XML does not tell: an element may be anything.
    #[inline]
    fn kind(&self) -> Option<Kind> {
        None
    }

    // needed by: documents
    #[inline]
    fn any_number(&mut self) -> Result<Number, Error> {
        let before = self.clone();
        if let Ok(value) = self.whole_number() {
            return Ok(match u64::try_from(value) {
                Ok(value) => Number::PosInt(value),
                Err(_) => Number::NegInt(value),
            });
        }
        *self = before;
        self.number().map(Number::Float)
    }

    #[inline]
    fn each_member(
        &mut self,
        mut member: impl FnMut(&str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut structure = self.structure()?;
        while let Some(name) = structure.next(self)? {
            member(name, self)?;
        }
        Ok(())
    }

    /// By tags alone: text may have references to what nobody knows.
    #[inline]
    fn step_over(&mut self) -> Result<(), Error> {
        let is_lenient = std::mem::replace(&mut self.is_lenient, true);
        self.skip_value()?;
        self.is_lenient = is_lenient;
        Ok(())
    }
}
