//! All customizations: which services have which, and why.

use super::{Customization, What};

/// The list.
pub(super) const ALL: &[Customization] = &[
    Customization {
        sdk_id: "API Gateway",
        what: What::Header("Accept", "application/json"),
        reason: "some of its operations answer in HAL, which is not what the model says, unless \
                 JSON is asked for",
    },
    Customization {
        sdk_id: "EC2",
        what: What::AllOptional,
        reason: "its model requires members that the service does not, and has defaults, zero and \
                 `false`, that are not the service's",
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
        sdk_id: "Route 53",
        what: What::BareIds {
            shapes: &["ResourceId", "ChangeId"],
            collections: &["hostedzone", "change", "delegationset"],
        },
        reason: "it gives ids as paths, `/hostedzone/Z1`, and takes them bare, `Z1`",
    },
];
