//! What requests have beside their members, and where they go.

use super::{Customizations, PresignedUrlMembers, What};
use crate::ir::{EndpointMember, Structure, Type};
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

    /// The members of the input of an operation, by its name, whose calls carry a presigned URL.
    pub(in crate::lower) fn presigned_url(
        &self,
        operation: &str,
    ) -> Option<&'static PresignedUrlMembers> {
        self.whats().find_map(|what| match what {
            What::PresignedUrl {
                operations,
                members,
            } if operations.contains(&operation) => Some(members),
            _ => None,
        })
    }

    /// The member that is the URL to which the calls of an operation go.
    pub(in crate::lower) fn own_endpoint(
        &self,
        operation: &Shape,
        input: &Structure,
    ) -> Option<EndpointMember> {
        let name = self.whats().find_map(|what| match what {
            What::Endpoint {
                operation: of,
                member,
            } if *of == operation.id.name() => Some(*member),
            _ => None,
        })?;
        let mut members = input.members.iter();
        let member = members.find(|member| member.id.member() == Some(name))?;
        (member.type_ == Type::String).then(|| EndpointMember {
            member: member.name.clone(),
            optional: member.optional,
        })
    }
}
