//! Reads the entries of an object, each by itself: one that is wrong costs only itself.

use serde::de::DeserializeOwned;

use super::text::Text;
use crate::diagnostic::Diagnostic;
use crate::model::json_places;

/// What reads them, and what came of it.
pub(super) struct Entries<'a, 'p> {
    pub(super) text: &'a Text<'a>,
    /// Names of what could not be read.
    pub(super) lost: Vec<String>,
    pub(super) problems: &'p mut Vec<Diagnostic>,
}

impl Entries<'_, '_> {
    pub(super) fn of<T: DeserializeOwned>(
        &mut self,
        entries: &json_places::Entries<'_>,
        key: &str,
    ) -> Vec<(String, T)> {
        let mut read = Vec::new();
        for (name, raw) in &entries.0 {
            let what = format!("`{name}` in `{key}`");
            match self.text.part(raw, &[key, name], &what) {
                Ok(entry) => read.push((name.clone(), entry)),
                Err(problem) => {
                    self.problems.push(problem);
                    self.lost.push(name.clone());
                }
            }
        }
        read
    }
}
