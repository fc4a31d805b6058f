//! What names in Smithy IDL stand for. It is known when all files are, since a name may be one of the namespace
//! that is defined in another file.
//!
//! <https://smithy.io/2.0/spec/idl.html#relative-shape-id-resolution>

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::fault::Fault;
use super::syntax::{File, Name, Span};
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::model::prelude;
use crate::model::written::Written;

/// All shapes that files define, by namespace and name.
#[derive(Default)]
pub(in crate::model) struct Defined {
    namespaces: HashMap<String, HashMap<String, Annotation>>,
}

/// The value of a trait that says all by being there, which depends on its type.
#[derive(Clone, Copy)]
pub(in crate::model) enum Annotation {
    Object,
    List,
    Null,
}

impl Annotation {
    /// <https://smithy.io/2.0/spec/idl.html#trait-values>
    fn of_type(type_name: &str) -> Self {
        match type_name {
            "structure" | "map" => Self::Object,
            "list" | "set" => Self::List,
            _ => Self::Null,
        }
    }

    fn value(self) -> Value {
        match self {
            Self::Object => Value::Object(Map::new()),
            Self::List => Value::Array(Vec::new()),
            Self::Null => Value::Null,
        }
    }
}

impl Defined {
    /// Adds what a file defines.
    pub(in crate::model) fn add(&mut self, file: &File<'_>) {
        for shape in &file.shapes {
            self.insert(file.namespace, &shape.name, shape.kind);
        }
        for name in &file.unread {
            self.insert(file.namespace, name, "structure");
        }
    }

    /// Adds what a file of another notation defines.
    pub(in crate::model) fn add_written(&mut self, written: &Written) {
        for draft in &written.drafts {
            let id = &draft.id;
            self.insert(id.namespace(), id.name(), draft.form.type_name());
        }
        for id in &written.unread {
            self.insert(id.namespace(), id.name(), "structure");
        }
    }

    fn insert(&mut self, namespace: &str, name: &str, type_name: &str) {
        let annotation = Annotation::of_type(type_name);
        let names = match self.namespaces.get_mut(namespace) {
            Some(names) => names,
            None => self.namespaces.entry(namespace.to_owned()).or_default(),
        };
        names.insert(name.to_owned(), annotation);
    }

    fn get(&self, namespace: &str, name: &str) -> Option<Annotation> {
        self.namespaces.get(namespace)?.get(name).copied()
    }

    /// The value of this trait where it says all by being there.
    pub(super) fn annotation(&self, id: &str) -> Value {
        let (namespace, name) = id.split_once('#').unwrap_or_default();
        let known = self.get(namespace, name);
        let known = known.or_else(|| {
            let of_prelude = namespace == prelude::NAMESPACE;
            of_prelude.then(|| Annotation::of_type(prelude::trait_type(name)))
        });
        known.unwrap_or(Annotation::Object).value()
    }
}

/// What names in one file stand for.
pub(super) struct Names<'a> {
    defined: &'a Defined,
    namespace: &'a str,
    /// Absolute ids by their names.
    uses: HashMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    /// Of a file, whose `use` statements are checked.
    pub(super) fn of(
        file: &File<'a>,
        defined: &'a Defined,
        source: &Arc<Source>,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut uses: HashMap<&str, &str> = HashMap::new();
        for Name { text, span } in &file.uses {
            let name = text.split_once('#').map_or(*text, |(_, name)| name);
            let Some(other) = uses.get(name) else {
                uses.insert(name, text);
                continue;
            };
            let message = format!("`{name}` is used as `{other}` already");
            let help = "take one of the two away, and write its whole id instead";
            problems.push(Fault::new(Code::ConflictingUse, *span, message, help).in_file(source));
        }
        for shape in &file.shapes {
            let is_in_place = shape.name_span == shape.head;
            if let Some(used) = uses.get(&*shape.name).filter(|_| !is_in_place) {
                let message = format!("`{}` is defined here, and used as `{used}`", shape.name);
                let help = "take the `use` away and write its whole id instead, or give the shape another name";
                let fault = Fault::new(Code::ConflictingUse, shape.name_span, message, help);
                problems.push(fault.in_file(source));
            }
        }
        Self {
            defined,
            namespace: file.namespace,
            uses,
        }
    }

    /// In the metadata, which comes before the namespace.
    pub(super) fn of_metadata(defined: &'a Defined) -> Self {
        Self {
            defined,
            namespace: "",
            uses: HashMap::new(),
        }
    }

    /// The absolute id that a name stands for; `None` where it can be none.
    pub(super) fn resolve(&self, text: &str) -> Option<String> {
        if text.contains('#') {
            return Some(text.to_owned());
        }
        let (shape, member) = match text.find('$') {
            Some(at) => text.split_at(at),
            None => (text, ""),
        };
        if let Some(used) = self.uses.get(shape) {
            return Some(format!("{used}{member}"));
        }
        if shape.contains('.') {
            return None;
        }
        let is_own = self.defined.get(self.namespace, shape).is_some();
        let of_prelude = self.namespace.is_empty() || (!is_own && prelude::has(shape));
        let namespace = if of_prelude {
            prelude::NAMESPACE
        } else {
            self.namespace
        };
        Some(format!("{namespace}#{text}"))
    }

    /// The value of this trait where it says all by being there.
    pub(super) fn annotation(&self, id: &str) -> Value {
        self.defined.annotation(id)
    }
}

/// A name that no shape can have.
pub(super) fn invalid(text: &str, span: Span) -> Fault {
    let message = format!("`{text}` is a namespace without a name");
    let help = "write `namespace#Name`";
    Fault::new(Code::InvalidShapeId, span, message, help)
}
