//! Where requests go, and what of their URLs is not as the model has it.

use super::{Customizations, PresignedUrlMembers, What};
use crate::ir::endpoint::Environment;
use crate::ir::{EndpointMember, Structure, Type};
use crate::model::Shape;

impl Customizations {
    /// Whether a label with which paths begin is a part of the URL of the endpoint.
    pub(in crate::lower) fn is_of_endpoint(&self, label: &str) -> bool {
        self.whats()
            .any(|what| matches!(what, What::LabelOfEndpoint(name) if *name == label))
    }

    /// Whether nothing is put before the host of the endpoint.
    pub(in crate::lower) fn has_no_host_prefix(&self) -> bool {
        self.whats().any(|what| matches!(what, What::NoHostPrefix))
    }

    /// What sets a parameter of the rules of the endpoint outside of code.
    pub(in crate::lower) fn environment_of(&self, parameter: &str) -> Option<Environment> {
        self.whats().find_map(|what| match what {
            What::Environment(parameters) => {
                let mut parameters = parameters.iter();
                let (.., environment) = parameters.find(|(name, _)| *name == parameter)?;
                Some(*environment)
            }
            _ => None,
        })
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
