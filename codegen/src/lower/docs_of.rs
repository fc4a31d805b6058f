//! What the model says of its shapes and members to people: `@documentation`, `@deprecated`,
//! and constraints in words.

use crate::ir::{Deprecation, Docs};
use crate::model::traits::Deprecated;
use crate::model::{Member, Traits};

use super::{Lowering, constraint_docs, docs};

/// Whether, and why, something is on its way out.
pub(super) fn deprecation(traits: &Traits) -> Option<Deprecation> {
    let Deprecated { since, message } = traits.get()?;
    let since = since.map(|since| format!("Deprecated since {since}."));
    let said: Vec<String> = message.into_iter().chain(since).collect();
    let note = (!said.is_empty()).then(|| docs::line(&said.join(" ")));
    Some(Deprecation { note })
}

impl Lowering<'_> {
    /// The documentation of what these traits are applied to.
    pub(super) fn docs(&self, traits: &Traits) -> Docs {
        Docs::new(self.rendered.of_traits(traits))
    }

    /// The documentation of a member: its own, else its target's; then its constraints.
    pub(super) fn member_docs(&self, member: &Member) -> Docs {
        let target = self.model.shape(&member.target);
        let mut docs = self.docs(&member.traits);
        if docs.text.is_empty()
            && let Some(target) = target
        {
            docs = self.docs(&target.traits);
        }
        if let Some(constraints) = constraint_docs::in_words(member, target) {
            if !docs.text.is_empty() {
                docs.text.push_str("\n\n");
            }
            docs.text.push_str(&constraints);
            docs.constraints = Some(constraints);
        }
        docs
    }
}
