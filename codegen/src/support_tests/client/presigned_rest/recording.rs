//! What botocore has made of calls, and what the client makes of them.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use aws_types::SdkConfig;
use serde_json::Value;

use super::super::service_double::ServiceDouble;
use super::call::{Bedrock, Call, Ebs, Lambda, MediaStore};
use crate::support::client::{Client, Settings};
use crate::support::operation::{Operation, Service};

/// What botocore has made of calls, at one time and with one key.
pub struct Recording(Value);

/// One call.
#[derive(Clone, Debug)]
pub struct Case(Value);

impl Recording {
    pub fn read() -> Self {
        let recording = include_str!("../../../../../tests/fixtures/botocore/presigned.json");
        Self(serde_json::from_str(recording).expect("the recording is what the script writes"))
    }

    pub fn cases(&self) -> impl Iterator<Item = Case> {
        let cases = self.0["cases"].as_array().expect("cases");
        cases.iter().cloned().map(Case)
    }

    pub fn case(&self, name: &str) -> Case {
        let mut cases = self.cases();
        let case = cases.find(|case| case.name() == name);
        case.expect("it is recorded")
    }

    pub async fn presigned(&self, case: &Case) -> http::Request<Vec<u8>> {
        match case.text("service") {
            "lambda" => self.presigned_by(Call::<Lambda>::of(case)).await,
            "mediastore-data" if case.uploads() => {
                self.presigned_by(Call::<MediaStore, true>::of(case)).await
            }
            "mediastore-data" => self.presigned_by(Call::<MediaStore>::of(case)).await,
            "ebs" if case.uploads() => self.presigned_by(Call::<Ebs, true>::of(case)).await,
            "ebs" => self.presigned_by(Call::<Ebs>::of(case)).await,
            "bedrock-runtime" => self.presigned_by(Call::<Bedrock>::of(case)).await,
            other => panic!("the recording has a service {other}"),
        }
    }

    async fn presigned_by<S: Service, const UPLOAD: bool>(
        &self,
        call: Call<S, UPLOAD>,
    ) -> http::Request<Vec<u8>>
    where
        Call<S, UPLOAD>: Operation<Service = S>,
    {
        let text = |name: &str| self.0[name].as_str().expect("a text");
        let case = &call.case;
        let token = case.0["session_token"].as_str().map(str::to_owned);
        let (key, secret) = (text("access_key_id"), text("secret_access_key"));
        let clock = DateTime::from_str(text("clock"), Format::DateTime).expect("a date");
        let clock = SystemTime::try_from(clock).expect("after 1970");
        let (host, _) = case.text("url").split_at(case.host_end());
        let settings = Settings::new()
            .region(text("region").to_owned())
            .endpoint_url(host)
            .credentials(Credentials::new(key, secret, token, None, "recording"))
            .time_source(StaticTimeSource::new(clock));
        let config = SdkConfig::builder().http_client(ServiceDouble::with([]));
        let client = Client::<S>::with_settings(&config.build(), settings);
        let expires_in = case.0["expires_in"].as_u64().expect("seconds");
        let request = client.presign(call, Duration::from_secs(expires_in)).await;
        request.expect("it can be presigned")
    }
}

impl Case {
    pub fn text(&self, name: &str) -> &str {
        self.0[name].as_str().expect("a text")
    }

    pub fn name(&self) -> &str {
        self.text("name")
    }

    pub fn uploads(&self) -> bool {
        ["PutObject", "PutSnapshotBlock"].contains(&self.text("operation"))
    }

    /// Where the path begins in the URL.
    pub fn host_end(&self) -> usize {
        let url = self.text("url");
        let start = "https://".len();
        url[start..].find('/').expect("a path") + start
    }

    /// A member of the input that is a text.
    pub fn member(&self, name: &str) -> Option<String> {
        self.0["input"][name].as_str().map(str::to_owned)
    }

    /// A member of the input that is a number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.0["input"][name].as_i64()
    }
}
