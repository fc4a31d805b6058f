//! The documentation of a model, rendered ahead: each text once, whoever has it and whoever asks, and
//! many at a time.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::markdown;
use crate::model::traits::{Documentation, Trait};
use crate::model::{Model, Traits};
use crate::select::Selection;
use crate::stack;

/// The Markdown of texts of a model, by these.
#[derive(Debug, Default)]
pub(crate) struct Rendered<'m>(HashMap<&'m str, String>);

impl<'m> Rendered<'m> {
    /// All texts of what is chosen of a model.
    pub(crate) fn of(model: &'m Model, selection: &Selection<'m>) -> Self {
        let shapes = selection.shapes.iter().filter_map(|id| model.shape(id));
        let shapes = shapes.chain(selection.operations.iter().copied());
        let traits = shapes.flat_map(|shape| {
            let members = shape.members().map(|member| &member.traits);
            members.chain([&shape.traits])
        });
        let texts: HashSet<&str> = traits.filter_map(documentation).collect();
        let texts: Vec<&str> = texts.into_iter().collect();
        Self(stack::in_parallel(|| {
            let texts = texts.into_par_iter();
            texts.map(|text| (text, markdown(text))).collect()
        }))
    }

    /// The Markdown of this documentation.
    pub(crate) fn markdown(&self, documentation: &str) -> Cow<'_, str> {
        match self.0.get(documentation) {
            Some(rendered) => Cow::Borrowed(rendered),
            None => Cow::Owned(markdown(documentation)),
        }
    }

    /// That of what these traits are applied to; empty where it has none.
    pub(crate) fn of_traits(&self, traits: &Traits) -> Cow<'_, str> {
        documentation(traits).map_or(Cow::Borrowed(""), |text| self.markdown(text))
    }
}

/// What the model says, as it stands there.
fn documentation(traits: &Traits) -> Option<&str> {
    traits.raw(Documentation::ID)?.as_str()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn documented(text: &Value) -> Traits {
        serde_json::from_value(json!({ Documentation::ID: text })).unwrap()
    }

    #[test]
    fn it_is_the_same_whether_it_was_rendered_ahead() {
        let text = "<p>Some <b>bold</b> text.</p>";
        let ahead = Rendered(HashMap::from([(text, markdown(text))]));
        for rendered in [ahead, Rendered::default()] {
            let of_traits = rendered.of_traits(&documented(&json!(text)));
            assert_eq!(of_traits, "Some **bold** text.");
        }
    }

    #[test]
    fn what_has_none_has_an_empty_one() {
        assert_eq!(Rendered::default().of_traits(&Traits::default()), "");
    }
}
