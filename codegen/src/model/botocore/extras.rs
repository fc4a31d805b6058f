//! What the authors of SDKs add to botocore's files: beside `x.json` there may be `x.sdk-extras.json`, whose `merge` is
//! merged into the former in depth.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::limits::JSON_NESTING;
use crate::model::json_places::Entries;

/// `x.sdk-extras.json`.
#[derive(Deserialize)]
struct ExtrasFile<'a> {
    #[serde(borrow)]
    merge: &'a RawValue,
}

/// A file's text with what the extras say beside it.
///
/// # Errors
/// Where the extras are not what they have to be.
pub(super) fn merged(base: &str, extras: &str) -> Result<String, serde_json::Error> {
    let extras: ExtrasFile<'_> = serde_json::from_str(extras)?;
    Ok(merge(base, extras.merge.get(), JSON_NESTING))
}

/// Objects have the entries of both, anything else is what the extras say. What nests more deeply than anything is read
/// is not looked into.
fn merge(base: &str, extras: &str, levels: usize) -> String {
    let entries = |text| serde_json::from_str::<Entries<'_>>(text).ok();
    let (Some(Entries(base)), Some(Entries(extras)), Some(levels)) =
        (entries(base), entries(extras), levels.checked_sub(1))
    else {
        return extras.to_owned();
    };
    let by_key: HashMap<&str, &RawValue> = extras
        .iter()
        .map(|(key, value)| (key.as_str(), *value))
        .collect();
    let known: HashSet<&str> = base.iter().map(|(key, _)| key.as_str()).collect();
    let kept = base
        .iter()
        .map(|(key, value)| match by_key.get(key.as_str()) {
            Some(extra) => entry(key, &merge(value.get(), extra.get(), levels)),
            None => entry(key, value.get()),
        });
    let added = extras
        .iter()
        .filter(|(key, _)| !known.contains(key.as_str()));
    let added = added.map(|(key, value)| entry(key, value.get()));
    let all: Vec<String> = kept.chain(added).collect();
    format!("{{{}}}", all.join(","))
}

fn entry(key: &str, value: &str) -> String {
    format!("{}:{value}", serde_json::Value::from(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_merged_in_depth_and_in_order_and_all_else_is_replaced() {
        let base =
            r#"{"shapes": {"B": {"type": "string", "min": 1}, "A": {"members": ["x"]}}, "v": 1}"#;
        let extras = r#"{"version": 1.0, "merge": {
            "shapes": {"B": {"type": "timestamp"}, "A": {"members": []}, "C\n": {}}, "v": {}
        }}"#;
        assert_eq!(
            merged(base, extras).expect("extras"),
            r#"{"shapes":{"B":{"type":"timestamp","min":1},"A":{"members":[]},"C\n":{}},"v":{}}"#
        );
    }

    #[test]
    fn what_is_no_object_of_extras_is_refused() {
        assert!(merged("{}", "[]").is_err());
        assert!(merged("{}", r#"{"version": 1.0}"#).is_err());
    }

    #[test]
    fn extras_that_nest_without_end_are_not_followed() {
        let deep = format!("{}1{}", r#"{"a":"#.repeat(5_000), "}".repeat(5_000));
        let extras = format!(r#"{{"merge":{deep}}}"#);
        assert!(merged(&deep, &extras).is_ok());
    }
}
