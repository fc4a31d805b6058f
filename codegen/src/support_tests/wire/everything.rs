//! A structure with every kind of member, written as the generator writes them.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use crate::support::wire::{
    self, DateTimeFormat, Decode, DecodeInPlace, DecodeMember, Encode, EncodeMembers, Error,
    HttpDate, Members, Reader, Variant, Writer, variant_within,
};

macro_rules! structure {
    ($(#[$doc:meta])* $name:ident {
        $($field:ident $wire:literal: $type:ty),*;
        $($within:ident $within_wire:literal: $within_type:ty),*;
        $($stamp:ident $stamp_wire:literal as $format:ident: $stamp_type:ty),*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $(pub $field: Option<$type>,)*
            $(pub $within: Option<$within_type>,)*
            $(pub $stamp: Option<$stamp_type>,)*
        }

        impl EncodeMembers for $name {
            fn encode_members(&self, w: &mut impl Members) {
                $(w.field($wire, &self.$field);)*
                $(w.field($within_wire, &self.$within);)*
                $(wire::field_as::<$format>(w, $stamp_wire, &self.$stamp);)*
            }
        }

        impl DecodeInPlace for $name {
            fn unread() -> Self {
                Self::default()
            }

            fn decode_in_place(&mut self, r: &mut impl Reader) -> Result<(), Error> {
                wire::structure_in_place(r, self)
            }
        }

        impl DecodeMember for $name {
            fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
                match name {
                    $($wire => r.member(&mut self.$field),)*
                    $($within_wire => wire::within(r, &mut self.$within),)*
                    $($stamp_wire => wire::member_as::<$format, _>(r, &mut self.$stamp),)*
                    _ => r.skip(),
                }
            }
        }
    };
}

structure! {
    /// One member of each kind.
    Everything {
        string "String": String,
        boolean "Boolean": bool,
        byte "Byte": i8,
        short "Short": i16,
        integer "Integer": i32,
        long "Long": i64,
        float "Float": f32,
        double "Double": f64,
        big_integer "BigInteger": BigInteger,
        big_decimal "BigDecimal": BigDecimal,
        blob "Blob": Blob,
        document "Document": Document,
        timestamp "Timestamp": DateTime,
        color "Color": Color,
        list "List": Vec<String>,
        sparse_list "SparseList": Vec<Option<i32>>,
        map "Map": HashMap<String, i64>,
        sparse_map "SparseMap": HashMap<String, Option<String>>,
        map_of_enums "MapOfEnums": HashMap<Color, Vec<Color>>,
        choice "Choice": Choice,
        epoch_seconds "EpochSeconds": DateTime;
        again "Again": Box<Everything>,
        many "Many": Vec<Everything>,
        map_of_many "MapOfMany": HashMap<String, Option<Everything>>;
        date_time "DateTime" as DateTimeFormat: DateTime,
        http_dates "HttpDates" as HttpDate: HashMap<String, Vec<DateTime>>
    }
}

/// An open enum.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Color {
    Red,
    Unknown(String),
}

impl AsRef<str> for Color {
    fn as_ref(&self) -> &str {
        match self {
            Self::Red => "RED",
            Self::Unknown(name) => name,
        }
    }
}

impl From<&str> for Color {
    fn from(name: &str) -> Self {
        match name {
            "RED" => Self::Red,
            _ => Self::Unknown(name.to_owned()),
        }
    }
}

impl From<String> for Color {
    fn from(name: String) -> Self {
        Self::from(name.as_str())
    }
}

impl Encode for Color {
    fn encode(&self, w: &mut impl Writer) {
        w.string(self.as_ref());
    }
}

impl Decode for Color {
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        Ok(Self::from(&*r.string()?))
    }
}

/// A union.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Text(String),
    When(DateTime),
    Nested(Box<Choice>),
    Unknown,
}

impl EncodeMembers for Choice {
    fn encode_members(&self, w: &mut impl Members) {
        match self {
            Self::Text(value) => w.value("text", value),
            Self::When(value) => wire::value_as::<HttpDate>(w, "when", value),
            Self::Nested(value) => w.value("nested", value),
            Self::Unknown => w.fail("the union has no known member"),
        }
    }
}

impl Decode for Choice {
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        wire::outermost(r)
    }
}

impl DecodeInPlace for Choice {
    fn unread() -> Self {
        Self::Unknown
    }

    fn decode_in_place(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        wire::union_in_place(r, self)
    }
}

impl DecodeMember for Variant<'_, Choice> {
    fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
        match name {
            "text" => self.read(r, Choice::Text),
            "when" => self.read_as::<HttpDate, _>(r, Choice::When),
            "nested" => variant_within!(self, r, Choice::Nested),
            _ => self.skip(r, name),
        }
    }
}
