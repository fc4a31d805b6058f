//! What AWS's own SDKs do for services beyond what the models of these say: the only place where a
//! service is known by its name. Each is data with its reason, and becomes something of the ir that
//! any service could have.

use super::Lowering;
use crate::ir::{Binding, EndpointMember, Structure};
use crate::model::traits::AwsService;
use crate::model::{Member, Model, Shape, ShapeKind};

/// What one service needs beyond its model.
#[derive(Debug)]
pub struct Customization {
    /// The service, by its `aws.api#service$sdkId`.
    sdk_id: &'static str,
    what: What,
    /// Why its requests would be refused, or be a nuisance to make, without it.
    pub reason: &'static str,
}

#[derive(Debug)]
enum What {
    /// All requests have a header, unless a member has set it.
    Header(&'static str, &'static str),
    /// All requests have a header that says the service's version.
    VersionHeader(&'static str),
    /// A text in paths that is left out, or empty, is another one.
    LabelDefault {
        member: &'static str,
        value: &'static str,
    },
    /// The requests of these operations carry SHA-256 checksums of the stream that is their body.
    TreeHash { operations: &'static [&'static str] },
    /// The calls of an operation go to the URL that a member of its input is.
    Endpoint {
        operation: &'static str,
        member: &'static str,
    },
}

/// All customizations.
const ALL: &[Customization] = &[
    Customization {
        sdk_id: "API Gateway",
        what: What::Header("Accept", "application/json"),
        reason: "some of its operations answer in HAL, which is not what the model says, unless \
                 JSON is asked for",
    },
    Customization {
        sdk_id: "Glacier",
        what: What::VersionHeader("X-Amz-Glacier-Version"),
        reason: "it refuses requests that do not say the version of its API",
    },
    Customization {
        sdk_id: "Glacier",
        what: What::LabelDefault {
            member: "accountId",
            value: "-",
        },
        reason: "every path begins with an account, and `-` stands for the caller's own",
    },
    Customization {
        sdk_id: "Glacier",
        what: What::TreeHash {
            operations: &["UploadArchive", "UploadMultipartPart"],
        },
        reason: "it refuses uploads without checksums that are work to make by hand",
    },
    Customization {
        sdk_id: "Machine Learning",
        what: What::Endpoint {
            operation: "Predict",
            member: "PredictEndpoint",
        },
        reason: "each model answers at an endpoint of its own, which the service made up for it",
    },
];

/// The customizations of a service.
pub fn of_service(service: &Shape) -> Vec<&'static Customization> {
    let aws = service.traits.get::<AwsService>();
    let of_service =
        |one: &&Customization| aws.as_ref().is_some_and(|aws| aws.sdk_id == one.sdk_id);
    ALL.iter().filter(of_service).collect()
}

fn whats(of: &[&'static Customization]) -> impl Iterator<Item = &'static What> {
    of.iter().map(|one| &one.what)
}

/// What a member that is a text in a path is where it is left out.
pub(super) fn label_default(
    customizations: &[&'static Customization],
    model: &Model,
    member: &Member,
    binding: &Binding,
) -> Option<&'static str> {
    if *binding != Binding::Label || !is_text(model, member) {
        return None;
    }
    whats(customizations).find_map(|what| match what {
        What::LabelDefault {
            member: name,
            value,
        } if *name == member.name => Some(*value),
        _ => None,
    })
}

impl Lowering<'_> {
    /// The headers that all requests have, with their values.
    pub(super) fn headers(&self) -> Vec<(String, String)> {
        let headers = whats(&self.customizations).filter_map(|what| match what {
            What::Header(name, value) => Some((*name, *value)),
            What::VersionHeader(name) => Some((*name, self.version)),
            _ => None,
        });
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
        headers.collect()
    }

    /// Whether the requests of an operation carry SHA-256 checksums of their stream.
    pub(super) fn has_tree_hash(&self, operation: &Shape, input: &Structure) -> bool {
        let name = operation.id.name();
        let is_one = |what: &What| matches!(what, What::TreeHash { operations } if operations.contains(&name));
        input.streamed().is_some() && whats(&self.customizations).any(is_one)
    }

    /// The member that is the URL to which the calls of an operation go.
    pub(super) fn own_endpoint(
        &self,
        operation: &Shape,
        input: &Structure,
    ) -> Option<EndpointMember> {
        let name = whats(&self.customizations).find_map(|what| match what {
            What::Endpoint {
                operation: of,
                member,
            } if *of == operation.id.name() => Some(*member),
            _ => None,
        })?;
        let mut members = input.members.iter();
        let member = members.find(|member| member.id.member() == Some(name))?;
        (member.type_ == crate::ir::Type::String).then(|| EndpointMember {
            member: member.name.clone(),
            optional: member.optional,
        })
    }
}

fn is_text(model: &Model, member: &Member) -> bool {
    let target = model.shape(&member.target);
    target.is_some_and(|shape| matches!(shape.kind, ShapeKind::String))
}
