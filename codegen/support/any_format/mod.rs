//! Values in any format of [serde](https://serde.rs)'s, beside the service's own: what is written and read
//! of each type, as `support/wire` has it, under the names of the model.
//!
//! Absent members are left out, and a null is read as absent. What formats do not have is a text: big
//! numbers, timestamps (RFC 3339, to the nanosecond), and in formats for people blobs (base64), `NaN` and the
//! infinities. What formats have and the service's JSON does not, is read too where a format says what its
//! values are.

mod containers;
mod count;
// needed by: documents
mod document;
#[allow(dead_code, unused_imports, reason = "a service may have no numbers")]
mod numbers;
mod place;
mod reader;
mod simple;
// needed by: timestamps
mod times;
mod writer;

use serde::{Deserializer, Serializer};

use super::wire::{Decode, Encode};

/// Writes a value.
///
/// # Errors
/// Where the format has nothing for a value in it, or a union has no member that is known.
#[inline]
pub fn serialize<S: Serializer>(value: &impl Encode, serializer: S) -> Result<S::Ok, S::Error> {
    writer::write(value, place::Place::OUTERMOST, serializer)
}

/// Reads a value.
///
/// # Errors
/// Where what comes is not a `T`.
#[inline]
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    reader::read(deserializer, 0, |r| T::decode(r))
}

/// Implements serde's traits for a type of the model. An error has metadata, which is completed when its
/// members have been read.
macro_rules! implement {
    ($name:ident $(, $complete:expr)?) => {
        impl ::serde::Serialize for $name {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::support::any_format::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                let value = crate::support::any_format::deserialize::<Self, D>(deserializer);
                $(let value = value.map($complete);)?
                value
            }
        }
    };
}

#[allow(unused_imports, reason = "a service may have no types")]
pub(crate) use implement;
