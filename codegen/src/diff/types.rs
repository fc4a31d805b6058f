//! Types: those that operations share, whether two are the same, and what they are in words.

use super::change::{Kind, Severity};
use super::comparison::{Comparison, Definition};
use super::pair::{Pair, pairs};
use crate::ir::{Element, Shape, Type};

impl Comparison<'_> {
    /// All structures, unions, enums and errors.
    pub fn types(&mut self) {
        let (old, new) = (self.old_types.clone(), self.new_types.clone());
        for pair in pairs(&old, &new) {
            match pair {
                Pair::Both(old, new) => self.type_(*old, *new),
                Pair::Removed(old) => {
                    let reason = "nothing that was chosen reaches it any more: code that names it \
                                  does not compile";
                    let location = old.location(&self.old.module);
                    self.note(&location, Severity::Major, Kind::Removed, reason);
                }
                Pair::Added(new) => {
                    let location = new.location(&self.new.module);
                    self.note(&location, Severity::Minor, Kind::Added, "it is new");
                }
            }
        }
    }

    fn type_(&mut self, old: Definition<'_>, new: Definition<'_>) {
        let (location, new_place) = (
            old.location(&self.old.module),
            new.location(&self.old.module),
        );
        if old.subject() != new.subject() {
            let reason = format!(
                "it was of the kind `{}` and is of the kind `{}`: code that uses it does not compile",
                old.subject(),
                new.subject()
            );
            self.note(&location, Severity::Major, Kind::Type, reason);
            return;
        }
        if location.item != new_place.item {
            let reason = format!(
                "it is `{}` now: code that names it does not compile",
                new_place.item
            );
            self.note(&location, Severity::Major, Kind::Renamed, reason);
        }
        match (old, new) {
            (Definition::Error(old), Definition::Error(new))
            | (
                Definition::Shared(Shape::Structure(old)),
                Definition::Shared(Shape::Structure(new)),
            ) => self.structure(&location, old, new),
            (Definition::Shared(Shape::Union(old)), Definition::Shared(Shape::Union(new))) => {
                self.union(&location, old, new);
            }
            (Definition::Shared(Shape::Enum(old)), Definition::Shared(Shape::Enum(new))) => {
                self.enum_(&location, old, new);
            }
            _ => {}
        }
    }

    /// Whether two types are one to Rust. Timestamps are, however they are written.
    pub fn is_same(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Timestamp(_), Type::Timestamp(_)) => true,
            (Type::List(old), Type::List(new)) => self.is_same_element(old, new),
            (Type::Map(old_key, old), Type::Map(new_key, new)) => {
                self.is_same(old_key, new_key) && self.is_same_element(old, new)
            }
            (Type::Named(_, old), Type::Named(_, new))
            | (Type::Events(old), Type::Events(new))
            | (Type::Outgoing(old), Type::Outgoing(new)) => self.is_same_type(old, new),
            _ => old == new,
        }
    }

    fn is_same_element(&self, old: &Element, new: &Element) -> bool {
        old.sparse == new.sparse && self.is_same(&old.type_, &new.type_)
    }
}

/// A type as it stands in code.
pub(super) fn text(type_: &Type) -> String {
    match type_ {
        Type::Boolean => "bool".to_owned(),
        Type::Byte => "i8".to_owned(),
        Type::Short => "i16".to_owned(),
        Type::Integer => "i32".to_owned(),
        Type::Long => "i64".to_owned(),
        Type::Float => "f32".to_owned(),
        Type::Double => "f64".to_owned(),
        Type::BigInteger => "BigInteger".to_owned(),
        Type::BigDecimal => "BigDecimal".to_owned(),
        Type::String => "String".to_owned(),
        Type::Blob => "Blob".to_owned(),
        Type::Stream => "ByteStream".to_owned(),
        Type::Events(name) => format!("Events<{name}>"),
        Type::Outgoing(name) => format!("Outgoing<{name}>"),
        Type::Timestamp(_) => "DateTime".to_owned(),
        Type::Document => "Document".to_owned(),
        Type::List(element) => format!("Vec<{}>", of_element(element)),
        Type::Map(key, value) => format!("HashMap<{}, {}>", text(key), of_element(value)),
        Type::Named(_, name) => name.to_string(),
    }
}

fn of_element(element: &Element) -> String {
    in_option(text(&element.type_), element.sparse)
}

/// A type in an `Option`, where it is.
pub(super) fn in_option(type_: String, optional: bool) -> String {
    if optional {
        format!("Option<{type_}>")
    } else {
        type_
    }
}

/// A type in a `Box`, where it is.
pub(super) fn in_box(type_: String, boxed: bool) -> String {
    if boxed {
        format!("Box<{type_}>")
    } else {
        type_
    }
}
