//! Signatures of version 4, as most requests have them: made here, with a key that is kept from call to call. What is
//! asked for beyond that is the runtime's.
//!
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>

mod canonical;
mod clock;
mod key;

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_runtime::auth::sigv4::{SCHEME_ID, SigV4Signer};
use aws_runtime::auth::{
    HttpSignatureType, PayloadSigningOverride, SigV4OperationSigningConfig,
    SigV4SessionTokenNameOverride, SigningOptions,
};
// needed by: checksums of uploads
use aws_runtime::content_encoding::DeferredSignerSender;
use aws_sigv4::http_request::SignableBody;
// needed by: events to send
use aws_smithy_eventstream::frame::DeferredSignerSender as EventSignerSender;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign,
};
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::SigningName;
use aws_types::region::SigningRegion;
use http::HeaderValue;
use tracing::Level;

pub(super) use clock::Clock;
use key::{KeptKey, Scope};

/// The algorithm, as requests name it.
const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// What stands for the hash of a body that is not signed.
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";

/// The header of a session's token.
const TOKEN: &str = "x-amz-security-token";

/// The way to authenticate whose signatures these are.
#[derive(Default)]
pub(super) struct SigV4Scheme {
    of_runtime: SigV4Signer,
    clock: Clock,
    key: KeptKey,
}

impl SigV4Scheme {
    #[inline]
    pub(super) fn new(clock: Clock) -> Self {
        Self {
            clock,
            ..Self::default()
        }
    }
}

impl fmt::Debug for SigV4Scheme {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigV4Scheme")
    }
}

impl AuthScheme for SigV4Scheme {
    #[inline]
    fn scheme_id(&self) -> AuthSchemeId {
        SCHEME_ID
    }

    #[inline]
    fn identity_resolver(&self, all: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        all.identity_resolver(SCHEME_ID)
    }

    #[inline]
    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for SigV4Scheme {
    /// Signs by itself what it can, and leaves the rest to the runtime.
    #[inline]
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        endpoint: AuthSchemeEndpointConfig<'_>,
        components: &RuntimeComponents,
        config: &ConfigBag,
    ) -> Result<(), BoxError> {
        if !self.clock.is_off() && !asks_for_more(config) {
            let now = components.time_source().unwrap_or_default().now();
            let signed = self.sign(request, identity, &endpoint, now, config);
            if signed.is_some() {
                return Ok(());
            }
        }
        let of_runtime = &self.of_runtime;
        of_runtime.sign_http_request(request, identity, endpoint, components, config)
    }
}

/// Whether a call has what only the runtime's signer knows, or wants its signature logged.
#[inline]
fn asks_for_more(config: &ConfigBag) -> bool {
    // needed by: checksums of uploads
    if config.load::<DeferredSignerSender>().is_some() {
        return true;
    }
    // needed by: events to send
    if config.load::<EventSignerSender>().is_some() {
        return true;
    }
    config.load::<SigV4SessionTokenNameOverride>().is_some()
        || tracing::enabled!(target: "aws_sigv4::http_request::sign", Level::TRACE)
}

impl SigV4Scheme {
    /// Signs a request. Nothing, and nothing is changed, where it is not one of those that are signed
    /// here, or cannot be signed at all, which the runtime tells.
    #[inline]
    fn sign(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        endpoint: &AuthSchemeEndpointConfig<'_>,
        now: SystemTime,
        config: &ConfigBag,
    ) -> Option<()> {
        let credentials = identity.data::<Credentials>()?;
        let signing = config.load::<SigV4OperationSigningConfig>()?;
        let options = &signing.signing_options;
        if options.signature_type != HttpSignatureType::HttpRequestHeaders
            || options.expires_in.is_some()
            || options.omit_session_token
        {
            return None;
        }
        let (encodes, simplifies) = (options.double_uri_encode, options.normalize_uri_path);
        let is_path_as_sent = flag(endpoint, "disableDoubleEncoding", !encodes)?
            && flag(endpoint, "disableNormalizePath", !simplifies)?;
        let time = clock::stamp(now)?;
        let scope = scope(time.get(..8)?, signing, endpoint, config)?;
        let body = hash_of_body(request, config, options)?;
        let mut added = vec![("x-amz-date", &*time)];
        if let Some(token) = credentials.session_token() {
            added.push((TOKEN, token));
        }
        if options.content_sha256_header {
            added.push(("x-amz-content-sha256", &body));
        }
        let form = canonical::form(request, is_path_as_sent, &added, &body)?;
        let hash = canonical::sha256(form.text.as_bytes());
        let to_sign = format!("{ALGORITHM}\n{time}\n{}\n{hash}", scope.text);
        let signature = self.key.sign(credentials, now, &scope, &to_sign);
        let authorization = format!(
            "{ALGORITHM} Credential={}/{}, SignedHeaders={}, Signature={signature}",
            credentials.access_key_id(),
            scope.text,
            form.signed_headers,
        );
        added.push(("authorization", &authorization));
        add(request, added)
    }
}

/// What a request's key is for. Nothing, where neither the endpoint nor the client says it.
#[inline]
fn scope<'a>(
    day: &str,
    signing: &'a SigV4OperationSigningConfig,
    endpoint: &AuthSchemeEndpointConfig<'a>,
    config: &'a ConfigBag,
) -> Option<Scope<'a>> {
    let region = match endpoint.get("signingRegion") {
        Some(said) => said.as_string(),
        None => {
            let region = config.load::<SigningRegion>().or(signing.region.as_ref());
            region.map(AsRef::as_ref)
        }
    };
    let name = match endpoint.get("signingName") {
        Some(said) => said.as_string(),
        None => {
            let name = config.load::<SigningName>().or(signing.name.as_ref());
            name.map(AsRef::as_ref)
        }
    };
    Some(Scope::new(day, region?, name?))
}

/// What an endpoint says of a path, or else the client. Nothing, where it is no flag.
#[inline]
fn flag(endpoint: &AuthSchemeEndpointConfig<'_>, name: &str, otherwise: bool) -> Option<bool> {
    match endpoint.get(name) {
        Some(said) => said.as_bool(),
        None => Some(otherwise),
    }
}

/// Sets headers of a request: all, or none, where one of them cannot be a header.
#[inline]
fn add(request: &mut HttpRequest, added: Vec<(&'static str, &str)>) -> Option<()> {
    let mut headers = Vec::with_capacity(added.len());
    for (name, text) in added {
        let mut value = HeaderValue::from_str(text).ok()?;
        value.set_sensitive(name == TOKEN);
        headers.push((name, value));
    }
    for (name, value) in headers {
        request.headers_mut().insert(name, value);
    }
    Some(())
}

/// What the signature covers the body with. Nothing, where only the runtime knows.
#[inline]
fn hash_of_body<'a>(
    request: &HttpRequest,
    config: &ConfigBag,
    options: &SigningOptions,
) -> Option<Cow<'a, str>> {
    let forced = config.load::<PayloadSigningOverride>().cloned();
    let forced = forced.map(PayloadSigningOverride::to_signable_body);
    match (
        forced.as_ref().or(options.payload_override.as_ref()),
        request.body().bytes(),
    ) {
        (None, Some(bytes)) => Some(Cow::Owned(canonical::sha256(bytes))),
        (None, None) | (Some(SignableBody::UnsignedPayload), _) => Some(Cow::Borrowed(UNSIGNED)),
        _ => None,
    }
}
