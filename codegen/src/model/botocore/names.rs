//! What shapes are called in Smithy. Nearly all have the name that they have in botocore; but there, names may differ
//! in case alone, and an operation and a shape may have one name.

use std::collections::{HashMap, HashSet};

use super::document::Shape;
use crate::model::prelude;
use crate::model::shape_id::ShapeId;

/// What comes before the name of a service of AWS in its namespace.
const NAMESPACE: &str = "com.amazonaws.";

/// The ids of all shapes of a service, as text: what is no id is told where it is used.
pub(super) struct Names {
    pub(super) namespace: String,
    /// By botocore's name.
    shapes: HashMap<String, String>,
    /// Names that are taken, by what they are in lower case.
    taken: HashMap<String, Taken>,
}

/// A name that is taken, and the number that the next of its kind may get.
struct Taken {
    name: String,
    next: usize,
}

impl Names {
    /// Names these operations and shapes.
    pub(super) fn new<'a>(
        service_id: &str,
        operations: impl Iterator<Item = &'a str>,
        shapes: &[(String, Shape)],
    ) -> Self {
        let letters = service_id.chars().filter(char::is_ascii_alphanumeric);
        let letters: String = letters.map(|c| c.to_ascii_lowercase()).collect();
        let mut names = Self {
            namespace: format!("{NAMESPACE}{letters}"),
            shapes: HashMap::new(),
            taken: HashMap::new(),
        };
        let operations: HashSet<String> = operations.map(str::to_ascii_lowercase).collect();
        for operation in &operations {
            names.take(operation.clone());
        }
        // What is written with capitals comes first, and keeps its name.
        let mut sorted: Vec<&(String, Shape)> = shapes.iter().collect();
        sorted.sort_by_key(|(name, _)| name);
        for (name, shape) in sorted {
            let id = match prelude_id(name, shape) {
                Some(id) => id,
                None if operations.contains(&name.to_ascii_lowercase()) => {
                    names.claim(&format!("{name}Shape"))
                }
                None => names.claim(name),
            };
            names.shapes.insert(name.clone(), id);
        }
        names
    }

    /// The id of a new name, which gives way to those that are there.
    pub(super) fn claim(&mut self, name: &str) -> String {
        let key = name.to_ascii_lowercase();
        let mut candidate = name.to_owned();
        while self.taken.contains_key(&candidate.to_ascii_lowercase()) {
            // What differs in case alone is called as the first is, with a number.
            let Some(first) = self.taken.get_mut(&key) else {
                break;
            };
            candidate = format!("{}{}", first.name, first.next);
            first.next += 1;
        }
        let id = self.id(&candidate);
        self.take(candidate);
        id
    }

    fn take(&mut self, name: String) {
        let taken = Taken {
            name: name.clone(),
            next: 2,
        };
        self.taken.insert(name.to_ascii_lowercase(), taken);
    }

    /// The id of an operation, or of what else keeps its name.
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}#{name}", self.namespace)
    }

    /// Whether an id is one of the prelude's.
    pub(super) fn is_prelude(&self, id: &str) -> bool {
        id.split_once('#')
            .is_some_and(|(namespace, _)| namespace == prelude::NAMESPACE)
    }

    /// The id of a shape. One that nobody defines is missed under the name that it should have.
    pub(super) fn shape(&self, name: &str) -> String {
        let id = self.shapes.get(name).cloned();
        id.unwrap_or_else(|| self.id(name))
    }
}

/// The id of a shape of the prelude, where this is one: it is called so, and there is nothing on it.
fn prelude_id(name: &str, shape: &Shape) -> Option<String> {
    let id = ShapeId::prelude(name);
    let known = prelude::shape(&id)?;
    let has_nothing = shape.documentation.is_none()
        && shape.values.is_empty()
        && shape.min.is_none()
        && shape.max.is_none()
        && shape.pattern.is_none()
        && shape.timestamp_format.is_none()
        && !(shape.sensitive || shape.streaming || shape.requires_length || shape.deprecated);
    let is_same = known.kind.type_name() == shape.kind;
    (is_same && has_nothing).then(|| id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(kind: &str) -> Shape {
        Shape {
            kind: kind.to_owned(),
            ..Shape::default()
        }
    }

    #[test]
    fn a_name_gives_way_to_one_with_capitals_and_to_operations() {
        let shapes = [
            ("string", "string"),
            ("String", "string"),
            ("RoleArn", "string"),
            ("RoleARN", "string"),
            ("SendMail", "structure"),
            ("Timestamp", "string"),
        ]
        .map(|(name, kind)| (name.to_owned(), shape(kind)));
        let mut names = Names::new("Mail Room 2", ["SendMail"].into_iter(), &shapes);
        for (name, id) in [
            ("String", "smithy.api#String"),
            ("string", "com.amazonaws.mailroom2#string"),
            ("RoleARN", "com.amazonaws.mailroom2#RoleARN"),
            ("RoleArn", "com.amazonaws.mailroom2#RoleARN2"),
            ("SendMail", "com.amazonaws.mailroom2#SendMailShape"),
            // It is called as one of the prelude, and is another.
            ("Timestamp", "com.amazonaws.mailroom2#Timestamp"),
            ("Nowhere", "com.amazonaws.mailroom2#Nowhere"),
        ] {
            assert_eq!(names.shape(name), id, "{name}");
        }
        assert_eq!(names.claim("ROLEARN"), "com.amazonaws.mailroom2#RoleARN3");
    }
}
