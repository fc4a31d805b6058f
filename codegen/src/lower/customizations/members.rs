//! What of members and shapes is not as their model has it.

use super::{Customizations, What};
use crate::ir::{Binding, StructureKind};
use crate::model::{Member, Model, Shape, ShapeKind};

impl Customizations {
    /// Whether any member may be left out, and none has a default.
    pub(in crate::lower) fn are_all_optional(&self) -> bool {
        self.whats().any(|what| matches!(what, What::AllOptional))
    }

    /// Whether a member has none of the default that the model says.
    pub(in crate::lower) fn has_no_default(&self, member: &Member) -> bool {
        let (id, shape) = (member.id.as_str(), member.target.name());
        let id = id.split_once('#').map_or(id, |(_, name)| name);
        let is_one = |what: &What| {
            let What::NoDefaults(members) = what else {
                return false;
            };
            members.iter().any(|one| *one == id || *one == shape)
        };
        self.whats().any(is_one)
    }

    /// Whether nothing of a shape may be printed that its model says nothing of.
    pub(in crate::lower) fn is_secret(&self, shape: &Shape) -> bool {
        let name = shape.id.name();
        self.whats()
            .any(|what| matches!(what, What::Secrets(shapes) if shapes.contains(&name)))
    }

    /// Whether an answer is none the worse for a value of a member that is not of its type.
    pub(in crate::lower) fn may_be_unreadable(&self, member: &Member) -> bool {
        let shape = member.target.name();
        self.whats()
            .any(|what| matches!(what, What::MayBeUnreadable(shapes) if shapes.contains(&shape)))
    }

    /// The member of an operation's output that says whether there are more pages.
    pub(in crate::lower) fn more_pages(&self, operation: &str) -> Option<&'static str> {
        self.whats().find_map(|what| match what {
            What::MorePages {
                operation: name,
                member,
            } if *name == operation => Some(*member),
            _ => None,
        })
    }

    /// What a member that is a text in a path is where it is left out.
    pub(in crate::lower) fn label_default(
        &self,
        model: &Model,
        member: &Member,
        binding: &Binding,
    ) -> Option<&'static str> {
        if *binding != Binding::Label || !is_text(model, member) {
            return None;
        }
        self.whats().find_map(|what| match what {
            What::LabelDefault {
                member: name,
                value,
            } if *name == member.name => Some(*value),
            _ => None,
        })
    }

    /// The collections in whose paths a member may be given, of which the id alone is sent.
    pub(in crate::lower) fn collections(
        &self,
        model: &Model,
        member: &Member,
        kind: StructureKind,
        binding: &Binding,
    ) -> &'static [&'static str] {
        let is_sent_as_text = matches!(binding, Binding::Label | Binding::Query(_) | Binding::Body);
        if kind != StructureKind::Input || !is_sent_as_text || !is_text(model, member) {
            return &[];
        }
        let mut found = self.whats().filter_map(|what| match what {
            What::BareIds {
                shapes,
                collections,
            } if shapes.contains(&member.target.name()) => Some(*collections),
            _ => None,
        });
        found.next().unwrap_or_default()
    }
}

fn is_text(model: &Model, member: &Member) -> bool {
    let target = model.shape(&member.target);
    target.is_some_and(|shape| matches!(shape.kind, ShapeKind::String))
}
