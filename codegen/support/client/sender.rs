//! How clients present themselves to a service that is not AWS's.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// The package of this crate and its version, as user agents are written.
///
/// <https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5>
const NAME: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// Names this crate in a request that does not say who sends it.
#[derive(Debug)]
pub(super) struct NameSender;

impl Intercept for NameSender {
    #[inline]
    fn name(&self) -> &'static str {
        "NameSender"
    }

    #[inline]
    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request_mut().headers_mut();
        if headers.get("user-agent").is_none() {
            headers.insert("user-agent", NAME);
        }
        Ok(())
    }
}
