//! What a format writes.

// needed by: blobs
use aws_smithy_types::Blob;
// needed by: timestamps
use aws_smithy_types::DateTime;
// needed by: big numbers
use aws_smithy_types::{BigDecimal, BigInteger};

use super::{Encode, EncodeMembers, Layout};

/// A message in the making, which grows value by value.
pub trait Writer: Sized {
    /// Writes a null.
    fn null(&mut self);

    /// Writes a boolean.
    fn boolean(&mut self, value: bool);

    /// Writes an integer.
    fn integer(&mut self, value: i64);

    /// Writes an integer that is not negative.
    fn natural(&mut self, value: u64);

    // needed by: floats
    /// Writes a float of 32 bits, with no more digits than it has.
    fn float(&mut self, value: f32);

    // needed by: floats
    /// Writes a float of 64 bits.
    fn double(&mut self, value: f64);

    // needed by: big numbers
    /// Writes an integer of any size.
    fn big_integer(&mut self, value: &BigInteger);

    // needed by: big numbers
    /// Writes a number of any size.
    fn big_decimal(&mut self, value: &BigDecimal);

    /// Writes a text.
    fn string(&mut self, value: &str);

    // needed by: blobs
    /// Writes bytes.
    fn blob(&mut self, value: &Blob);

    // needed by: timestamps
    /// Writes a moment. Where a format has no timestamps of its own it is this text of it, as a
    /// number or as a string; there may be none.
    fn timestamp(
        &mut self,
        moment: &DateTime,
        is_number: bool,
        text: impl FnOnce(&DateTime) -> Option<String>,
    );

    /// Writes a document, which `write` writes as the value that it holds.
    #[inline]
    fn document(&mut self, write: impl FnOnce(&mut Self)) {
        write(self);
    }

    /// Writes a list of these items.
    fn list<T: Encode>(&mut self, items: impl ExactSizeIterator<Item = T>);

    // needed by: maps
    /// Writes a map with these entries.
    fn map<K: AsRef<str>, V: Encode>(&mut self, entries: impl ExactSizeIterator<Item = (K, V)>);

    /// Writes a structure or a union.
    fn structure(&mut self, members: &impl EncodeMembers);

    /// Gives up on the message, for this reason. The first reason is the one that is told.
    fn fail(&mut self, reason: &str);

    /// Whether there is no use in writing on.
    fn has_failed(&self) -> bool;
}

/// A structure or a union in the making, which grows member by member.
pub trait Members {
    // What writes a member is small and in every line of what writes structures. Inlined, it has the
    // name as a constant, of which nothing is left to escape: a seventh of the time to write JSON.

    /// Writes a member.
    fn value(&mut self, name: &'static str, value: &impl Encode);

    /// Writes a member that is laid out so.
    #[inline]
    fn laid_out(&mut self, name: &'static str, _layout: &'static Layout, value: &impl Encode) {
        self.value(name, value);
    }

    /// Gives up on the message, see [`Writer::fail`].
    fn fail(&mut self, reason: &str);

    /// Whether there is no use in writing on.
    fn has_failed(&self) -> bool;

    /// Writes a member, or nothing where it has no value.
    #[inline(always)]
    fn field(&mut self, name: &'static str, value: &Option<impl Encode>) {
        if let Some(value) = value {
            self.value(name, value);
        }
    }
}
