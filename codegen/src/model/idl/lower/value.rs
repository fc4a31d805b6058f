//! Values and traits.

use serde_json::Value;

use super::Lowering;
use crate::diagnostic::Code;
use crate::model::idl::fault::Fault;
use crate::model::idl::names;
use crate::model::idl::outline::{Key, Spot};
use crate::model::idl::parser::wrong_version;
use crate::model::idl::syntax::{Node, NodeValue, Span, Trait};
use crate::model::sources::Version;
use crate::model::traits::{Boxed, DefaultValue, Mixin, Trait as _, Traits};

impl Lowering<'_, '_> {
    /// A value as JSON has it. Of a shape id that is not quoted, the text is absolute, however deep it is.
    ///
    /// Values nest no deeper than the parser lets them.
    pub(super) fn value(&mut self, node: Node<'_>) -> Value {
        match node.value {
            NodeValue::Null => Value::Null,
            NodeValue::Boolean(value) => Value::Bool(value),
            NodeValue::Number(value) => Value::Number(value),
            NodeValue::Text(text) => Value::String(text.into_owned()),
            NodeValue::Id(text) => match self.names.resolve(text) {
                Some(id) => Value::String(id),
                None => {
                    self.report(names::invalid(text, node.span));
                    Value::String(text.to_owned())
                }
            },
            NodeValue::List(items) => {
                let items = items.into_iter().map(|item| self.value(item));
                Value::Array(items.collect())
            }
            NodeValue::Object(entries) => {
                let entries = entries.into_iter().map(|entry| {
                    let value = self.value(entry.value);
                    (entry.key.into_owned(), value)
                });
                Value::Object(entries.collect())
            }
        }
    }

    /// The traits of a shape or member that is here, and where they are.
    pub(super) fn traits(&mut self, applied: Vec<Trait<'_>>) -> (Traits, Vec<(Key, Spot)>) {
        let mut traits = Traits::default();
        let mut spots = Vec::with_capacity(applied.len());
        for Trait { id, span, value } in applied {
            let Some(id) = self.resolve(id) else {
                continue;
            };
            self.check_version(&id, span);
            let value_span = value.as_ref().map(|value| value.span);
            let value = match value {
                Some(value) => self.value(value),
                None => self.names.annotation(&id),
            };
            if !traits.merge(&id, value) {
                let message = format!("the trait `{id}` is given two values");
                let help = "keep one of the two";
                self.report(Fault::new(Code::ConflictingTraits, span, message, help));
            }
            spots.push((id.into(), Spot::value(span, value_span)));
        }
        (traits, spots)
    }

    /// Tells traits that the version of the file does not have.
    fn check_version(&mut self, id: &str, of: Span) {
        let what = match (self.version, id) {
            (Version::V2, Boxed::ID) => {
                let message = "Smithy 2.0 has no `@box`";
                let help = "take it away: what has no default is optional";
                return self.report(Fault::new(Code::WrongVersion, of, message, help));
            }
            (Version::V1, Mixin::ID) => "mixins",
            (Version::V1, DefaultValue::ID) => "defaults",
            _ => return,
        };
        self.report(wrong_version(of, what));
    }
}
