//! Values in formats of serde's.

mod formats;
mod json;
mod refused;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::wire::everything::{Choice, Color, Everything};
use crate::support::any_format::implement;

implement!(Everything);
implement!(Choice);
implement!(Color);

/// A format, or why a value is none in it.
trait Format {
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String>;

    fn read<T: DeserializeOwned>(message: &[u8]) -> Result<T, String>;

    /// Writes a value, and reads it again.
    fn through<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
        let message = Self::write(value)?;
        let read = Self::read(&message);
        Ok(read.unwrap_or_else(|error| panic!("{error}: {}", message.escape_ascii())))
    }
}

struct Json;
struct JsonValue;
struct Cbor;
struct Toml;
struct Yaml;
struct Postcard;

fn told(error: impl ToString) -> String {
    error.to_string()
}

impl Format for Json {
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        serde_json::to_vec(value).map_err(told)
    }

    fn read<T: DeserializeOwned>(message: &[u8]) -> Result<T, String> {
        serde_json::from_slice(message).map_err(told)
    }
}

/// By way of a tree, which gives values in other ways than a text does.
impl Format for JsonValue {
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        let value = serde_json::to_value(value).map_err(told)?;
        Ok(value.to_string().into_bytes())
    }

    fn read<T: DeserializeOwned>(message: &[u8]) -> Result<T, String> {
        let value: serde_json::Value = serde_json::from_slice(message).map_err(told)?;
        serde_json::from_value(value).map_err(told)
    }
}

impl Format for Cbor {
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        let mut message = Vec::new();
        ciborium::into_writer(value, &mut message).map_err(told)?;
        Ok(message)
    }

    fn read<T: DeserializeOwned>(message: &[u8]) -> Result<T, String> {
        ciborium::from_reader(message).map_err(told)
    }
}

impl Format for Toml {
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        toml::to_string(value).map(String::into_bytes).map_err(told)
    }

    fn read<T: DeserializeOwned>(message: &[u8]) -> Result<T, String> {
        toml::from_slice(message).map_err(told)
    }
}

impl Format for Yaml {
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        let text = yaml_serde::to_string(value).map_err(told)?;
        Ok(text.into_bytes())
    }

    fn read<T: DeserializeOwned>(message: &[u8]) -> Result<T, String> {
        yaml_serde::from_slice(message).map_err(told)
    }
}

impl Format for Postcard {
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        postcard::to_allocvec(value).map_err(told)
    }

    fn read<T: DeserializeOwned>(message: &[u8]) -> Result<T, String> {
        postcard::from_bytes(message).map_err(told)
    }
}
