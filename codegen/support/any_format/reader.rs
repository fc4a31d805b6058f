//! The reader: a deserializer before its one value is read, and why that failed.

use std::borrow::Cow;

// needed by: blobs
use aws_smithy_types::Blob;
// needed by: timestamps
use aws_smithy_types::DateTime;
// needed by: documents
use aws_smithy_types::Document;
// needed by: big numbers
use aws_smithy_types::{BigDecimal, BigInteger};
use serde::de::{Error as _, IgnoredAny};
use serde::{Deserialize, Deserializer};

// needed by: lists to read
use super::super::wire::Items;
use super::super::wire::{self, DecodeMember, Error, ErrorKind, MAX_DEPTH};
// needed by: lists to read
use super::containers::{Item, ListVisitor};
use super::containers::{MapVisitor, Member, ReadInto, Skipped};
// needed by: documents
use super::document;
// needed by: floats
use super::numbers::FloatVisitor;
// needed by: integers to read
use super::numbers::IntegerVisitor;
// needed by: blobs
use super::simple::BlobVisitor;
use super::simple::{BooleanVisitor, EnumVisitor, TextVisitor};
// needed by: timestamps
use super::times;

/// Reads a value, inside so many structures, lists and maps.
#[inline]
pub(super) fn read<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    depth: usize,
    decode: impl FnOnce(&mut Reader<'de, D>) -> Result<T, Error>,
) -> Result<T, D::Error> {
    Reader::of(Some(deserializer), depth).result(decode)
}

/// A value that comes next.
pub(super) struct Reader<'de, D: Deserializer<'de>> {
    /// What has it; `None` behind it, and where it is a null.
    before: Option<D>,
    is_null: bool,
    depth: usize,
    /// What the format says is wrong.
    failure: Option<D::Error>,
}

/// What stands for an error of the format's own.
const OF_FORMAT: ErrorKind = ErrorKind::ExpectedValue;

impl<'de, D: Deserializer<'de>> Reader<'de, D> {
    fn of(before: Option<D>, depth: usize) -> Self {
        Self {
            is_null: before.is_none(),
            before,
            depth,
            failure: None,
        }
    }

    fn result<T>(
        mut self,
        decode: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, D::Error> {
        let result = decode(&mut self);
        result.map_err(|error| {
            let of_format = self.failure.take();
            of_format.unwrap_or_else(|| D::Error::custom(error.kind().message()))
        })
    }

    /// Takes the value from the format.
    fn take<T>(&mut self, read: impl FnOnce(D) -> Result<T, D::Error>) -> Result<T, Error> {
        let Some(deserializer) = self.before.take() else {
            return Err(wire::Reader::error(self, ErrorKind::ExpectedValue));
        };
        read(deserializer).map_err(|failure| {
            self.failure = Some(failure);
            Error::new(OF_FORMAT, 0)
        })
    }

    /// The depth inside the value that comes next.
    fn inside(&self) -> Result<usize, Error> {
        match self.depth {
            MAX_DEPTH => Err(Error::new(ErrorKind::TooDeep, 0)),
            depth => Ok(depth + 1),
        }
    }
}

impl<'de, D: Deserializer<'de>> wire::Reader for Reader<'de, D> {
    /// The format knows.
    #[inline]
    fn offset(&self) -> usize {
        0
    }

    #[cold]
    #[inline]
    fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind, 0)
    }

    #[inline]
    fn null(&mut self) -> bool {
        self.is_null
    }

    #[inline]
    fn boolean(&mut self) -> Result<bool, Error> {
        self.take(|d| d.deserialize_bool(BooleanVisitor))
    }

    // needed by: integers to read
    #[inline]
    fn integer(&mut self) -> Result<i64, Error> {
        self.take(|d| d.deserialize_i64(IntegerVisitor))
    }

    // needed by: floats
    fn float(&mut self) -> Result<f32, Error> {
        let visitor = FloatVisitor(|value: f64| value as f32, f32::is_finite);
        self.take(|d| match d.is_human_readable() {
            true => d.deserialize_any(visitor),
            false => d.deserialize_f32(visitor),
        })
    }

    // needed by: floats
    fn double(&mut self) -> Result<f64, Error> {
        let visitor = FloatVisitor(|value: f64| value, f64::is_finite);
        self.take(|d| match d.is_human_readable() {
            true => d.deserialize_any(visitor),
            false => d.deserialize_f64(visitor),
        })
    }

    // needed by: documents
    #[inline]
    fn document(&mut self) -> Result<Document, Error> {
        let depth = self.depth;
        self.take(|d| document::read(d, depth))
    }

    // needed by: big numbers
    #[inline]
    fn big_integer(&mut self) -> Result<BigInteger, Error> {
        self.take(super::numbers::big_integer)
    }

    // needed by: big numbers
    #[inline]
    fn big_decimal(&mut self) -> Result<BigDecimal, Error> {
        self.take(super::numbers::big_decimal)
    }

    #[inline]
    fn string(&mut self) -> Result<Cow<'_, str>, Error> {
        self.take(|d| d.deserialize_str(TextVisitor))
    }

    #[inline]
    fn enum_value<T: for<'t> From<&'t str>>(&mut self) -> Result<T, Error> {
        self.take(|d| d.deserialize_str(EnumVisitor::default()))
    }

    // needed by: blobs
    fn blob(&mut self) -> Result<Blob, Error> {
        self.take(|d| match d.is_human_readable() {
            true => d.deserialize_str(BlobVisitor),
            false => d.deserialize_byte_buf(BlobVisitor),
        })
    }

    // needed by: timestamps
    /// Whatever format the model has for it.
    #[inline]
    fn timestamp(
        &mut self,
        _is_number: bool,
        _parse: impl FnOnce(&str) -> Option<DateTime>,
    ) -> Result<DateTime, Error> {
        self.take(times::read)
    }

    // needed by: lists to read
    #[inline]
    fn list(&mut self, items: &mut impl Items) -> Result<(), Error> {
        let depth = self.inside()?;
        self.take(|d| d.deserialize_seq(ListVisitor { items, depth }))
    }

    #[inline]
    fn members(&mut self, of: &mut impl DecodeMember) -> Result<(), Error> {
        let depth = self.inside()?;
        self.take(|d| d.deserialize_map(MapVisitor { of, depth }))
    }

    fn skip(&mut self) -> Result<(), Error> {
        if self.is_null {
            return Ok(());
        }
        self.take(|d| IgnoredAny::deserialize(d).map(drop))
    }

    /// Where a format does not say what its values are, it is the structure without members that has been
    /// written.
    fn unit(&mut self) -> Result<(), Error> {
        match &self.before {
            Some(d) if !d.is_human_readable() => self.members(&mut Skipped),
            _ => self.skip(),
        }
    }
}

impl<M: DecodeMember> ReadInto for Member<'_, '_, M> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(
        self,
        from: Option<D>,
        depth: usize,
    ) -> Result<(), D::Error> {
        Reader::of(from, depth).result(|r| self.0.decode_any(self.1, r))
    }
}

// needed by: lists to read
impl<I: Items> ReadInto for Item<'_, I> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(
        self,
        from: Option<D>,
        depth: usize,
    ) -> Result<(), D::Error> {
        Reader::of(from, depth).result(|r| self.0.item(r))
    }
}
