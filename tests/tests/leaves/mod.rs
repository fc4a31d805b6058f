//! The texts of a model: every string of it but names and types of shapes, each of which can be
//! replaced by another.

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

impl Leaf {
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

impl Leaf {
    /// The texts of its kind in the same shape, and the names of members beside it; a few of them, and
    /// not itself.
    pub fn beside(&self, model: &Value, all: &[Self]) -> Vec<String> {
        let (Some(id), false) = (self.steps.get(1), self.is_key) else {
            return Vec::new();
        };
        let kind = self.kind(model);
        let alike = all
            .iter()
            .filter(|leaf| leaf.steps.get(1) == Some(id) && leaf.kind(model) == kind);
        let texts = alike.filter_map(|leaf| leaf.text(model)).map(str::to_owned);
        let members = model["shapes"][id.as_str()]["members"].as_object();
        let of_member = self.steps.get(2).is_some_and(|step| step == "members");
        let members = members
            .into_iter()
            .filter(|_| of_member)
            .flat_map(|members| members.keys().cloned());
        let mut others: Vec<String> = texts.take(3).chain(members.take(3)).collect();
        others.retain(|other| self.text(model) != Some(other));
        others.dedup();
        others
    }

    fn text<'m>(&self, model: &'m Value) -> Option<&'m str> {
        let mut steps = self.steps.iter();
        let text = steps.try_fold(model, |value, step| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            value => value.get(step),
        });
        text?.as_str()
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
