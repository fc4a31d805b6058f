//! A structure with every kind of member, written as the generator writes them.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use crate::support::json::{
    DateTimeFormat, Decode, DecodeInPlace, Encode, EncodeMembers, Error, HttpDate, ObjectWriter,
    Reader, Writer, variant_within,
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
            fn encode_members(&self, object: &mut ObjectWriter<'_>) {
                $(object.field($wire, &self.$field);)*
                $(object.field($within_wire, &self.$within);)*
                $(object.field_as::<$format>($stamp_wire, &self.$stamp);)*
            }
        }

        impl Decode for $name {
            fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
                r.outermost()
            }
        }

        impl DecodeInPlace for $name {
            fn unread() -> Self {
                Self::default()
            }

            fn decode_in_place(&mut self, r: &mut Reader<'_>) -> Result<(), Error> {
                r.structure_in_place(self, |this, name, r| match name {
                    $($wire => r.member(&mut this.$field),)*
                    $($within_wire => r.within(&mut this.$within),)*
                    $($stamp_wire => r.member_as::<$format, _>(&mut this.$stamp),)*
                    _ => r.skip(),
                })
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
    fn encode(&self, w: &mut Writer) {
        w.string(self.as_ref());
    }
}

impl Decode for Color {
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
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
    fn encode_members(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::Text(value) => object.value("text", value),
            Self::When(value) => object.value_as::<HttpDate>("when", value),
            Self::Nested(value) => object.value("nested", value),
            Self::Unknown => object.fail("the union has no known member"),
        }
    }
}

impl Decode for Choice {
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.outermost()
    }
}

impl DecodeInPlace for Choice {
    fn unread() -> Self {
        Self::Unknown
    }

    fn decode_in_place(&mut self, r: &mut Reader<'_>) -> Result<(), Error> {
        r.union_in_place(self, |this, name, r| match name {
            "text" => r.variant(this, Self::Text),
            "when" => r.variant_as::<HttpDate, _, _>(this, Self::When),
            "nested" => variant_within!(r, this, Self::Nested),
            _ => r.unknown_variant(this, name),
        })
    }
}
