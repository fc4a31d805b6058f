//! Values as they travel, whatever the format: what is written and read of each type, once for all
//! formats. A format is a [`Writer`] and a [`Reader`], and nothing else.
//!
//! Values go straight into bytes and bytes straight into values, with no tree and no tokens in
//! between.

mod error;
mod guard;
mod layout;
mod members;
mod message;
mod reader;
mod simple;
mod types;
mod writer;

use std::borrow::Cow;

use super::operation::BuildError;

pub use error::{Error, ErrorKind, Result};
pub use guard::Guard;
#[allow(
    unused_imports,
    reason = "a service may have no members with a layout of their own"
)]
pub(crate) use layout::layout;
pub use layout::{Layout, Namespace};
pub use message::{is_without_members, members, output, read, texts, write};
// needed by: lists to read
pub use reader::Items;
pub use reader::{Cursor, Kind, Reader};
pub use simple::Unit;
#[allow(
    unused_imports,
    reason = "a service may have no type with a name of its own here"
)]
pub use types::*;
pub use writer::{Members, Writer};

/// How many structures, lists and maps may stand inside one another, in both directions. It keeps a
/// hostile or broken message from exhausting the stack.
pub const MAX_DEPTH: usize = 128;

/// A format of messages.
pub trait Format: 'static {
    /// What writes it.
    type Writer: Writer;
    /// What reads it.
    type Reader<'a>: Cursor;

    /// Its media type.
    const MEDIA_TYPE: &'static str;
    /// A structure of which no member is set.
    const EMPTY: &'static [u8];

    /// A message with nothing in it yet.
    fn writer() -> Self::Writer;

    // needed by: events to write
    /// A message whose outermost value is called so and laid out so, where the format has such names.
    #[inline]
    fn writer_of(_root: &'static str, _layout: &'static Layout) -> Self::Writer {
        Self::writer()
    }

    /// The finished message.
    ///
    /// # Errors
    /// Where a value could not be written, see [`Writer::fail`].
    fn finish(writer: Self::Writer) -> Result<Vec<u8>, BuildError>;

    /// The beginning of a message.
    ///
    /// # Errors
    /// Where it cannot be one.
    fn reader(message: &[u8]) -> Result<Self::Reader<'_>, Error>;

    /// The end of a message.
    ///
    /// # Errors
    /// Where something follows.
    fn end(reader: Self::Reader<'_>) -> Result<(), Error>;

    /// The error in the body of an error response, as a message of its own, and the request's id,
    /// where that stands in the body too.
    #[inline]
    fn error(body: &[u8]) -> (&[u8], Option<String>) {
        (body, None)
    }

    /// The name of what is outermost in a body, where the format has such names.
    #[inline]
    fn root(_body: &[u8]) -> Option<String> {
        None
    }

    /// The same message, with as much mended as keeps it from being read in part.
    #[inline]
    fn mended(message: &[u8]) -> Cow<'_, [u8]> {
        Cow::Borrowed(message)
    }
}

/// A value that can be written.
pub trait Encode {
    /// Writes the value.
    fn encode(&self, w: &mut impl Writer);

    /// Whether it is written as a null.
    #[cfg(feature = "serde")]
    #[inline]
    fn is_null(&self) -> bool {
        false
    }
}

/// A value that can be read.
pub trait Decode: Sized {
    /// Reads the value that comes next.
    ///
    /// # Errors
    /// Where the message is broken, or another kind of value comes.
    fn decode(r: &mut impl Reader) -> Result<Self, Error>;

    // needed by: lists to read
    /// Reads the value that comes next as the next item of a list, where it is to stay if it can be.
    ///
    /// # Errors
    /// Those of [`decode`](Self::decode), after which the item may be there in part.
    #[inline]
    fn decode_item(r: &mut impl Reader, items: &mut Vec<Self>) -> Result<(), Error> {
        items.push(Self::decode(r)?);
        Ok(())
    }

    /// Reads the value that comes next into a member's place, see [`Reader::member`].
    ///
    /// # Errors
    /// Those of [`decode`](Self::decode), after which the place is as it was.
    #[inline]
    fn decode_into(slot: &mut Self, r: &mut impl Reader) -> Result<(), Error> {
        if !r.null() {
            *slot = Self::decode(r)?;
        } else if let Some(value) = Self::from_null() {
            *slot = value;
        }
        Ok(())
    }

    /// What a null stands for in place of this value. `None`: it stands for nothing, so that a
    /// list or map leaves the element out and a member stays as it is.
    #[inline]
    fn from_null() -> Option<Self> {
        None
    }
}

/// A structure or a union, which is written member by member.
pub trait EncodeMembers {
    /// Writes the members that have a value.
    #[inline]
    fn encode_members(&self, _w: &mut impl Members) {}

    /// Writes the members that a service answers with, where these are called otherwise than in forms.
    #[cfg(feature = "test-util")]
    #[inline]
    fn encode_answered(&self, w: &mut impl Members) {
        self.encode_members(w);
    }

    /// Writes all members that have a value under the names of the model, wherever in a message they are
    /// and whatever they are called there.
    #[cfg(feature = "serde")]
    #[inline]
    fn encode_all(&self, w: &mut impl Members) {
        self.encode_members(w);
    }
}

/// A structure, which is read member by member. One with a `Default` starts as that.
pub trait DecodeMember {
    /// Reads the value that comes next as the member of this name, or skips it where there is none.
    ///
    /// # Errors
    /// Where the value is not what the member is.
    #[inline]
    fn decode_member(&mut self, _name: &str, r: &mut impl Reader) -> Result<(), Error> {
        r.skip()
    }

    /// The same with the member that forms call so, as a service reads them.
    ///
    /// # Errors
    /// Those of [`decode_member`](Self::decode_member).
    #[cfg(feature = "test-util")]
    #[inline]
    fn decode_sent(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
        self.decode_member(name, r)
    }

    /// The same with the member that the model calls so, wherever in a message that is.
    ///
    /// # Errors
    /// Those of [`decode_member`](Self::decode_member).
    #[cfg(feature = "serde")]
    #[inline]
    fn decode_any(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
        self.decode_member(name, r)
    }
}
