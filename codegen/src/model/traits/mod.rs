//! Traits, read through typed getters: `shape.traits.get::<HttpHeader>()`.
//!
//! A trait is one small struct with its id, in the file of its section of the Smithy
//! specification. A struct that `check` lists is validated when a model is loaded, so that
//! its getter never fails later. Traits without a struct are kept as they are.

mod auth;
mod aws;
mod behavior;
mod constraint;
mod documentation;
mod http;
pub(crate) mod named;
mod protocol;
mod refinement;
mod rules;
mod serialization;
mod test;
mod waiters;
mod xml;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ordered::in_order;

pub use auth::*;
pub use aws::*;
pub use behavior::*;
pub use constraint::*;
pub use documentation::*;
pub use http::*;
pub use protocol::*;
pub use refinement::*;
pub use rules::*;
pub use serialization::*;
pub use test::*;
pub use waiters::*;
pub use xml::*;

/// A trait with a type of its own.
pub trait Trait: Sized {
    /// The trait's shape id, e.g. `smithy.api#required`.
    const ID: &'static str;

    /// Reads the trait's value.
    ///
    /// # Errors
    /// What is wrong with the value, where it does not have the form that the trait asks for.
    fn read(value: &Value) -> Result<Self, String>;

    /// Checks that the value can be read.
    ///
    /// # Errors
    /// As [`read`](Self::read) has them.
    fn check(value: &Value) -> Result<(), String> {
        Self::read(value).map(drop)
    }
}

/// The traits applied to one shape or member.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    /// Sorted by id.
    entries: Vec<(Box<str>, Value)>,
}

impl Traits {
    /// The trait `T`, where it is applied.
    #[must_use]
    pub fn get<T: Trait>(&self) -> Option<T> {
        T::read(self.raw(T::ID)?).ok()
    }

    /// Whether the trait `T` is applied.
    #[must_use]
    pub fn has<T: Trait>(&self) -> bool {
        self.raw(T::ID).is_some()
    }

    /// The value of a trait by its id, typed or not.
    #[must_use]
    pub fn raw(&self, id: &str) -> Option<&Value> {
        let at = self.position(id).ok()?;
        Some(&self.entries[at].1)
    }

    /// All traits and their values, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.entries.iter().map(|(id, value)| (id.as_ref(), value))
    }

    /// Sets a trait, whatever its value was.
    pub(super) fn set(&mut self, id: impl AsRef<str> + Into<Box<str>>, value: Value) {
        let value = in_order(value);
        match self.position(id.as_ref()) {
            Ok(at) => self.entries[at].1 = value,
            Err(at) => self.entries.insert(at, (id.into(), value)),
        }
    }

    /// Sets a trait unless it is there.
    pub(super) fn set_default(&mut self, id: &str, value: &Value) {
        if let Err(at) = self.position(id) {
            self.entries
                .insert(at, (id.into(), in_order(value.clone())));
        }
    }

    /// Takes a trait away.
    pub(super) fn remove(&mut self, id: &str) -> Option<Value> {
        let at = self.position(id).ok()?;
        Some(self.entries.remove(at).1)
    }

    /// Adds a trait by Smithy's rules for one that is applied twice: equal values are one, and
    /// lists are joined. Says whether that was possible.
    ///
    /// <https://smithy.io/2.0/spec/model.html#trait-conflict-resolution>
    pub(super) fn merge(&mut self, id: &str, value: Value) -> bool {
        let value = in_order(value);
        match self.position(id) {
            Err(at) => self.entries.insert(at, (id.into(), value)),
            Ok(at) => return merge_values(&mut self.entries[at].1, value),
        }
        true
    }

    fn position(&self, id: &str) -> Result<usize, usize> {
        self.entries
            .binary_search_by(|(other, _)| (**other).cmp(id))
    }
}

impl IntoIterator for Traits {
    type Item = (Box<str>, Value);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// Sets traits, whatever their values were.
pub(super) fn replace(base: &mut Traits, over: Traits) {
    for (id, value) in over {
        base.set(id, value);
    }
}

/// Adds a second value to a first: equal values are one, so that a file given twice changes
/// nothing, and lists are joined. Says whether that was possible.
pub(super) fn merge_values(first: &mut Value, second: Value) -> bool {
    if *first == second {
        return true;
    }
    match (first, second) {
        (Value::Array(first), Value::Array(second)) => {
            first.extend(second);
            true
        }
        _ => false,
    }
}

/// Reads a value of any type.
fn read_value<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    T::deserialize(value).map_err(
        |error| match serde_json::from_str::<T>(&value.to_string()) {
            // Numbers that keep all their digits are not named by errors, those of a text are.
            Err(error) => without_place(&error),
            Ok(_) => error.to_string(),
        },
    )
}

/// An error without the place in the text, which nobody has seen.
fn without_place(error: &serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string();
    message.strip_suffix(&place).unwrap_or(&message).to_owned()
}

/// Reads a structure. `serde` would take a list in its place.
fn read_structure<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    if value.is_object() {
        read_value(value)
    } else {
        Err(format!("expected an object, found {}", describe(value)))
    }
}

fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Traits that say all by being there.
macro_rules! annotation_traits {
    ($($(#[$doc:meta])+ $name:ident = $id:literal;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, serde::Deserialize)]
        pub struct $name {}
        $crate::model::traits::structure_traits! { $name = $id; }
    )+};
}

/// Traits that are one value.
macro_rules! value_traits {
    ($($(#[$doc:meta])+ $name:ident($type:ty) = $id:literal;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name(pub $type);

        impl $crate::model::traits::Trait for $name {
            const ID: &'static str = $id;

            fn read(value: &serde_json::Value) -> Result<Self, String> {
                $crate::model::traits::read_value(value).map(Self)
            }
        }
    )+};
}

/// Traits that are structures, which derive `Deserialize` where they are defined.
macro_rules! structure_traits {
    ($($name:ident = $id:literal;)+) => {$(
        impl $crate::model::traits::Trait for $name {
            const ID: &'static str = $id;

            fn read(value: &serde_json::Value) -> Result<Self, String> {
                $crate::model::traits::read_structure(value)
            }
        }
    )+};
}

use {annotation_traits, structure_traits, value_traits};

/// Checks the value of a trait that has a type; any value of any other trait will do.
///
/// # Errors
/// What is wrong with the value.
pub(super) fn check(id: &str, value: &Value) -> Result<(), String> {
    macro_rules! checked {
        ($($name:ident)+) => {
            match id {
                $($name::ID => $name::check(value),)+
                _ => Ok(()),
            }
        };
    }
    checked! {
        AddedDefault Auth AwsJson1_0 AwsJson1_1 AwsQuery AwsQueryCompatible AwsQueryError
        AwsService Boxed ClientContextParams ClientOptional ContextParam DefaultValue Deprecated
        Documentation Ec2Query Ec2QueryName Endpoint EndpointBdd EndpointRuleSet EndpointTests EnumValue Error EventHeader EventPayload EventStreamTests Examples
        ExternalDocumentation HostLabel Http HttpApiKeyAuth HttpBasicAuth HttpBearerAuth
        HttpChecksum HttpChecksumRequired HttpDigestAuth HttpError
        HttpHeader HttpLabel HttpPayload HttpPrefixHeaders HttpQuery HttpQueryParams
        HttpRequestTests HttpResponseCode HttpResponseTests IdempotencyToken Idempotent Input
        JsonName Length MediaType Mixin OperationContextParams OptionalAuth Output Paginated Pattern Range Readonly
        RequestCompression Required RequiresLength RestJson1 RestXml Retryable RpcV2Cbor Sensitive SigV4 SigV4a Since
        Sparse StaticContextParams Streaming StringEnum Tags TimestampFormat Title TraitDefinition UniqueItems UnsignedPayload
        Waitable XmlAttribute XmlFlattened XmlName XmlNamespace
    }
}
