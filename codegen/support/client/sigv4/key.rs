//! The key that requests are signed with, kept for as long as it stays the same: for a day, of one
//! caller, one region and one service.

use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use zeroize::Zeroizing;

/// What a key is for, beside who has it.
pub(super) struct Scope<'a> {
    region: &'a str,
    service: &'a str,
    /// `20260131/us-east-1/sts/aws4_request`
    pub(super) text: String,
}

impl<'a> Scope<'a> {
    /// The scope of a day, given as `20260131`.
    #[inline]
    pub(super) fn new(day: &str, region: &'a str, service: &'a str) -> Self {
        Self {
            region,
            service,
            text: [day, "/", region, "/", service, "/aws4_request"].concat(),
        }
    }
}

/// The key of the last call, which the next one mostly has too.
#[derive(Default)]
pub(super) struct KeptKey(Mutex<Option<Kept>>);

/// A key, which is wiped when it is replaced or dropped, as the credentials are that it is from.
struct Kept {
    credentials: Credentials,
    scope: String,
    key: Zeroizing<Vec<u8>>,
}

impl KeptKey {
    /// Signs a text at a time that is within the scope's day.
    #[inline]
    pub(super) fn sign(
        &self,
        credentials: &Credentials,
        now: SystemTime,
        scope: &Scope<'_>,
        text: &str,
    ) -> String {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = match &*kept {
            Some(kept) if kept.scope == scope.text && kept.credentials == *credentials => &kept.key,
            _ => {
                let secret = credentials.secret_access_key();
                let key = generate_signing_key(secret, now, scope.region, scope.service);
                let made = Kept {
                    credentials: credentials.clone(),
                    scope: scope.text.clone(),
                    key: Zeroizing::new(key.as_ref().to_vec()),
                };
                &kept.insert(made).key
            }
        };
        calculate_signature(key, text.as_bytes())
    }
}
