//! What values of each type are in CBOR.

use std::borrow::Cow;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};
// needed by: documents
use aws_smithy_types::{Document, Number as AnyNumber};

use super::super::wire::{self, Cursor as _, DecodeMember, Items, Kind};
use super::head::{
    BIG_NATURAL, BIG_NEGATIVE, BYTES, DECIMAL, FALSE, Head, INDEFINITE, LIST, LONG_FLOAT, MAP,
    NATURAL, NEGATIVE, NULL, TAG, TEXT, TIMESTAMP, TRUE, UNDEFINED,
};
use super::number::{Number, moment, whole};
use super::{Error, ErrorKind, Reader, big_number};

impl Reader<'_> {
    /// Reads the number that comes next.
    #[inline]
    fn number(&mut self) -> Result<(Head, Number), Error> {
        let head = self.value()?;
        match head.number() {
            Some(number) => Ok((head, number)),
            None => Err(head.error(ErrorKind::ExpectedNumber)),
        }
    }

    #[cold]
    #[inline]
    fn tagged_null(&mut self) -> bool {
        // Nearly all tags are a byte, and before no other tag.
        if let Some([tag, first, ..]) = self.bytes.get(self.at..)
            && tag & 0x1F < 24
            && first >> 5 != TAG
            && !matches!(*first, NULL | UNDEFINED)
        {
            return false;
        }
        let before = self.at;
        let is_null = self.value().is_ok_and(|head| head.is_null());
        if !is_null {
            self.at = before;
        }
        is_null
    }

    /// How many items the list that comes next has, as far as it says so.
    #[cold]
    #[inline]
    fn length_of_list(&self) -> usize {
        match self.clone().value() {
            Ok(head) if head.major() == LIST => head.argument.try_into().unwrap_or(usize::MAX),
            _ => 0,
        }
    }

    /// Reads the double that comes next, where it is as all of them should be: without a tag, and no
    /// shorter.
    #[inline]
    fn usual_double(&mut self) -> Option<f64> {
        match self.bytes.get(self.at..)?.first_chunk::<9>()? {
            [LONG_FLOAT, bytes @ ..] => {
                self.at += 1 + bytes.len();
                Some(f64::from_be_bytes(*bytes))
            }
            _ => None,
        }
    }

    /// Reads the digits of the integer that this head is of, whatever its size.
    #[inline]
    fn digits(&mut self, head: Head) -> Result<String, Error> {
        let is_negative = match (head.major(), head.tag, head.number()) {
            (NATURAL | NEGATIVE, _, Some(Number::Integer(value))) => return Ok(value.to_string()),
            (BYTES, Some(BIG_NATURAL), _) => false,
            (BYTES, Some(BIG_NEGATIVE), _) => true,
            _ => return Err(head.error(ErrorKind::ExpectedInteger)),
        };
        let bytes = self.content(head)?;
        big_number::digits(&bytes, is_negative).ok_or(head.error(ErrorKind::NumberOutOfRange))
    }

    /// Reads the text of the decimal whose list this head is of: an exponent and digits.
    #[inline]
    fn decimal(&mut self, head: Head) -> Result<String, Error> {
        let otherwise = head.error(ErrorKind::ExpectedNumber);
        let mut parts = self.descend(head)?;
        if !parts.next(self) {
            return Err(otherwise);
        }
        let exponent = wire::Reader::integer(self)?;
        if !parts.next(self) {
            return Err(otherwise);
        }
        let mantissa = self.value()?;
        let digits = self.digits(mantissa)?;
        if parts.next(self) {
            return Err(otherwise);
        }
        Ok(big_number::decimal(&digits, exponent))
    }
}

impl wire::Reader for Reader<'_> {
    #[inline]
    fn offset(&self) -> usize {
        self.at
    }

    #[cold]
    #[inline]
    fn error(&self, kind: ErrorKind) -> Error {
        match self.clone().value() {
            Ok(head) => head.error(kind),
            Err(error) => error,
        }
    }

    /// `undefined` is a null, too.
    #[inline]
    fn null(&mut self) -> bool {
        match self.peek() {
            Some(NULL | UNDEFINED) => {
                self.at += 1;
                true
            }
            Some(first) if first >> 5 == TAG => self.tagged_null(),
            _ => false,
        }
    }

    #[inline]
    fn boolean(&mut self) -> Result<bool, Error> {
        match self.value()? {
            Head { first: FALSE, .. } => Ok(false),
            Head { first: TRUE, .. } => Ok(true),
            head => Err(head.error(ErrorKind::ExpectedBoolean)),
        }
    }

    /// A float without a fraction is an integer, too.
    #[inline]
    fn integer(&mut self) -> Result<i64, Error> {
        let (head, number) = self.number()?;
        let value = match number {
            Number::Integer(value) => i64::try_from(value).ok(),
            Number::Float(value) if value.fract() == 0.0 => whole(value),
            Number::Float(_) => return Err(head.error(ErrorKind::ExpectedInteger)),
        };
        value.ok_or(head.error(ErrorKind::NumberOutOfRange))
    }

    /// Of a number that needs more bits this is the nearest float.
    #[inline]
    fn float(&mut self) -> Result<f32, Error> {
        let (head, number) = self.number()?;
        match number {
            Number::Integer(value) => Ok(value as f32),
            Number::Float(value) if value.is_finite() && !(value as f32).is_finite() => {
                Err(head.error(ErrorKind::NumberOutOfRange))
            }
            Number::Float(value) => Ok(value as f32),
        }
    }

    /// Of an integer that needs more bits this is the nearest float.
    #[inline]
    fn double(&mut self) -> Result<f64, Error> {
        if let Some(double) = self.usual_double() {
            return Ok(double);
        }
        Ok(match self.number()?.1 {
            Number::Integer(value) => value as f64,
            Number::Float(value) => value,
        })
    }

    /// It has 8,192 bits at most.
    #[inline]
    fn big_integer(&mut self) -> Result<BigInteger, Error> {
        let head = self.value()?;
        let digits = self.digits(head)?;
        digits
            .parse()
            .map_err(|_| head.error(ErrorKind::ExpectedInteger))
    }

    /// Its digits are an integer of 8,192 bits at most. A float is one, too, as few digits as it takes.
    #[inline]
    fn big_decimal(&mut self) -> Result<BigDecimal, Error> {
        let head = self.value()?;
        let text = match (head.major(), head.tag, head.number()) {
            (LIST, Some(DECIMAL), _) => self.decimal(head)?,
            (_, _, Some(Number::Float(value))) if value.is_finite() => format!("{value:?}"),
            (_, _, Some(Number::Float(_))) => String::new(),
            (BYTES | NATURAL | NEGATIVE, ..) => self.digits(head)?,
            _ => return Err(head.error(ErrorKind::ExpectedNumber)),
        };
        text.parse()
            .map_err(|_| head.error(ErrorKind::NumberOutOfRange))
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

    #[inline]
    fn blob(&mut self) -> Result<Blob, Error> {
        let head = self.value()?;
        if head.major() != BYTES {
            return Err(head.error(ErrorKind::ExpectedBytes));
        }
        Ok(Blob::new(self.content(head)?))
    }

    /// A number with tag 1, or without a tag: what the model says of formats does not count.
    #[inline]
    fn timestamp(
        &mut self,
        _is_number: bool,
        _parse: impl FnOnce(&str) -> Option<DateTime>,
    ) -> Result<DateTime, Error> {
        let start = self.at;
        if self.peek() == Some(TAG << 5 | TIMESTAMP as u8) {
            self.at += 1;
            if let Some(moment) = self.usual_double().map(Number::Float).and_then(moment) {
                return Ok(moment);
            }
            self.at = start;
        }
        let head = self.value()?;
        match (head.tag, head.number()) {
            (None | Some(TIMESTAMP), Some(number)) => {
                moment(number).ok_or(head.error(ErrorKind::NumberOutOfRange))
            }
            _ => Err(head.error(ErrorKind::ExpectedTimestamp)),
        }
    }

    #[inline]
    fn list(&mut self, items: &mut impl Items) -> Result<(), Error> {
        let mut list = self.open(LIST, ErrorKind::ExpectedArray)?;
        while list.next(self) {
            items.item(self)?;
        }
        Ok(())
    }

    #[inline]
    fn room_for<T>(&self) -> usize {
        let length = match self.peek().map(|first| first ^ LIST << 5) {
            Some(length @ 0..24) => length.into(),
            Some(INDEFINITE) => 0,
            _ => self.length_of_list(),
        };
        length.min(self.rest() / size_of::<T>().max(1))
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
        let head = self.clone().value().ok()?;
        Some(match head.major() {
            TEXT => Kind::String,
            LIST => Kind::List,
            MAP => Kind::Members,
            _ if head.is_null() => Kind::Null,
            _ if matches!(head.first, FALSE | TRUE) => Kind::Boolean,
            _ if head.number().is_some() => Kind::Number,
            _ => return None,
        })
    }

    // needed by: documents
    #[inline]
    fn any_number(&mut self) -> Result<AnyNumber, Error> {
        Ok(match self.number()?.1 {
            Number::Float(value) => AnyNumber::Float(value),
            Number::Integer(value) => match (u64::try_from(value), i64::try_from(value)) {
                (Ok(value), _) => AnyNumber::PosInt(value),
                (_, Ok(value)) => AnyNumber::NegInt(value),
                _ => AnyNumber::Float(value as f64),
            },
        })
    }

    #[inline]
    fn each_member(
        &mut self,
        mut member: impl FnMut(&str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut map = self.open(MAP, ErrorKind::ExpectedObject)?;
        while map.next(self) {
            let name = self.text()?;
            member(&name, self)?;
        }
        Ok(())
    }
}
