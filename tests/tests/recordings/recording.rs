//! The recordings of the corpus, whose README tells what is in them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use tinsmith_tests::corpus;
use tinsmith_tests::workspace::read;

/// The calls of a service.
pub struct Recording {
    /// The service, as botocore calls it.
    pub service: String,
    /// The token that a call has where its input lacks one.
    pub idempotency_token: String,
    pub cases: Vec<Case>,
}

/// One call.
#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub operation: String,
    pub protocol: String,
    pub input: Value,
    /// None where the request was presigned, and is a URL.
    #[serde(default)]
    pub requests: Vec<Recorded>,
    pub presigned_url: Option<String>,
}

/// The request that botocore made of a call.
#[derive(Deserialize)]
pub struct Recorded {
    pub method: String,
    pub url: String,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    body: Option<String>,
    body_base64: Option<String>,
}

impl Recording {
    /// All of a folder, in the order of their names.
    pub fn all(folder: &Path) -> Vec<Self> {
        let recordings = corpus::models(folder).into_iter().map(|path| {
            let service = path.file_stem().and_then(|stem| stem.to_str());
            let recording: Value = serde_json::from_str(&read(&path)).expect("JSON");
            let token = recording["idempotency_token"].as_str();
            let cases = Vec::deserialize(&recording["cases"]);
            Self {
                service: service.expect("the name of a file is UTF-8").to_owned(),
                idempotency_token: token.expect("there is a token").to_owned(),
                cases: cases.expect("cases are as the README says"),
            }
        });
        recordings.collect()
    }
}

impl Recorded {
    /// A header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    /// A parameter of the query.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let (_, query) = self.url.split_once('?')?;
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The body as the test of a model has it: bytes are Base64 there.
    pub fn body(&self) -> &str {
        let body = self.body.as_deref().or(self.body_base64.as_deref());
        body.unwrap_or_default()
    }
}
