//! Types of members, and the values that members have before anybody sets them.

use serde_json::Value;

use crate::rust::Ident;

/// The Rust type of a member or element, without `Option` and `Box`.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `bool`
    Boolean,
    /// `i8`
    Byte,
    /// `i16`
    Short,
    /// `i32`
    Integer,
    /// `i64`
    Long,
    /// `f32`
    Float,
    /// `f64`
    Double,
    /// `aws_smithy_types::BigInteger`
    BigInteger,
    /// `aws_smithy_types::BigDecimal`
    BigDecimal,
    /// `String`
    String,
    /// `aws_smithy_types::Blob`
    Blob,
    /// Bytes that are not held in memory: a type parameter, which is
    /// `aws_smithy_types::byte_stream::ByteStream` where nothing else is said.
    Stream,
    /// Events of this union that come one after the other: a type parameter, which is
    /// `event_stream::Events<_>` where nothing else is said.
    Events(Ident),
    /// Events of this union that are sent one after the other: a type parameter, which is
    /// `event_stream::Outgoing<_>` where nothing else is said.
    Outgoing(Ident),
    /// `aws_smithy_types::DateTime`
    Timestamp(TimestampFormat),
    /// `aws_smithy_types::Document`
    Document,
    /// `Vec<_>`
    List(Box<Element>),
    /// `HashMap<_, _>`; the key is a string or an enum of strings.
    Map(Box<Type>, Box<Element>),
    /// A structure, union or enum of the service.
    Named(NamedKind, Ident),
}

impl Type {
    /// Every type of the service that this one mentions.
    pub fn named(&self) -> Vec<&Ident> {
        match self {
            Self::Named(_, name) | Self::Events(name) | Self::Outgoing(name) => vec![name],
            Self::List(element) => element.type_.named(),
            Self::Map(key, element) => [key.named(), element.type_.named()].concat(),
            _ => Vec::new(),
        }
    }

    /// Whether its values have no others in them.
    pub fn is_simple(&self) -> bool {
        match self {
            Self::List(_) | Self::Map(..) | Self::Document => false,
            Self::Named(kind, _) => matches!(kind, NamedKind::Enum | NamedKind::IntEnum),
            _ => true,
        }
    }

    /// Whether it is the body of a message, which is not held in memory: bytes or events.
    pub fn is_streamed(&self) -> bool {
        matches!(self, Self::Stream | Self::Events(_) | Self::Outgoing(_))
    }

    /// Whether it is `Copy`.
    pub fn is_copy(&self) -> bool {
        use Type::{Byte, Double, Float, Integer, Long, Short};
        let is_number = matches!(self, Byte | Short | Integer | Long | Float | Double);
        is_number || matches!(self, Self::Boolean | Self::Timestamp(_))
    }

    /// The format of the timestamps in it, where it is made of timestamps.
    pub fn timestamp_format(&self) -> Option<TimestampFormat> {
        match self {
            Self::Timestamp(format) => Some(*format),
            Self::List(element) | Self::Map(_, element) => element.type_.timestamp_format(),
            _ => None,
        }
    }
}

/// What a list or the values of a map are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its type.
    pub type_: Type,
    /// Whether there may be gaps (`@sparse`): then it is an `Option`.
    pub sparse: bool,
}

/// What kind of shape stands behind a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedKind {
    /// A structure; the flag tells whether it implements `Default`.
    Structure {
        /// Nothing in it is required, or it is an error, so that it has a meaningful `Default`.
        default: bool,
    },
    /// A tagged union.
    Union,
    /// An enum of strings.
    Enum,
    /// An enum of integers.
    IntEnum,
}

/// How a timestamp is written.
///
/// <https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// A number of seconds since 1970, perhaps with a fraction.
    EpochSeconds,
    /// RFC 3339, in UTC.
    DateTime,
    /// As in HTTP's `Date`.
    HttpDate,
}

/// What a member holds before it is set.
#[derive(Clone, Debug, PartialEq)]
pub enum Initial {
    /// `None`
    Absent,
    /// The empty value of its type, as Smithy's client error correction has it: an empty
    /// string, zero, 1970, an unknown variant.
    ///
    /// <https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction>
    Empty,
    /// The value that `@default` gives.
    Default(Value),
}
