//! The recordings of the corpus, whose README tells what is in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aws_smithy_types::base64;
use serde::Deserialize;

/// One call.
#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub operation: String,
    requests: Vec<Recorded>,
}

/// The request that botocore made of a call.
#[derive(Deserialize)]
pub struct Recorded {
    pub method: String,
    pub url: String,
    pub headers: BTreeMap<String, String>,
    body_base64: String,
}

/// The calls of a service that were made in CBOR.
pub fn in_cbor(path: &Path) -> Vec<Case> {
    let text = fs::read_to_string(path).expect("the corpus has the recording");
    let recording: serde_json::Value = serde_json::from_str(&text).expect("the recording is JSON");
    let cases = recording["cases"].as_array().expect("a list of cases");
    let in_cbor = cases
        .iter()
        .filter(|case| case["protocol"] == "smithy-rpc-v2-cbor");
    in_cbor
        .map(|case| Case::deserialize(case).expect("a case is as the README says"))
        .collect()
}

impl Case {
    /// Its only request.
    pub fn request(&self) -> &Recorded {
        assert_eq!(self.requests.len(), 1, "{}", self.name);
        &self.requests[0]
    }
}

impl Recorded {
    pub fn body(&self) -> Vec<u8> {
        base64::decode(&self.body_base64).expect("Base64")
    }
}
