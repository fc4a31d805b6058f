//! What botocore sends, as `tests/botocore/record.py` has recorded it.

use std::collections::BTreeMap;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde::Deserialize;
use serde_json::Value;

use crate::inputs::Input;

/// The recorded cases, and the clock and keys that they were signed with.
#[derive(Deserialize)]
pub struct Recording {
    clock: String,
    access_key_id: String,
    secret_access_key: String,
    pub cases: Vec<Case>,
}

/// One call.
#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    operation: String,
    pub region: String,
    pub fips: bool,
    pub dual_stack: bool,
    pub endpoint_url: Option<String>,
    session_token: Option<String>,
    input: Value,
    pub request: Recorded,
}

/// The request that botocore made of a call.
#[derive(Deserialize)]
pub struct Recorded {
    pub method: String,
    pub url: String,
    pub signed_headers: BTreeMap<String, String>,
    pub content_type: String,
    pub authorization: String,
    pub body: String,
}

impl Recording {
    pub fn read() -> Self {
        let recording = include_str!("../../fixtures/botocore/license-manager.json");
        serde_json::from_str(recording).expect("the recording is what the script writes")
    }

    /// The time at which everything was signed.
    pub fn clock(&self) -> SystemTime {
        let clock = DateTime::from_str(&self.clock, Format::DateTime);
        SystemTime::try_from(clock.expect("the clock shows a date")).expect("after 1970")
    }

    /// The credentials that a case was signed with.
    pub fn credentials(&self, case: &Case) -> Credentials {
        let token = case.session_token.clone();
        let (key, secret) = (&self.access_key_id, &self.secret_access_key);
        Credentials::new(key, secret, token, None, "recording")
    }
}

impl Case {
    /// The same call's input, made with the generated crate.
    pub fn input(&self) -> Input {
        Input::of(&self.operation, &self.input)
    }
}

impl Recorded {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("botocore writes JSON")
    }
}
