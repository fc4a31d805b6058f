//! What is tried again.

use aws_smithy_runtime::client::retries::classifiers::HttpStatusCodeClassifier;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority,
};

/// Tries again by status as the AWS SDK does, but nothing that is a success: a model may state any
/// status for that.
#[derive(Debug)]
pub(super) struct StatusOfFailure(pub(super) HttpStatusCodeClassifier);

impl ClassifyRetry for StatusOfFailure {
    #[inline]
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.output_or_error() {
            Some(Ok(_)) => RetryAction::NoActionIndicated,
            _ => self.0.classify_retry(context),
        }
    }

    #[inline]
    fn name(&self) -> &'static str {
        self.0.name()
    }

    #[inline]
    fn priority(&self) -> RetryClassifierPriority {
        self.0.priority()
    }
}
