//! The facts of a service, without its type.

// needed by: AWS
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
// needed by: AWS
use aws_runtime::service_clock_skew::ServiceClockSkewClassifier;
// needed by: AWS
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_runtime::client::retries::classifiers::{
    ModeledAsRetryableClassifier, TransientErrorClassifier,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;

use crate::support::endpoint::RuleSet;
use crate::support::operation::Service;

/// What a client has to know of its service.
pub(super) struct ServiceFacts {
    pub(super) sdk_id: &'static str,
    // needed by: AWS beside others
    pub(super) is_of_aws: bool,
    // needed by: AWS
    pub(super) signing_name: Option<&'static str>,
    // needed by: AWS
    pub(super) auth_schemes: &'static [&'static str],
    pub(super) endpoint_rules: Option<&'static RuleSet<'static>>,
    // needed by: settings of the environment
    pub(super) environment: &'static [(&'static str, &'static str, &'static str)],
    // needed by: AWS
    pub(super) api: ApiMetadata,
    /// Adds what reads off the service's errors whether to try again.
    pub(super) add_retry_classifiers: fn(&mut RuntimeComponentsBuilder),
}

impl ServiceFacts {
    pub(super) fn of<S: Service>() -> Self {
        Self {
            sdk_id: S::SDK_ID,
            // needed by: AWS beside others
            is_of_aws: S::IS_OF_AWS,
            // needed by: AWS
            signing_name: S::SIGNING_NAME,
            // needed by: AWS
            auth_schemes: S::AUTH_SCHEMES,
            endpoint_rules: S::ENDPOINT_RULES,
            // needed by: settings of the environment
            environment: S::ENVIRONMENT,
            // needed by: AWS
            api: ApiMetadata::new(S::USER_AGENT, env!("CARGO_PKG_VERSION")),
            add_retry_classifiers: add_retry_classifiers::<S>,
        }
    }
}

fn add_retry_classifiers<S: Service>(components: &mut RuntimeComponentsBuilder) {
    components.push_retry_classifier(TransientErrorClassifier::<S::Error>::new());
    components.push_retry_classifier(ModeledAsRetryableClassifier::<S::Error>::new());
    // needed by: AWS
    components.push_retry_classifier(AwsErrorCodeClassifier::<S::Error>::new());
    // needed by: AWS
    components.push_retry_classifier(ServiceClockSkewClassifier::<S::Error>::new());
}
