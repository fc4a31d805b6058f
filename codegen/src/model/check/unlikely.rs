//! What Smithy allows and nobody means: names that differ by a slip from those that mean something.
//! These are warnings, since traits and properties of anybody's own are right too.

use serde_json::Value;

use crate::diagnostic::{Diagnostic, nearest};
use crate::model::Model;
use crate::model::shape_id::ShapeId;
use crate::model::traits::{Http, Traits, named};

/// The methods of HTTP, which are told apart by the case of their letters.
///
/// <https://www.rfc-editor.org/rfc/rfc9110#section-9>
const METHODS: [&str; 9] = [
    "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
];

/// A warning for each.
pub(super) fn find(model: &Model) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    for shape in model.shapes() {
        traits(model, &shape.id, &shape.traits, &mut warnings);
        for member in shape.members() {
            traits(model, &member.id, &member.traits, &mut warnings);
        }
    }
    warnings
}

/// Traits of Smithy's and AWS's namespaces that these do not define, and the values of others.
fn traits(model: &Model, id: &ShapeId, traits: &Traits, warnings: &mut Vec<Diagnostic>) {
    let warn = |keys: &[&str], what: String, meant: &str| {
        let place = model.sources().locate(id, keys);
        Diagnostic::unlikely(&format!("{what} of `{id}`"), meant, place).shape(id)
    };
    for (name, value) in traits.iter() {
        if let Some(meant) = meant(name) {
            warnings.push(warn(
                &["traits", name],
                format!("the trait `{name}`"),
                meant,
            ));
        }
        for (key, meant) in keys(name, value) {
            let what = format!("the key `{key}` in the trait `{name}`");
            warnings.push(warn(&["traits", name, key], what, meant));
        }
    }
    if let Some(Http { method, .. }) = traits.get::<Http>()
        && !METHODS.contains(&method.as_str())
        && let Some(meant) = nearest(&method, METHODS).first()
    {
        let keys = ["traits", "smithy.api#http", "method"];
        warnings.push(warn(&keys, format!("the method `{method}`"), meant));
    }
}

/// The trait that is meant by one of a name that nobody has defined.
fn meant(id: &str) -> Option<&'static str> {
    let (namespace, name) = id.split_once('#')?;
    let of_namespace = named::of(namespace)?;
    if of_namespace.binary_search(&name).is_ok() {
        return None;
    }
    nearest(name, of_namespace.iter().copied()).first().copied()
}

/// The keys of a trait's value that mean nothing, each with the one that is meant.
fn keys<'v>(id: &str, value: &'v Value) -> Vec<(&'v str, &'static str)> {
    let entries = value.as_object().filter(|entries| !entries.is_empty());
    let Some((entries, known)) = entries.and_then(|entries| Some((entries, named::keys(id)?)))
    else {
        return Vec::new();
    };
    let unknown = entries.keys().map(String::as_str);
    let unknown = unknown.filter(|key| !known.contains(key));
    let slips = unknown.filter_map(|key| {
        let meant = nearest(key, known.iter().copied());
        Some((key, *meant.first()?))
    });
    slips.collect()
}
