//! What requests have beside their members.

use super::{Customizations, What};
use crate::ir::Structure;
use crate::model::Shape;

impl Customizations {
    /// The headers that all requests of a service of this version have, with their values.
    pub(in crate::lower) fn headers(&self, version: &str) -> Vec<(String, String)> {
        let headers = self.whats().filter_map(|what| match what {
            What::Header(name, value) => Some((*name, *value)),
            What::VersionHeader(name) => Some((*name, version)),
            _ => None,
        });
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
        headers.collect()
    }

    /// Whether the requests of an operation carry SHA-256 checksums of their stream.
    pub(in crate::lower) fn has_tree_hash(&self, operation: &Shape, input: &Structure) -> bool {
        let name = operation.id.name();
        let is_one = |what: &What| matches!(what, What::TreeHash { operations } if operations.contains(&name));
        input.streamed().is_some() && self.whats().any(is_one)
    }
}
