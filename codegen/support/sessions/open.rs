//! The sessions that are open.

use std::error::Error as StdError;
use std::fmt;
use std::iter;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_runtime::auth::sigv4;
use aws_smithy_runtime::expiring_cache::ExpiringCache;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, IdentityFuture, ResolveCachedIdentity as _, ResolveIdentity,
    SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::runtime_components::{
    GetIdentityResolver as _, RuntimeComponents,
};
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::SdkConfig;

use super::OpensSession;
use crate::support::client::{Client, Settings, endpoint_parameter, own_settings};

/// How many sessions are kept. Those that were not used for the longest time make room.
const LIMIT: usize = 100;

/// How long before its end a session is not used any more.
const BEFORE_ITS_END: Duration = Duration::from_secs(10);

/// The sessions of a client, which opens them with calls of the operation `O`.
pub(super) struct Sessions<O> {
    config: SdkConfig,
    settings: Settings,
    /// The last is the one that was used last.
    open: Mutex<Vec<Session>>,
    operation: PhantomData<fn() -> O>,
}

/// A session, be it open or not yet. Its clones are the same session.
#[derive(Clone)]
struct Session {
    scope: String,
    caller: Credentials,
    /// Who waits for a session that somebody else opens gets that one.
    credentials: ExpiringCache<Identity, BoxError>,
    /// The token of its credentials.
    token: Arc<Mutex<Option<String>>>,
}

impl<O> Sessions<O> {
    pub(super) fn new(config: &SdkConfig, settings: &Settings) -> Self {
        Self {
            config: config.clone(),
            settings: settings.clone(),
            open: Mutex::default(),
            operation: PhantomData,
        }
    }

    /// The session of this caller for this value.
    fn session(&self, scope: String, caller: &Credentials) -> Session {
        let mut open = locked(&self.open);
        let mut known = open.iter();
        let place = known.position(|one| one.scope == scope && one.caller == *caller);
        let session = match place {
            Some(place) => open.remove(place),
            None => Session {
                scope,
                caller: caller.clone(),
                credentials: ExpiringCache::new(BEFORE_ITS_END),
                token: Arc::default(),
            },
        };
        if open.len() == LIMIT {
            open.remove(0);
        }
        open.push(session.clone());
        session
    }

    /// Forgets the session that has this token: the next call opens another.
    #[inline]
    pub(super) fn forget(&self, token: &str) {
        let mut open = locked(&self.open);
        open.retain(|session| locked(&session.token).as_deref() != Some(token));
    }
}

impl<O: OpensSession> Sessions<O> {
    async fn resolve(
        &self,
        components: &RuntimeComponents,
        config: &ConfigBag,
    ) -> Result<Identity, BoxError> {
        let Some(scope) = endpoint_parameter(config, O::SCOPE) else {
            return Err(NoSession::of::<O>("the call does not say what it is for").into());
        };
        let Some(resolver) = components.identity_resolver(sigv4::SCHEME_ID) else {
            return Err(NoSession::of::<O>("there are no credentials").into());
        };
        let caller = identity_of(&resolver, components, config).await?;
        let Some(credentials) = caller.data::<Credentials>() else {
            return Err(NoSession::of::<O>("callers are known by other than credentials").into());
        };
        let session = self.session(scope.clone(), credentials);
        let now = components.time_source().unwrap_or_default().now();
        if let Some(open) = session.credentials.yield_or_clear_if_expired(now).await {
            return Ok(open);
        }
        let opening = || async {
            let credentials = self.open(scope, resolver, components, config).await?;
            *locked(&session.token) = credentials.session_token().map(str::to_owned);
            // One that does not say when it ends serves those who wait for it alone.
            let end = credentials.expiry().unwrap_or(now);
            Ok::<(Identity, SystemTime), BoxError>((credentials.into(), end))
        };
        session.credentials.get_or_load(opening).await
    }

    async fn open(
        &self,
        scope: String,
        caller: SharedIdentityResolver,
        components: &RuntimeComponents,
        config: &ConfigBag,
    ) -> Result<Credentials, BoxError> {
        let mut of_call = own_settings(config);
        let mut of_client = self.settings.clone();
        for settings in [&mut of_call, &mut of_client] {
            // Neither another connection nor the same credentials once more.
            settings
                .components
                .set_http_client(components.http_client());
            let cache = components.identity_cache();
            settings.components.set_identity_cache(Some(cache));
            let caller = caller.clone();
            settings
                .components
                .set_identity_resolver(sigv4::SCHEME_ID, caller);
        }
        of_call.components.set_interceptors(iter::empty());
        let client = Client::<O::Service>::with_settings(&self.config, of_client);
        match client.call(O::of(scope)).with_settings(&of_call).await {
            Ok(output) => O::credentials(output)
                .ok_or_else(|| NoSession::of::<O>("the answer has no credentials").into()),
            Err(error) => Err(NoSession::of::<O>(error).into()),
        }
    }
}

/// Who calls.
#[inline]
async fn identity_of(
    resolver: &SharedIdentityResolver,
    components: &RuntimeComponents,
    config: &ConfigBag,
) -> Result<Identity, BoxError> {
    if resolver.cache_location() == IdentityCacheLocation::IdentityResolver {
        return resolver.resolve_identity(components, config).await;
    }
    let cache = components.identity_cache();
    let cached = cache.resolve_cached_identity(resolver.clone(), components, config);
    cached.await
}

#[inline]
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the credentials of a session in place of those of the caller.
#[derive(Debug)]
pub(super) struct OfSession<O>(pub(super) Arc<Sessions<O>>);

impl<O: OpensSession> ResolveIdentity for OfSession<O> {
    #[inline]
    fn resolve_identity<'a>(
        &'a self,
        components: &'a RuntimeComponents,
        config: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::new(Box::pin(self.0.resolve(components, config)))
    }

    #[inline]
    fn cache_location(&self) -> IdentityCacheLocation {
        IdentityCacheLocation::IdentityResolver
    }
}

impl<O> fmt::Debug for Sessions<O> {
    /// Without what is open: it can be signed with.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions").finish_non_exhaustive()
    }
}

/// No session was opened.
#[derive(Debug)]
struct NoSession {
    operation: &'static str,
    source: BoxError,
}

impl NoSession {
    fn of<O: OpensSession>(source: impl Into<BoxError>) -> Self {
        Self {
            operation: O::NAME,
            source: source.into(),
        }
    }
}

impl fmt::Display for NoSession {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` opened no session", self.operation)
    }
}

impl StdError for NoSession {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
