//! What requests have beside their members.

use super::{Customizations, SessionMembers, What};
use crate::ir::{Signing, Structure};
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

    /// What a service wants of the signatures of its requests, where that is not the usual.
    pub(in crate::lower) fn signing(&self) -> Option<Signing> {
        let signing = Signing {
            path_as_sent: self.whats().any(|what| matches!(what, What::PathAsSent)),
            content_sha256: self.whats().any(|what| matches!(what, What::ContentSha256)),
        };
        (signing.path_as_sent || signing.content_sha256).then_some(signing)
    }

    /// The operation, by its name, that opens sessions, and the members that make one up.
    pub(in crate::lower) fn session(&self) -> Option<(&'static str, &'static SessionMembers)> {
        self.whats().find_map(|what| match what {
            What::Session { operation, members } => Some((*operation, members)),
            _ => None,
        })
    }

    /// Whether callers may be anonymous, whatever the model says.
    pub(in crate::lower) fn may_be_anonymous(&self) -> bool {
        self.whats().any(|what| matches!(what, What::Anonymous))
    }

    /// Whether the requests of an operation carry SHA-256 checksums of their stream.
    pub(in crate::lower) fn has_tree_hash(&self, operation: &Shape, input: &Structure) -> bool {
        let name = operation.id.name();
        let is_one = |what: &What| matches!(what, What::TreeHash { operations } if operations.contains(&name));
        input.streamed().is_some() && self.whats().any(is_one)
    }
}
