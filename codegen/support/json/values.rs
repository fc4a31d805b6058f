//! What values of each type are in JSON.

use std::borrow::Cow;

// needed by: timestamps
use aws_smithy_types::DateTime;
// needed by: documents
use aws_smithy_types::{Document, Number};
// needed by: big numbers
use aws_smithy_types::{BigDecimal, BigInteger};
// needed by: blobs
use aws_smithy_types::{Blob, base64};

// needed by: lists to read
use super::super::wire::Items;
use super::super::wire::{self, Cursor as _, DecodeMember, Kind};
use super::{Error, ErrorKind, Reader};

impl wire::Reader for Reader<'_> {
    #[inline]
    fn offset(&self) -> usize {
        self.at
    }

    #[cold]
    #[inline]
    fn error(&self, kind: ErrorKind) -> Error {
        self.unexpected(kind)
    }

    #[inline]
    fn null(&mut self) -> bool {
        self.peek() == Some(b'n') && self.literal("null")
    }

    #[inline]
    fn boolean(&mut self) -> Result<bool, Error> {
        if self.literal("true") {
            Ok(true)
        } else if self.literal("false") {
            Ok(false)
        } else {
            Err(self.unexpected(ErrorKind::ExpectedBoolean))
        }
    }

    // needed by: integers to read
    #[inline]
    fn integer(&mut self) -> Result<i64, Error> {
        self.whole_number()
    }

    // needed by: floats
    #[inline]
    fn float(&mut self) -> Result<f32, Error> {
        self.float_of(f32::is_finite)
    }

    // needed by: floats
    #[inline]
    fn double(&mut self) -> Result<f64, Error> {
        self.float_of(f64::is_finite)
    }

    // needed by: big numbers
    #[inline]
    fn big_integer(&mut self) -> Result<BigInteger, Error> {
        self.big_number(ErrorKind::ExpectedInteger)
    }

    // needed by: big numbers
    #[inline]
    fn big_decimal(&mut self) -> Result<BigDecimal, Error> {
        self.big_number(ErrorKind::NumberOutOfRange)
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

    // needed by: blobs
    #[inline]
    fn blob(&mut self) -> Result<Blob, Error> {
        let offset = self.at;
        match base64::decode(self.text()?) {
            Ok(bytes) => Ok(Blob::new(bytes)),
            Err(_) => Err(Error::new(ErrorKind::InvalidBase64, offset)),
        }
    }

    // needed by: timestamps
    #[inline]
    fn timestamp(
        &mut self,
        is_number: bool,
        parse: impl FnOnce(&str) -> Option<DateTime>,
    ) -> Result<DateTime, Error> {
        let offset = self.at;
        if is_number {
            let number = self.number()?;
            return parse(number.text).ok_or(number.error(ErrorKind::NumberOutOfRange));
        }
        parse(&self.text()?).ok_or(Error::new(ErrorKind::InvalidTimestamp, offset))
    }

    // needed by: lists to read
    #[inline]
    fn list(&mut self, items: &mut impl Items) -> Result<(), Error> {
        let mut array = self.array()?;
        while array.next(self)? {
            items.item(self)?;
        }
        Ok(())
    }

    #[inline]
    fn members(&mut self, of: &mut impl DecodeMember) -> Result<(), Error> {
        self.each_member(|name, r| of.decode_member(name, r))
    }

    #[inline]
    fn skip(&mut self) -> Result<(), Error> {
        self.skip_value()
    }
}

impl wire::Cursor for Reader<'_> {
    #[inline]
    fn kind(&self) -> Option<Kind> {
        Some(match self.peek()? {
            b'{' => Kind::Members,
            b'[' => Kind::List,
            b'"' => Kind::String,
            b't' | b'f' => Kind::Boolean,
            b'-' | b'0'..=b'9' => Kind::Number,
            b'n' => Kind::Null,
            _ => return None,
        })
    }

    // needed by: documents
    #[inline]
    fn any_number(&mut self) -> Result<Number, Error> {
        let number = self.number()?;
        if !number.text.contains(['.', 'e', 'E']) {
            if let Ok(value) = number.text.parse() {
                return Ok(Number::PosInt(value));
            }
            // There is no negative zero among integers.
            if let Ok(value @ ..0) = number.text.parse() {
                return Ok(Number::NegInt(value));
            }
        }
        match number.text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Number::Float(value)),
            _ => Err(number.error(ErrorKind::NumberOutOfRange)),
        }
    }

    #[inline]
    fn each_member(
        &mut self,
        mut member: impl FnMut(&str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut object = self.object()?;
        while let Some(name) = object.next(self)? {
            member(name, self)?;
        }
        Ok(())
    }

    /// By quotes and brackets alone.
    #[inline]
    fn step_over(&mut self) -> Result<(), Error> {
        let text = self.text.as_bytes();
        let (mut depth, mut in_string) = (0, false);
        while let Some(byte) = text.get(self.at) {
            match byte {
                b'\\' if in_string => self.at += 1,
                b'"' => in_string = !in_string,
                _ if in_string => {}
                b',' | b'}' | b']' if depth == 0 => break,
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
        self.at = self.at.min(text.len());
        Ok(())
    }
}
