//! What S3 needs beyond its models, and what its control plane does.

use super::{Customization, SessionMembers, What};
use crate::ir::endpoint::Environment;

/// Why requests have a header with the hash of their body.
const HASHED: &str = "it refuses signed requests that do not say the hash of their body, or that nothing \
                      signs it";

/// Its rules of endpoints put buckets and accounts into URLs, keys are bytes and no paths, and answers may
/// turn out to be errors after they have begun.
pub(super) const ALL: &[Customization] = &[
    Customization {
        sdk_id: "S3",
        what: What::LabelOfEndpoint("Bucket"),
        reason: "the rules of its endpoint put the bucket before the host or into the path, where its \
                 model has it once more",
    },
    Customization {
        sdk_id: "S3",
        what: What::Environment(&[
            (
                "DisableMultiRegionAccessPoints",
                Environment {
                    variable: "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
                    key: "s3_disable_multiregion_access_points",
                },
            ),
            (
                "DisableS3ExpressSessionAuth",
                Environment {
                    variable: "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH",
                    key: "s3_disable_express_session_auth",
                },
            ),
            (
                "UseArnRegion",
                Environment {
                    variable: "AWS_S3_USE_ARN_REGION",
                    key: "s3_use_arn_region",
                },
            ),
        ]),
        reason: "variables of the environment and keys of profiles set it for all programs of a machine",
    },
    Customization {
        sdk_id: "S3",
        what: What::PathAsSent,
        reason: "keys are bytes and no paths: `a//../b` is signed as it stands",
    },
    Customization {
        sdk_id: "S3",
        what: What::ContentSha256,
        reason: HASHED,
    },
    Customization {
        sdk_id: "S3",
        what: What::Anonymous,
        reason: "a bucket may be for everybody, while its model says that all requests are signed",
    },
    Customization {
        sdk_id: "S3",
        what: What::Session {
            operation: "CreateSession",
            members: SessionMembers {
                scope: "Bucket",
                credentials: "Credentials",
                access_key_id: "AccessKeyId",
                secret_access_key: "SecretAccessKey",
                session_token: "SessionToken",
                expiration: "Expiration",
            },
        },
        reason: "calls to a directory bucket are signed in a session, which another call opens",
    },
    Customization {
        sdk_id: "S3",
        what: What::CodeWithoutBody(404, "NotFound"),
        reason: "an answer to `HEAD` has no body that could say the code of an error",
    },
    Customization {
        sdk_id: "S3",
        what: What::CodeWithoutBody(301, "PermanentRedirect"),
        reason: "an answer to `HEAD` has no body that could say that the bucket is elsewhere",
    },
    Customization {
        sdk_id: "S3",
        what: What::Elsewhere {
            what: "bucket",
            header: "x-amz-bucket-region",
        },
        reason: "a bucket is in one region, and those who ask for it in another learn in a header in which",
    },
    Customization {
        sdk_id: "S3",
        what: What::ErrorsInSuccesses,
        reason: "it may say 200 before it knows that it cannot do what it was asked",
    },
    Customization {
        sdk_id: "S3",
        what: What::ExtendedRequestId,
        reason: "those who look for a call need another id beside that of the request",
    },
    Customization {
        sdk_id: "S3",
        what: What::MayBeUnreadable(&["Expires"]),
        reason: "whoever stores an object may say that it expires at any text, which is no time then",
    },
    Customization {
        sdk_id: "S3",
        what: What::MorePages {
            operation: "ListParts",
            member: "IsTruncated",
        },
        reason: "the last page of parts has a token of the next",
    },
    Customization {
        sdk_id: "S3",
        what: What::Transient(&["InternalError"]),
        reason: "it may tell of an error of its own after it has said 200, which passes as others do",
    },
    Customization {
        sdk_id: "S3 Control",
        what: What::ContentSha256,
        reason: HASHED,
    },
    Customization {
        sdk_id: "S3 Control",
        what: What::NoHostPrefix,
        reason: "the rules of its endpoint put the account before the host, where its model has it \
                 once more",
    },
];
