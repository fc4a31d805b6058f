//! A comparison under way: the two services, which of their types are the same, and the changes
//! found so far.

use std::collections::BTreeMap;

use super::change::{Change, Kind, Severity, Subject};
use super::constraints::{self, ConstraintTexts};
use super::pair::{Item, Pair, pairs};
use crate::ir::{Deprecation, Docs, Service, Shape, Structure};
use crate::lower::docs::code;
use crate::model::ShapeId;
use crate::rust::Ident;

/// A type of a service: of its `types` or of its `errors`.
#[derive(Clone, Copy)]
pub(super) enum Definition<'a> {
    /// What operations share.
    Shared(&'a Shape),
    /// What they fail with.
    Error(&'a Structure),
}

/// Two services, compared.
pub(super) struct Comparison<'a> {
    pub old: &'a Service,
    pub new: &'a Service,
    pub old_types: Vec<Definition<'a>>,
    pub new_types: Vec<Definition<'a>>,
    pub old_constraints: ConstraintTexts,
    pub new_constraints: ConstraintTexts,
    /// The new name of each old type that is still there.
    names: BTreeMap<Ident, Ident>,
    pub changes: Vec<Change>,
}

/// Where a change is: what it is about, its shape and its Rust item.
#[derive(Clone)]
pub(super) struct Location {
    pub subject: Subject,
    pub shape: String,
    pub item: String,
}

impl<'a> Comparison<'a> {
    pub fn new(old: &'a Service, new: &'a Service) -> Self {
        let (old_types, new_types) = (definitions(old), definitions(new));
        let names = pairs(&old_types, &new_types)
            .into_iter()
            .filter_map(|pair| match pair {
                Pair::Both(old, new) => Some((old.name().clone(), new.name().clone())),
                _ => None,
            });
        let names = names.collect();
        Self {
            old,
            new,
            old_types,
            new_types,
            old_constraints: constraints::texts(old),
            new_constraints: constraints::texts(new),
            names,
            changes: Vec::new(),
        }
    }

    /// Whether an old type and a new one are the same type, by whatever name.
    pub fn is_same_type(&self, old: &Ident, new: &Ident) -> bool {
        self.names.get(old).unwrap_or(old) == new
    }

    /// Whether another protocol is spoken. Then every message is another one, which is told of the
    /// service; where in it each member is, and by which name, goes without saying.
    pub fn is_another_protocol(&self) -> bool {
        self.old.protocol != self.new.protocol
    }

    /// Notes a change.
    pub fn note(
        &mut self,
        location: &Location,
        severity: Severity,
        kind: Kind,
        reason: impl Into<String>,
    ) {
        self.changes.push(Change {
            severity,
            subject: location.subject,
            kind,
            item: location.item.clone(),
            shape: location.shape.clone(),
            reason: reason.into(),
        });
    }

    /// What is renamed does not compile under its old name.
    pub fn name(&mut self, location: &Location, old: &Ident, new: &Ident) {
        if old != new {
            let reason =
                format!("`{old}` is called `{new}` now: code that names it does not compile");
            self.note(location, Severity::Major, Kind::Renamed, reason);
        }
    }

    /// A warning is something to look at; to take one back, or to word it anew, is not.
    pub fn deprecation(
        &mut self,
        location: &Location,
        old: Option<&Deprecation>,
        new: Option<&Deprecation>,
    ) {
        let note = |note: Option<&Deprecation>| match note.and_then(|said| said.note.as_deref()) {
            Some(note) => format!(": {note}"),
            None => String::new(),
        };
        match (old, new) {
            (None, Some(_)) => {
                let reason = format!("it is deprecated{}; using it gives a warning", note(new));
                self.note(location, Severity::Minor, Kind::Deprecated, reason);
            }
            (Some(_), None) => {
                let reason = "it is no longer deprecated; using it gives no warning";
                self.note(location, Severity::Patch, Kind::Deprecated, reason);
            }
            (Some(a), Some(b)) if a != b => {
                let reason = format!(
                    "the warning about its deprecation says something else{}",
                    note(new)
                );
                self.note(location, Severity::Patch, Kind::Deprecated, reason);
            }
            _ => {}
        }
    }

    /// What is said to people, and which values the model lets through.
    pub fn documentation(&mut self, location: &Location, old: &Docs, new: &Docs) {
        if old.prose() != new.prose() {
            let reason = "its documentation says something else";
            self.note(location, Severity::Patch, Kind::Documentation, reason);
        }
        let words = |docs: &Docs| match &docs.constraints {
            Some(words) => format!("`{}`", words.trim_end_matches('.')),
            None => "nothing".to_owned(),
        };
        if old.constraints != new.constraints {
            let reason = format!(
                "its limits were {} and are {}; the service checks them, and the crate where it is \
                 asked to",
                words(old),
                words(new)
            );
            self.note(location, Severity::Patch, Kind::Constraints, reason);
        }
    }

    /// What may be printed.
    pub fn sensitivity(&mut self, location: &Location, old: bool, new: bool) {
        let reason = match (old, new) {
            (false, true) => "it is sensitive now: `Debug` does not print it any more",
            (true, false) => "it is no longer sensitive: `Debug` prints it",
            _ => return,
        };
        self.note(location, Severity::Patch, Kind::Sensitive, reason);
    }

    /// What messages call it.
    pub fn wire_name(&mut self, location: &Location, old: &str, new: &str) {
        if old != new {
            let (old, new) = (code(old), code(new));
            let reason = format!("messages call it {new} in place of {old}; the Rust name stays");
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
    }
}

impl Location {
    pub fn new(subject: Subject, shape: &ShapeId, item: String) -> Self {
        Self {
            subject,
            shape: shape.to_string(),
            item,
        }
    }

    /// What is beside it, in the same module.
    pub fn sibling(&self, subject: Subject, name: &Ident) -> Self {
        let module = self.item.rsplit_once("::").map_or("", |(module, _)| module);
        Self {
            subject,
            item: format!("{module}::{name}"),
            ..self.clone()
        }
    }

    /// A part of what is here.
    pub fn part(&self, subject: Subject, shape: &ShapeId, name: &Ident) -> Self {
        Self::new(subject, shape, format!("{}::{name}", self.item))
    }
}

fn definitions(service: &Service) -> Vec<Definition<'_>> {
    let shared = service.types.iter().map(Definition::Shared);
    shared
        .chain(service.errors.iter().map(Definition::Error))
        .collect()
}

impl Item for Definition<'_> {
    fn key(&self) -> &str {
        self.id().as_str()
    }

    fn name(&self) -> &Ident {
        match self {
            Self::Shared(shape) => shape.name(),
            Self::Error(structure) => &structure.name,
        }
    }
}

impl Definition<'_> {
    pub fn id(&self) -> &ShapeId {
        match self {
            Self::Error(structure) => &structure.id,
            Self::Shared(Shape::Structure(structure)) => &structure.id,
            Self::Shared(Shape::Union(union)) => &union.id,
            Self::Shared(Shape::Enum(enum_)) => &enum_.id,
        }
    }

    pub fn subject(&self) -> Subject {
        match self {
            Self::Shared(Shape::Structure(_)) => Subject::Structure,
            Self::Shared(Shape::Union(_)) => Subject::Union,
            Self::Shared(Shape::Enum(_)) => Subject::Enum,
            Self::Error(_) => Subject::Error,
        }
    }

    /// Where it is in this module of the crate.
    pub fn location(&self, module: &Ident) -> Location {
        let folder = if matches!(self, Self::Error(_)) {
            "errors"
        } else {
            "types"
        };
        Location::new(
            self.subject(),
            self.id(),
            format!("{module}::{folder}::{}", self.name()),
        )
    }
}
