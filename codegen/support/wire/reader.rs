//! What a format reads.

use std::borrow::Cow;

// needed by: blobs
use aws_smithy_types::Blob;
// needed by: timestamps
use aws_smithy_types::DateTime;
// needed by: documents
use aws_smithy_types::{Document, Number};
// needed by: big numbers
use aws_smithy_types::{BigDecimal, BigInteger};

use super::{Decode, DecodeMember, Error, ErrorKind, Layout};

/// A place in a message. Between two calls it is always before a value or behind one.
///
/// All that reads fails where something else comes next than what is asked for.
pub trait Reader: Sized {
    /// Whether the last known member of a union counts, whatever is beside it. Elsewhere a union with two
    /// members, known or not, is broken.
    const LAST_MEMBER_COUNTS: bool = false;

    /// Where this is, in bytes from the start of the message.
    fn offset(&self) -> usize;

    /// The error that something else comes next, or nothing at all.
    fn error(&self, kind: ErrorKind) -> Error;

    /// Steps over a null, if that comes next, and says whether it did.
    fn null(&mut self) -> bool;

    /// Says how the value is laid out that comes next, a list or a map.
    #[inline]
    fn layout(&mut self, _layout: &'static Layout) -> &mut Self {
        self
    }

    /// Reads a boolean.
    ///
    /// # Errors
    /// Where there is none.
    fn boolean(&mut self) -> Result<bool, Error>;

    // needed by: integers to read
    /// Reads an integer.
    ///
    /// # Errors
    /// Where there is none, or it does not fit.
    fn integer(&mut self) -> Result<i64, Error>;

    // needed by: floats
    /// Reads a float of 32 bits.
    ///
    /// # Errors
    /// Where there is no number, or it is too large.
    fn float(&mut self) -> Result<f32, Error>;

    // needed by: floats
    /// Reads a float of 64 bits.
    ///
    /// # Errors
    /// Where there is no number, or it is too large.
    fn double(&mut self) -> Result<f64, Error>;

    // needed by: documents
    /// Reads a value whose shape is not known.
    ///
    /// # Errors
    /// Where there is none, or none that a document has.
    fn document(&mut self) -> Result<Document, Error>;

    // needed by: big numbers
    /// Reads an integer of any size.
    ///
    /// # Errors
    /// Where there is none.
    fn big_integer(&mut self) -> Result<BigInteger, Error>;

    // needed by: big numbers
    /// Reads a number of any size.
    ///
    /// # Errors
    /// Where there is none.
    fn big_decimal(&mut self) -> Result<BigDecimal, Error>;

    /// Reads a text, which is borrowed where it can be.
    ///
    /// # Errors
    /// Where there is none.
    fn string(&mut self) -> Result<Cow<'_, str>, Error>;

    // needed by: blobs
    /// Reads bytes.
    ///
    /// # Errors
    /// Where there are none.
    fn blob(&mut self) -> Result<Blob, Error>;

    // needed by: timestamps
    /// Reads a moment. Where a format has no timestamps of its own it is what `parse` finds in the
    /// text of a number or of a string.
    ///
    /// # Errors
    /// Where there is none, or it is written otherwise.
    fn timestamp(
        &mut self,
        is_number: bool,
        parse: impl FnOnce(&str) -> Option<DateTime>,
    ) -> Result<DateTime, Error>;

    // needed by: lists to read
    /// Reads a list.
    ///
    /// # Errors
    /// Where there is none, or an item is not what it should be.
    fn list(&mut self, items: &mut impl Items) -> Result<(), Error>;

    // needed by: lists to read
    /// How many items the list that comes next says it has, where it says so; never more than take as
    /// much memory as the rest of the message.
    #[inline]
    fn room_for<T>(&self) -> usize {
        0
    }

    // needed by: maps
    /// Reads a map, whose entries are members with keys for names. In most formats it is no other value
    /// than a structure.
    ///
    /// # Errors
    /// Where there is none, or a value is not what it should be.
    #[inline]
    fn map(&mut self, entries: &mut impl DecodeMember) -> Result<(), Error> {
        self.members(entries)
    }

    /// Reads a structure or a union, member by member.
    /// In formats that have attributes these come first, each with an `@` before its name.
    ///
    /// # Errors
    /// Where there is none, or a member is not what it should be.
    fn members(&mut self, of: &mut impl DecodeMember) -> Result<(), Error>;

    /// Steps over a value, whatever it is. It still has to be one of the format.
    ///
    /// # Errors
    /// Where it is not.
    fn skip(&mut self) -> Result<(), Error>;

    /// Reads the value of a member that has none, whatever it is.
    ///
    /// # Errors
    /// Where it is not one of the format.
    #[inline]
    fn unit(&mut self) -> Result<(), Error> {
        self.skip()
    }

    // needed by: integers to read
    /// Reads an integer into a type of fewer bits.
    ///
    /// # Errors
    /// Where there is none, or it does not fit.
    #[inline]
    fn small_integer<T: TryFrom<i64>>(&mut self) -> Result<T, Error> {
        let offset = self.offset();
        match T::try_from(self.integer()?) {
            Ok(value) => Ok(value),
            Err(_) => Err(Error::new(ErrorKind::NumberOutOfRange, offset)),
        }
    }

    /// Reads the value of an enum that is a text.
    ///
    /// # Errors
    /// Where there is no text.
    #[inline]
    fn enum_value<T: for<'t> From<&'t str>>(&mut self) -> Result<T, Error> {
        Ok(T::from(&self.string()?))
    }

    /// Reads a structure; what the message does not have of it is as in `initial`.
    ///
    /// # Errors
    /// Where there is none, or a member is not what it should be.
    #[inline]
    fn structure<T: DecodeMember>(&mut self, mut initial: T) -> Result<T, Error> {
        self.members(&mut initial)?;
        Ok(initial)
    }

    /// Reads a member into its place. A null leaves the place as it is, unless it means something to
    /// the member's type.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    fn member<T: Decode>(&mut self, slot: &mut T) -> Result<(), Error> {
        T::decode_into(slot, self)
    }

    /// Reads a value that may be absent, as what a null stands for.
    ///
    /// # Errors
    /// Where `decode` fails.
    #[inline]
    fn element<T>(
        &mut self,
        decode: impl FnOnce(&mut Self) -> Result<T, Error>,
        from_null: impl FnOnce() -> Option<T>,
    ) -> Result<Option<T>, Error> {
        if self.null() {
            Ok(from_null())
        } else {
            decode(self).map(Some)
        }
    }
}

// needed by: lists to read
/// What a list is read into.
pub trait Items {
    /// Reads the value that comes next as the next item, or skips it.
    ///
    /// # Errors
    /// Where the value is not what items are.
    fn item(&mut self, r: &mut impl Reader) -> Result<(), Error>;
}

/// A place in a message of bytes, which can be gone back to.
pub trait Cursor: Reader + Clone {
    /// The kind of the value that comes next; `None` where none does.
    fn kind(&self) -> Option<Kind>;

    // needed by: documents
    /// Reads a number of which no type is known: as an integer where it is one and fits, else as a
    /// float.
    ///
    /// # Errors
    /// Where there is no number, or it is too large.
    fn any_number(&mut self) -> Result<Number, Error>;

    /// Reads a structure or a union as [`Reader::members`] does: `member` reads, or skips, the member of
    /// each name that the message has.
    ///
    /// # Errors
    /// Where there is none, or `member` fails.
    fn each_member(
        &mut self,
        member: impl FnMut(&str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error>;

    /// Steps over a value of which anything may be wrong.
    ///
    /// # Errors
    /// Where its end cannot be told.
    #[inline]
    fn step_over(&mut self) -> Result<(), Error> {
        self.skip()
    }
}

/// What a value is, as far as its format tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A null.
    Null,
    /// A boolean.
    Boolean,
    /// A number of any kind.
    Number,
    /// A text.
    String,
    /// A list.
    List,
    /// A structure, a union or a map.
    Members,
}
