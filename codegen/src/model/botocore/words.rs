//! What shapes, members and operations may all say of themselves.

use serde_json::{Map, Value, json};

use super::document::XmlNamespace;
use crate::model::traits::{Deprecated, Documentation, TimestampFormat, Trait, Traits};

/// A trait that says all by being there.
pub(super) fn flag(traits: &mut Traits, id: &str, is_there: bool) {
    if is_there {
        traits.set(id, json!({}));
    }
}

pub(super) fn documentation(traits: &mut Traits, text: Option<&str>) {
    if let Some(text) = text {
        traits.set(Documentation::ID, Value::from(text));
    }
}

pub(super) fn deprecated(
    traits: &mut Traits,
    is_deprecated: bool,
    message: Option<&str>,
    since: Option<&str>,
) {
    if !is_deprecated {
        return;
    }
    let said = [("message", message), ("since", since)];
    let said = said
        .into_iter()
        .filter_map(|(key, text)| Some((key.to_owned(), text?.into())));
    traits.set(Deprecated::ID, Value::Object(said.collect()));
}

pub(super) fn timestamp_format(traits: &mut Traits, format: Option<&str>) {
    let Some(format) = format else {
        return;
    };
    let format = match format {
        "iso8601" => "date-time",
        "rfc822" => "http-date",
        "unixTimestamp" => "epoch-seconds",
        // It is told as a wrong value of the trait.
        other => other,
    };
    traits.set(TimestampFormat::ID, Value::from(format));
}

pub(super) fn namespace(declared: &XmlNamespace) -> Value {
    match declared {
        XmlNamespace::Uri(uri) => json!({ "uri": uri }),
        XmlNamespace::Named { uri, prefix } => {
            let mut object = Map::new();
            object.insert("uri".to_owned(), Value::from(uri.as_str()));
            if let Some(prefix) = prefix {
                object.insert("prefix".to_owned(), Value::from(prefix.as_str()));
            }
            Value::Object(object)
        }
    }
}
