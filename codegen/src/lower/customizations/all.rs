//! All customizations: which services have which, and why.

use super::{Customization, PresignedUrlMembers, What};

/// Why a call carries a presigned URL.
const COPIED: &str = "what is copied from another region is asked for there by a presigned URL, which \
                      is much work to make by hand";

/// The members of databases, of which their models have the URL alone.
const OF_DATABASES: PresignedUrlMembers = PresignedUrlMembers {
    url: "PreSignedUrl",
    source_region: "SourceRegion",
    destination_region: "DestinationRegion",
};

/// The list.
pub(super) const ALL: &[Customization] = &[
    Customization {
        sdk_id: "API Gateway",
        what: What::Header("Accept", "application/json"),
        reason: "some of its operations answer in HAL, which is not what the model says, unless \
                 JSON is asked for",
    },
    Customization {
        sdk_id: "DocDB",
        what: What::PresignedUrl {
            operations: &["CopyDBClusterSnapshot", "CreateDBCluster"],
            members: OF_DATABASES,
        },
        reason: COPIED,
    },
    Customization {
        sdk_id: "EC2",
        what: What::AllOptional,
        reason: "its model requires members that the service does not, and has defaults, zero and \
                 `false`, that are not the service's",
    },
    Customization {
        sdk_id: "EC2",
        what: What::PresignedUrl {
            operations: &["CopySnapshot"],
            members: PresignedUrlMembers {
                url: "PresignedUrl",
                source_region: "SourceRegion",
                destination_region: "DestinationRegion",
            },
        },
        reason: COPIED,
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
    Customization {
        sdk_id: "Neptune",
        what: What::PresignedUrl {
            operations: &["CopyDBClusterSnapshot", "CreateDBCluster"],
            members: OF_DATABASES,
        },
        reason: COPIED,
    },
    Customization {
        sdk_id: "RDS",
        what: What::PresignedUrl {
            operations: &[
                "CopyDBClusterSnapshot",
                "CopyDBSnapshot",
                "CreateDBCluster",
                "CreateDBInstanceReadReplica",
                "StartDBInstanceAutomatedBackupsReplication",
            ],
            members: OF_DATABASES,
        },
        reason: COPIED,
    },
    Customization {
        sdk_id: "Route 53",
        what: What::BareIds {
            shapes: &["ResourceId", "ChangeId"],
            collections: &["hostedzone", "change", "delegationset"],
        },
        reason: "it gives ids as paths, `/hostedzone/Z1`, and takes them bare, `Z1`",
    },
    Customization {
        sdk_id: "Route 53",
        what: What::UnwrappedError {
            error: "InvalidChangeBatch",
            members: &[("messages", "Messages")],
        },
        reason: "what is wrong with a batch of changes it tells by an error that has no code, but the \
                 name of the error as that of its root",
    },
    Customization {
        sdk_id: "SSO",
        what: What::Secrets(&["RoleCredentials"]),
        reason: "its model does not mark all that makes up credentials as sensitive",
    },
    Customization {
        sdk_id: "STS",
        what: What::Secrets(&["Credentials"]),
        reason: "its model does not mark the token of a session as sensitive",
    },
    Customization {
        sdk_id: "STS",
        what: What::Transient(&["IDPCommunicationError"]),
        reason: "an identity provider that it could not reach is there a moment later, while its \
                 model says that the caller is at fault",
    },
];
