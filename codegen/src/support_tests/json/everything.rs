//! A structure with every kind of member, written as the generator writes them.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use crate::support::json::{
    DateTimeFormat, Decode, DecodeMember, Encode, EncodeMembers, Error, HttpDate, ObjectWriter,
    Reader, Writer,
};

macro_rules! structure {
    ($(#[$doc:meta])* $name:ident {
        $($field:ident $wire:literal: $type:ty),*;
        $($boxed:ident $boxed_wire:literal: Box<$boxed_type:ty>),*;
        $($stamp:ident $stamp_wire:literal as $format:ident: $stamp_type:ty),*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $(pub $field: Option<$type>,)*
            $(pub $boxed: Option<Box<$boxed_type>>,)*
            $(pub $stamp: Option<$stamp_type>,)*
        }

        impl EncodeMembers for $name {
            fn encode_members(&self, object: &mut ObjectWriter<'_>) {
                $(object.field($wire, &self.$field);)*
                $(object.field($boxed_wire, &self.$boxed);)*
                $(object.field_as::<$format>($stamp_wire, &self.$stamp);)*
            }
        }

        impl DecodeMember for $name {
            fn decode_member(&mut self, name: &str, r: &mut Reader<'_>) -> Result<(), Error> {
                match name {
                    $($wire => r.member(&mut self.$field),)*
                    $($boxed_wire => r.boxed(&mut self.$boxed),)*
                    $($stamp_wire => r.member_as::<$format, _>(&mut self.$stamp),)*
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
        many "Many": Vec<Everything>,
        epoch_seconds "EpochSeconds": DateTime;
        again "Again": Box<Everything>;
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
        let mut object = r.object()?;
        let mut choice = None;
        while let Some(key) = object.next(r)? {
            match key {
                "text" => r.variant(&mut choice, Self::Text)?,
                "when" => r.variant_as::<HttpDate, _, _>(&mut choice, Self::When)?,
                "nested" => r.variant(&mut choice, |value| Self::Nested(Box::new(value)))?,
                _ => r.unknown_variant(&mut choice, key, Self::Unknown)?,
            }
        }
        Ok(choice.unwrap_or(Self::Unknown))
    }
}
