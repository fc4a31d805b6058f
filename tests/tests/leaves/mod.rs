//! The texts of a model: every string of it but names and types of shapes, each of which can be
//! replaced by another.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

/// A text of a model.
pub struct Leaf {
    steps: Vec<String>,
    /// The text is the key itself that the last step names, and not what is there.
    is_key: bool,
}

/// All texts of a model: strings, and within traits the keys of objects too.
pub fn of(model: &Value) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    collect(model, &mut Vec::new(), &mut leaves);
    leaves
}

fn collect(value: &Value, steps: &mut Vec<String>, leaves: &mut Vec<Leaf>) {
    match value {
        Value::String(_) if !is_name_or_type(steps) => leaves.push(Leaf {
            steps: steps.clone(),
            is_key: false,
        }),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                steps.push(index.to_string());
                collect(item, steps, leaves);
                steps.pop();
            }
        }
        Value::Object(entries) => {
            let has_own_keys = within_trait(steps).is_some();
            for (key, value) in entries {
                steps.push(key.clone());
                if has_own_keys {
                    leaves.push(Leaf {
                        steps: steps.clone(),
                        is_key: true,
                    });
                }
                collect(value, steps, leaves);
                steps.pop();
            }
        }
        _ => {}
    }
}

/// The steps within the value of a trait, its id first.
fn within_trait(steps: &[String]) -> Option<&[String]> {
    let at = steps.iter().position(|step| step == "traits")?;
    steps.get(at + 1..).filter(|within| !within.is_empty())
}

fn is_name_or_type(steps: &[String]) -> bool {
    let last = steps.last().map(String::as_str);
    within_trait(steps).is_none() && matches!(last, Some("target" | "type" | "smithy"))
}

#[allow(dead_code, reason = "not every test asks for all of it")]
impl Leaf {
    /// Whether it is the key of an entry.
    pub fn is_key(&self) -> bool {
        self.is_key
    }

    /// The model with another text in this place.
    pub fn replaced(&self, model: &Value, text: &str) -> Value {
        let mut model = model.clone();
        self.replace(&mut model, text);
        model
    }

    /// Puts another text into this place, if the place is there.
    pub fn replace(&self, model: &mut Value, text: &str) {
        let Some((last, way)) = self.steps.split_last() else {
            return;
        };
        let parent = way.iter().try_fold(model, |value, step| child(value, step));
        match parent {
            Some(Value::Object(entries)) if self.is_key => {
                if let Some(value) = entries.remove(last) {
                    entries.insert(text.to_owned(), value);
                }
            }
            Some(parent) => {
                if let Some(value) = child(parent, last) {
                    *value = text.into();
                }
            }
            None => {}
        }
    }

    /// What kind of text it is: texts of one kind go the same way through the generator.
    pub fn kind(&self, model: &Value) -> String {
        let mut kind = String::new();
        let mut value = Some(model);
        for (index, step) in self.steps.iter().enumerate() {
            value = value.and_then(|value| match value {
                Value::Array(items) => items.get(step.parse::<usize>().ok()?),
                value => value.get(step),
            });
            let type_ = value.and_then(|value| value["type"].as_str());
            kind.push('/');
            match index
                .checked_sub(1)
                .map(|before| self.steps[before].as_str())
            {
                Some("shapes") => kind.push_str(type_.unwrap_or("?")),
                Some("members") => kind.push('*'),
                _ if step.parse::<usize>().is_ok() => kind.push('*'),
                _ => kind.push_str(step),
            }
        }
        if self.is_key {
            kind.push('!');
        }
        kind
    }
}

#[allow(dead_code, reason = "not every test asks for all of it")]
impl Leaf {
    /// What stands there.
    pub fn text<'m>(&'m self, model: &'m Value) -> Option<&'m str> {
        if self.is_key {
            return self.steps.last().map(String::as_str);
        }
        let mut steps = self.steps.iter();
        let text = steps.try_fold(model, |value, step| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            value => value.get(step),
        });
        text?.as_str()
    }

    /// Some names of members beside that which the text is of, and what these have in its place.
    pub fn beside(&self, model: &Value) -> Vec<String> {
        let [shapes, id, members, own, within @ ..] = self.steps.as_slice() else {
            return Vec::new();
        };
        let Some(all) = model[shapes][id][members].as_object() else {
            return Vec::new();
        };
        if members != "members" || self.is_key {
            return Vec::new();
        }
        let others = all.iter().filter(|(name, _)| *name != own).take(3);
        let texts = others.flat_map(|(name, other)| {
            let mut within = within.iter();
            let text = within.try_fold(other, |value, step| value.get(step));
            let text = text.and_then(Value::as_str).map(str::to_owned);
            text.into_iter().chain([name.clone()])
        });
        let texts: BTreeSet<String> = texts.collect();
        texts.into_iter().collect()
    }
}

fn child<'v>(value: &'v mut Value, step: &str) -> Option<&'v mut Value> {
    match value {
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        value => value.get_mut(step),
    }
}

impl fmt::Display for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_key { "key " } else { "" };
        write!(f, "{kind}{}", self.steps.join("/"))
    }
}
