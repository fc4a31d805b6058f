//! `AssumeRoleWithWebIdentity`: a token becomes credentials.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use aws_smithy_types::DateTime;
use generated::Operation;
use generated::double::{Answer, Call, Double};
use generated::sts::{
    AssumeRoleWithWebIdentityInput, AssumeRoleWithWebIdentityOutput, Sts,
    types::{AssumedRoleUser, Credentials},
};
use serde_json::{Map, Value};

use super::credentials;
use super::parameters;
use super::sts_error::StsError;
use super::web_identity::IdentityProvider;
use crate::local_license_manager::service::{Service as LicenseManager, lock};

const DEFAULT_DURATION_SECONDS: i32 = 60 * 60;

/// How many bytes the policies of a session may have.
const MAX_POLICY: usize = 2048;

/// The sessions of roles: what they are made of.
pub(super) struct Sessions {
    license_manager: Arc<LicenseManager>,
    provider: IdentityProvider,
    /// For how many calls the identity provider is out of reach.
    lost_provider: Mutex<usize>,
    opened: AtomicU64,
}

impl Sessions {
    pub(super) fn new(license_manager: Arc<LicenseManager>, provider: IdentityProvider) -> Self {
        Self {
            license_manager,
            provider,
            lost_provider: Mutex::default(),
            opened: AtomicU64::new(0),
        }
    }

    /// A double of the service that opens them.
    pub(super) fn double(self: Arc<Self>) -> Double<Sts> {
        Double::new().on_call(move |call| match self.assume_role(&call) {
            Ok(output) => Answer::Output(output),
            Err(error) => error.into(),
        })
    }

    pub(super) fn lost_provider(&self) -> MutexGuard<'_, usize> {
        lock(&self.lost_provider)
    }

    /// Opens a session.
    ///
    /// # Errors
    /// Where the input is not as the model says, or the token does not open the role.
    fn assume_role(
        &self,
        call: &Call<AssumeRoleWithWebIdentityInput>,
    ) -> Result<AssumeRoleWithWebIdentityOutput, StsError> {
        self.reach_provider()?;
        parameters::check(call)?;
        let input = &call.input;
        let policy_bytes = policies(input)?;
        let lasts = duration(input)?;
        let (account, role) = role(&input.role_arn)?;
        let now = self.license_manager.clock().now();
        let token = &input.web_identity_token;
        let claims = self.provider.verify(token, &input.role_arn, now)?;

        let number = self.opened.fetch_add(1, Ordering::Relaxed) + 1;
        let session = &input.role_session_name;
        let user = AssumedRoleUser::builder()
            .assumed_role_id(format!("AROALOCAL{number:011}:{session}"))
            .arn(format!(
                "arn:aws:sts::{account}:assumed-role/{role}/{session}"
            ));
        let expires = now + lasts;
        let credentials = credentials::of_session(&self.provider.issuer, number, expires);
        let lent = Credentials::builder()
            .access_key_id(credentials.access_key_id())
            .secret_access_key(credentials.secret_access_key())
            .session_token(credentials.session_token().unwrap_or_default())
            .expiration(DateTime::from_secs(DateTime::from(expires).secs()));
        let mut output = AssumeRoleWithWebIdentityOutput::builder()
            .credentials(lent.build())
            .assumed_role_user(user.build())
            .provider(claims.iss)
            .audience(&claims.aud)
            .build();
        output.packed_policy_size = policy_bytes.map(percent_of_max_policy);
        self.license_manager.open_session(credentials, claims.aud);
        Ok(output)
    }

    fn reach_provider(&self) -> Result<(), StsError> {
        let mut lost = self.lost_provider();
        match lost.checked_sub(1) {
            None => Ok(()),
            Some(rest) => {
                *lost = rest;
                let message = "The identity provider does not answer";
                Err(StsError::idp_communication(message))
            }
        }
    }
}

/// How long the session lasts, of an input that is as the model says.
fn duration(input: &AssumeRoleWithWebIdentityInput) -> Result<Duration, StsError> {
    if input.provider_id.is_some() {
        let message = "ProviderId is for OAuth 2.0, and this is an OpenID Connect token";
        return Err(StsError::validation(message));
    }
    input
        .validate()
        .map_err(|violations| StsError::validation(violations.to_string()))?;
    let seconds = input.duration_seconds.unwrap_or(DEFAULT_DURATION_SECONDS);
    let seconds = u64::try_from(seconds).unwrap_or_default();
    Ok(Duration::from_secs(seconds))
}

/// How many bytes the policies of the session have, if there are any. They are read, not obeyed:
/// a session may do nothing here but check out a license.
fn policies(input: &AssumeRoleWithWebIdentityInput) -> Result<Option<usize>, StsError> {
    let inline = input.policy.as_deref();
    let is_policy = |policy| serde_json::from_str::<Map<String, Value>>(policy).is_ok();
    if !inline.is_none_or(is_policy) {
        let message = "The policy is not a JSON object";
        return Err(StsError::malformed_policy(message));
    }
    let managed = input.policy_arns.iter().flatten();
    let managed = managed.filter_map(|policy| policy.arn.as_deref());
    let all: Vec<&str> = managed.chain(inline).collect();
    let bytes = all.iter().map(|policy| policy.len()).sum();
    match all.is_empty() {
        true => Ok(None),
        false if bytes <= MAX_POLICY => Ok(Some(bytes)),
        false => Err(StsError::packed_policy_too_large(
            "The policies are too long",
        )),
    }
}

fn percent_of_max_policy(bytes: usize) -> i32 {
    i32::try_from(bytes * 100 / MAX_POLICY).unwrap_or(100)
}

/// The account and the name of a role.
fn role(arn: &str) -> Result<(&str, &str), StsError> {
    let parts = arn.strip_prefix("arn:aws:iam::");
    let parts = parts.and_then(|rest| rest.split_once(":role/"));
    let (account, path) = parts.ok_or_else(|| StsError::validation("RoleArn is not a role's"))?;
    Ok((account, path.rsplit('/').next().unwrap_or(path)))
}
