//! `AssumeRoleWithWebIdentity`: a token becomes credentials.

use std::time::{Duration, SystemTime};

use serde_json::{Map, Value};

use super::credentials;
use super::sts_error::StsError;
use super::web_identity::IdentityProvider;
use super::wire::{Form, element, text};
use crate::local_license_manager::clock::{date, seconds};
use crate::local_license_manager::service::Service as LicenseManager;

const DEFAULT_DURATION_SECONDS: u64 = 60 * 60;

/// How many bytes the policies of a session may have.
const MAX_POLICY: usize = 2048;

/// What a call asks for.
struct Input {
    role_arn: String,
    role_session_name: String,
    web_identity_token: String,
    lasts: Duration,
    policy_bytes: Option<usize>,
}

impl Input {
    /// Takes the members of the input out of a form.
    fn read(mut form: Form) -> Result<Self, StsError> {
        let role_arn = form.require("RoleArn")?;
        let role_session_name = form.require("RoleSessionName")?;
        let web_identity_token = form.require("WebIdentityToken")?;
        let lasts = duration(form.take("DurationSeconds"))?;
        let policy_bytes = policies(&mut form)?;
        if form.take("ProviderId").is_some() {
            let message = "ProviderId is for OAuth 2.0, and this is an OpenID Connect token";
            return Err(StsError::validation(message));
        }
        form.finish()?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-".contains(c);
        if !(2..=64).contains(&role_session_name.len()) || !role_session_name.chars().all(is_name) {
            return Err(StsError::validation("RoleSessionName is not a name"));
        }
        Ok(Self {
            role_arn,
            role_session_name,
            web_identity_token,
            lasts,
            policy_bytes,
        })
    }
}

fn duration(seconds: Option<String>) -> Result<Duration, StsError> {
    let seconds = match seconds {
        Some(seconds) => seconds.parse().ok(),
        None => Some(DEFAULT_DURATION_SECONDS),
    };
    let seconds = seconds.filter(|seconds| (900..=43200).contains(seconds));
    let seconds = seconds.ok_or_else(|| {
        StsError::validation("DurationSeconds must be a number from 900 to 43200")
    })?;
    Ok(Duration::from_secs(seconds))
}

/// How many bytes the policies of the session have, if there are any. They are read, not obeyed:
/// a session may do nothing here but check out a license.
fn policies(form: &mut Form) -> Result<Option<usize>, StsError> {
    let inline = form.take("Policy");
    if let Some(policy) = &inline {
        let is_policy = serde_json::from_str::<Map<String, Value>>(policy).is_ok();
        if !is_policy {
            return Err(StsError::malformed_policy(
                "The policy is not a JSON object",
            ));
        }
    }
    let managed = (1..).map_while(|n| form.take(&format!("PolicyArns.member.{n}.arn")));
    let all: Vec<String> = managed.chain(inline).collect();
    let bytes = all.iter().map(String::len).sum();
    match all.is_empty() {
        true => Ok(None),
        false if bytes <= MAX_POLICY => Ok(Some(bytes)),
        false => Err(StsError::packed_policy_too_large(
            "The policies are too long",
        )),
    }
}

/// The members of the result.
///
/// # Errors
/// Where the input is not as the model says, or the token does not open the role.
pub(super) fn call(
    form: Form,
    provider: &IdentityProvider,
    license_manager: &LicenseManager,
    number: u64,
) -> Result<Vec<String>, StsError> {
    let now = license_manager.clock().now();
    let input = Input::read(form)?;
    let (account, role) = role(&input.role_arn)?;
    let claims = provider.verify(&input.web_identity_token, &input.role_arn, now)?;

    let session = &input.role_session_name;
    let user = [
        text("AssumedRoleId", &format!("AROALOCAL{number:011}:{session}")),
        text(
            "Arn",
            &format!("arn:aws:sts::{account}:assumed-role/{role}/{session}"),
        ),
    ];
    let expires = now + input.lasts;
    let credentials = credentials::of_session(&provider.issuer, number, expires);
    let mut members = vec![
        element(
            "Credentials",
            &[
                text("AccessKeyId", credentials.access_key_id()),
                text("SecretAccessKey", credentials.secret_access_key()),
                text(
                    "SessionToken",
                    credentials.session_token().unwrap_or_default(),
                ),
                text("Expiration", &expiration(expires)?),
            ],
        ),
        element("AssumedRoleUser", &user),
        text("Provider", &claims.iss),
        text("Audience", &claims.aud),
    ];
    members.extend(
        input
            .policy_bytes
            .map(|bytes| text("PackedPolicySize", &(bytes * 100 / MAX_POLICY).to_string())),
    );
    license_manager.open_session(credentials, claims.aud);
    Ok(members)
}

fn expiration(time: SystemTime) -> Result<String, StsError> {
    date(seconds(time)).ok_or_else(|| StsError::validation("there is no such time"))
}

/// The account and the name of a role.
fn role(arn: &str) -> Result<(&str, &str), StsError> {
    let parts = arn.strip_prefix("arn:aws:iam::");
    let parts = parts.and_then(|rest| rest.split_once(":role/"));
    let (account, path) = parts.ok_or_else(|| StsError::validation("RoleArn is not a role's"))?;
    Ok((account, path.rsplit('/').next().unwrap_or(path)))
}
