//! Objects of the JSON AST by their keys: as `serde` would derive it, but keys that mean nothing are kept,
//! so that slips can be told.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use crate::diagnostic::nearest;

/// A key of an object.
pub(super) enum Key {
    Known(&'static str),
    Unknown(String),
}

/// Reads a key, which may be one of these.
pub(super) struct OneOf(pub(super) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for OneOf {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for OneOf {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        let known = self.0.iter().find(|known| **known == text);
        Ok(known.map_or_else(|| Key::Unknown(text.to_owned()), |known| Key::Known(known)))
    }
}

/// That a key is missing, and which other one may be meant for it.
pub(super) fn missing(key: &str, unknown: &[String]) -> String {
    let slip = nearest(key, unknown.iter().map(String::as_str));
    match slip.first() {
        Some(slip) => format!("missing field `{key}`, for which `{slip}` may be meant"),
        None => format!("missing field `{key}`"),
    }
}

/// A structure that is an object: its first key has to be there, the others may be absent.
macro_rules! keyed {
    (
        $(#[$doc:meta])+
        $name:ident, $expecting:literal,
        $required:ident: $required_type:ty = $required_key:literal,
        $($field:ident: $type:ty = $key:literal,)*
    ) => {
        $(#[$doc])+
        pub(super) struct $name {
            pub(super) $required: $required_type,
            $(pub(super) $field: $type,)*
            /// Keys that mean nothing.
            #[allow(dead_code, reason = "not all are asked for theirs")]
            pub(super) unknown: Vec<String>,
        }

        impl $name {
            /// All keys that mean something.
            pub(super) const KEYS: &'static [&'static str] = &[$required_key, $($key,)*];

            /// One that has nothing else.
            #[allow(dead_code, reason = "not all are made but of JSON")]
            pub(super) fn new($required: $required_type) -> Self {
                Self {
                    $required,
                    $($field: <$type>::default(),)*
                    unknown: Vec::new(),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct ByKey;

                impl<'de> serde::de::Visitor<'de> for ByKey {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> Result<$name, A::Error> {
                        use serde::de::Error;
                        use $crate::model::keyed::{Key, OneOf, missing};

                        let mut $required: Option<$required_type> = None;
                        $(let mut $field: Option<$type> = None;)*
                        let mut unknown = Vec::new();
                        while let Some(key) = map.next_key_seed(OneOf($name::KEYS))? {
                            match key {
                                Key::Known($required_key) if $required.is_none() => {
                                    $required = Some(map.next_value()?);
                                }
                                $(Key::Known($key) if $field.is_none() => {
                                    $field = Some(map.next_value()?);
                                })*
                                Key::Known(key) => return Err(A::Error::duplicate_field(key)),
                                Key::Unknown(key) => {
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                    unknown.push(key);
                                }
                            }
                        }
                        let Some($required) = $required else {
                            return Err(A::Error::custom(missing($required_key, &unknown)));
                        };
                        Ok($name {
                            $required,
                            $($field: $field.unwrap_or_default(),)*
                            unknown,
                        })
                    }
                }

                deserializer.deserialize_map(ByKey)
            }
        }
    };
}

pub(super) use keyed;
