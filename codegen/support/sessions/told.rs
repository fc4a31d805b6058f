//! The token of a session in requests, and what becomes of a session that is refused.

use std::sync::Arc;

use aws_runtime::auth::SigV4SessionTokenNameOverride;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
    FinalizerInterceptorContextMut,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_smithy_types::endpoint::Endpoint;

use super::open::Sessions;
use super::{NAME, OpensSession, refused};

/// The name of the token in headers.
const HEADER: &str = "x-amz-s3session-token";

/// The name of the token in the URI of a request that is presigned.
const IN_URI: &str = "X-Amz-S3session-Token";

/// The token that a request told.
#[derive(Debug)]
struct Token(String);

impl Storable for Token {
    type Storer = StoreReplace<Self>;
}

/// Gives the token the name that services know it by, and forgets sessions that they refuse.
#[derive(Debug)]
pub(super) struct TellToken<O>(pub(super) Arc<Sessions<O>>);

impl<O: OpensSession> Intercept for TellToken<O> {
    #[inline]
    fn name(&self) -> &'static str {
        "TellToken"
    }

    fn modify_before_signing(
        &self,
        _: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if is_in_session(config) {
            let name = SigV4SessionTokenNameOverride::new(|settings, _| {
                let in_uri = settings.expires_in.is_some();
                Ok(Some(if in_uri { IN_URI } else { HEADER }))
            });
            config.interceptor_state().store_put(name);
        }
        Ok(())
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(token) = context.request().headers().get(HEADER) {
            let token = Token(token.to_owned());
            config.interceptor_state().store_put(token);
        }
        Ok(())
    }

    fn modify_before_attempt_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(Token(token)) = config.load::<Token>()
            && refused::is_refused::<O::Service>(context)
        {
            self.0.forget(token);
            refused::mark(context);
        }
        Ok(())
    }
}

/// Whether the endpoint of a call asks for a session.
#[inline]
fn is_in_session(config: &ConfigBag) -> bool {
    let endpoint = config.load::<Endpoint>();
    let mut schemes = endpoint.into_iter().flat_map(Endpoint::auth_schemes);
    schemes.any(|scheme| scheme.name() == NAME)
}
