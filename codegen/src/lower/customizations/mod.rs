//! What AWS's own SDKs do for services beyond what the models of these say: the only place where a
//! service is known by its name. Each is data with its reason, and becomes something of the ir that
//! any service could have.
//!
//! `all` is the data, with `defaults` and `s3` as parts of it. What becomes of it: `members` says what of
//! members and shapes is not as their model has it, `errors` what else of errors, `requests` what requests
//! have beside them, `addresses` where they go.

mod addresses;
mod all;
mod defaults;
mod errors;
mod members;
mod requests;
mod s3;

use crate::ir::endpoint::Environment;
use crate::model::Shape;
use crate::model::traits::AwsService;

/// What one service needs beyond its model.
#[derive(Debug)]
pub struct Customization {
    /// The service, by its `aws.api#service$sdkId`.
    sdk_id: &'static str,
    what: What,
    /// Why calls would fail, or be a nuisance to make, without it.
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
    /// Members of inputs that are of these shapes may be paths, of which the id alone is sent: what
    /// follows the name of one of these collections.
    BareIds {
        shapes: &'static [&'static str],
        collections: &'static [&'static str],
    },
    /// A label with which paths begin is a part of the URL that the rules of the endpoint give, and no
    /// part of paths.
    LabelOfEndpoint(&'static str),
    /// Nothing is put before the host of the endpoint, whatever the model says: the rules of the
    /// endpoint do so.
    NoHostPrefix,
    /// The environment, and the profile, may set these parameters of the rules of the endpoint.
    Environment(&'static [(&'static str, Environment)]),
    /// Paths are signed as they are sent, as they are no paths: neither encoded once more nor
    /// normalized.
    PathAsSent,
    /// Signed requests have the hash of their body in the header `x-amz-content-sha256`, and presigned
    /// ones leave the body out.
    ContentSha256,
    /// Callers may be anonymous, whatever the model says.
    Anonymous,
    /// Where an endpoint asks for it, calls are signed with the credentials of a session, which this
    /// operation opens.
    Session {
        operation: &'static str,
        members: SessionMembers,
    },
    /// No member is required, and none has a default, whatever the model says.
    AllOptional,
    /// These members have no default, whatever the model says: each `Structure$member`, or all of
    /// this shape.
    NoDefaults(&'static [&'static str]),
    /// Nothing of these shapes may be printed, whatever the model says.
    Secrets(&'static [&'static str]),
    /// A response with any of these codes tells of an error that passes by itself, whatever its
    /// status.
    Transient(&'static [&'static str]),
    /// A response of this status that has no body tells of an error of this code.
    CodeWithoutBody(u16, &'static str),
    /// Something may be in another region than the one that is asked for it: the error has a header that
    /// says in which.
    Elsewhere {
        what: &'static str,
        header: &'static str,
    },
    /// A response with the status of a success is an error where its body says so.
    ErrorsInSuccesses,
    /// Responses have another id beside that of the request, in `x-amz-id-2`.
    ExtendedRequestId,
    /// An answer is none the worse for a value of one of these shapes that is not of its type.
    MayBeUnreadable(&'static [&'static str]),
    /// Whether there are more pages, a boolean in the output of an operation says, and not its token.
    MorePages {
        operation: &'static str,
        member: &'static str,
    },
    /// An error may be the root of its response, with nothing around it. Some of its members are called
    /// otherwise there: each is given with its name in the model.
    UnwrappedError {
        error: &'static str,
        members: &'static [(&'static str, &'static str)],
    },
    /// The requests of these operations carry SHA-256 checksums of the stream that is their body.
    TreeHash { operations: &'static [&'static str] },
    /// The calls of these operations carry the same call, presigned for another region.
    PresignedUrl {
        operations: &'static [&'static str],
        members: PresignedUrlMembers,
    },
    /// The calls of an operation go to the URL that a member of its input is.
    Endpoint {
        operation: &'static str,
        member: &'static str,
    },
}

/// The members of an input with a presigned URL, by their names in the model.
#[derive(Debug)]
pub(super) struct PresignedUrlMembers {
    /// The URL.
    pub url: &'static str,
    /// The region for which it is. Where the model lacks it, it is added, and not sent.
    pub source_region: &'static str,
    /// The region in which the call is made. Where the model lacks it, the URL alone has it.
    pub destination_region: &'static str,
}

/// The members that make up a session, by their names in the model.
#[derive(Debug)]
pub(super) struct SessionMembers {
    /// The member of the input that says what the session is for, and the parameter of the endpoint's
    /// rules to which it is bound.
    pub scope: &'static str,
    /// The member of the output that is a structure of those that follow.
    pub credentials: &'static str,
    /// Who signs.
    pub access_key_id: &'static str,
    /// What they sign with.
    pub secret_access_key: &'static str,
    /// What requests have beside the signature.
    pub session_token: &'static str,
    /// When the session ends.
    pub expiration: &'static str,
}

/// All of them.
fn all() -> impl Iterator<Item = &'static Customization> {
    all::ALL.iter().chain(defaults::ALL).chain(s3::ALL)
}

/// The customizations of a service.
#[derive(Debug)]
pub struct Customizations(Vec<&'static Customization>);

impl Customizations {
    /// Those of this service.
    pub fn of_service(service: &Shape) -> Self {
        let aws = service.traits.get::<AwsService>();
        let of_service =
            |one: &&Customization| aws.as_ref().is_some_and(|aws| aws.sdk_id == one.sdk_id);
        Self(all().filter(of_service).collect())
    }

    /// Why there are any.
    pub fn reasons(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|one| one.reason)
    }

    fn whats(&self) -> impl Iterator<Item = &'static What> {
        self.0.iter().map(|one| &one.what)
    }
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn the_page_of_customizations_has_them_all_and_no_other() {
        let page = include_str!("../../../docs/customizations.md");
        let rows = page.lines().filter(|line| line.starts_with("| "));
        let mut rows: Vec<&str> = rows.skip(1).collect();
        let all = all().map(|one| format!("| {} | {} |", one.sdk_id, one.reason));
        let mut all: Vec<String> = all.collect();
        rows.sort_unstable();
        all.sort_unstable();
        assert_eq!(rows, all);
    }
}
