//! Parts of a client that fail, each where it is told to.

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::{CredentialsError, TokenError};
use aws_credential_types::provider::future;
use aws_credential_types::provider::token::ProvideToken;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_runtime::auth::sigv4;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign,
};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::*;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;

/// A connector that has nothing but this error.
#[derive(Clone, Debug)]
pub struct FailingConnector(pub fn(BoxError) -> ConnectorError);

impl HttpClient for FailingConnector {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for FailingConnector {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(Err((self.0)("the line is dead".into())))
    }
}

/// A provider that has nobody to name.
#[derive(Debug)]
pub struct NobodyHome;

impl ProvideCredentials for NobodyHome {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let error = CredentialsError::provider_error("nobody is home");
        future::ProvideCredentials::ready(Err(error))
    }
}

impl ProvideToken for NobodyHome {
    fn provide_token<'a>(&'a self) -> future::ProvideToken<'a>
    where
        Self: 'a,
    {
        future::ProvideToken::ready(Err(TokenError::provider_error("nobody is home")))
    }
}

/// Credentials with this key id and session token.
pub fn credentials_with(key_id: &str, session_token: &str) -> SharedCredentialsProvider {
    SharedCredentialsProvider::new(Credentials::new(
        key_id,
        "not a secret",
        Some(session_token.to_owned()),
        None,
        "Lighthouse",
    ))
}

/// A way to sign that fails.
#[derive(Debug)]
pub struct BrokenPen;

impl AuthScheme for BrokenPen {
    fn scheme_id(&self) -> AuthSchemeId {
        sigv4::SCHEME_ID
    }

    fn identity_resolver(
        &self,
        resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(self.scheme_id())
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for BrokenPen {
    fn sign_http_request(
        &self,
        _: &mut HttpRequest,
        _: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        Err("the pen is broken".into())
    }
}

/// An interceptor that fails in the hook of this name.
#[derive(Debug)]
pub struct FailingAt(pub &'static str);

impl FailingAt {
    fn hook(&self, name: &str) -> Result<(), BoxError> {
        if self.0 == name {
            return Err("the moon is new".into());
        }
        Ok(())
    }
}

macro_rules! hooks {
    ($($hook:ident($context:ty);)+) => {
        /// All hooks but the first, in their order.
        pub const HOOKS: &[&str] = &[$(stringify!($hook)),+];

        impl Intercept for FailingAt {
            fn name(&self) -> &'static str {
                "FailingAt"
            }

            fn read_before_execution(
                &self,
                _: &BeforeSerializationInterceptorContextRef<'_>,
                _: &mut ConfigBag,
            ) -> Result<(), BoxError> {
                self.hook("read_before_execution")
            }

            $(fn $hook(
                &self,
                _: $context,
                _: &RuntimeComponents,
                _: &mut ConfigBag,
            ) -> Result<(), BoxError> {
                self.hook(stringify!($hook))
            })+
        }
    };
}

hooks! {
    modify_before_serialization(&mut BeforeSerializationInterceptorContextMut<'_>);
    read_before_serialization(&BeforeSerializationInterceptorContextRef<'_>);
    read_after_serialization(&BeforeTransmitInterceptorContextRef<'_>);
    modify_before_retry_loop(&mut BeforeTransmitInterceptorContextMut<'_>);
    read_before_attempt(&BeforeTransmitInterceptorContextRef<'_>);
    modify_before_signing(&mut BeforeTransmitInterceptorContextMut<'_>);
    read_before_signing(&BeforeTransmitInterceptorContextRef<'_>);
    read_after_signing(&BeforeTransmitInterceptorContextRef<'_>);
    modify_before_transmit(&mut BeforeTransmitInterceptorContextMut<'_>);
    read_before_transmit(&BeforeTransmitInterceptorContextRef<'_>);
    read_after_transmit(&BeforeDeserializationInterceptorContextRef<'_>);
    modify_before_deserialization(&mut BeforeDeserializationInterceptorContextMut<'_>);
    read_before_deserialization(&BeforeDeserializationInterceptorContextRef<'_>);
    read_after_deserialization(&AfterDeserializationInterceptorContextRef<'_>);
    modify_before_attempt_completion(&mut FinalizerInterceptorContextMut<'_>);
    read_after_attempt(&FinalizerInterceptorContextRef<'_>);
    modify_before_completion(&mut FinalizerInterceptorContextMut<'_>);
    read_after_execution(&FinalizerInterceptorContextRef<'_>);
}
