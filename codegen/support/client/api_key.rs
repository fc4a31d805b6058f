//! Callers that are told by a key, in a header or in the query.
//!
//! <https://smithy.io/2.0/spec/authentication-traits.html#httpapikeyauth-trait>

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign,
};
use aws_smithy_runtime_api::client::identity::http::Token;
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;

use super::auth::API_KEY;
use crate::support::percent;

/// Where the requests of a service have the key.
#[derive(Clone, Copy, Debug)]
pub enum ApiKeyScheme {
    /// In the header of this name, behind the name of a scheme where there is one.
    Header(&'static str, Option<&'static str>),
    /// In the query, under this name.
    Query(&'static str),
}

impl AuthScheme for ApiKeyScheme {
    #[inline]
    fn scheme_id(&self) -> AuthSchemeId {
        API_KEY
    }

    #[inline]
    fn identity_resolver(
        &self,
        resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(API_KEY)
    }

    #[inline]
    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for ApiKeyScheme {
    #[inline]
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(key) = identity.data::<Token>() else {
            return Err("callers are told by an API key, and this identity is none".into());
        };
        match *self {
            Self::Header(name, None) => {
                request
                    .headers_mut()
                    .try_insert(name, key.token().to_owned())?;
            }
            Self::Header(name, Some(scheme)) => {
                let value = [scheme, " ", key.token()].concat();
                request.headers_mut().try_insert(name, value)?;
            }
            Self::Query(name) => {
                let mut uri = request.uri().as_bytes().to_vec();
                uri.push(if uri.contains(&b'?') { b'&' } else { b'?' });
                percent::encode(name, false, &mut uri);
                uri.push(b'=');
                percent::encode(key.token(), false, &mut uri);
                request.set_uri(String::from_utf8(uri)?)?;
            }
        }
        Ok(())
    }
}
