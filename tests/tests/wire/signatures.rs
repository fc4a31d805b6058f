//! Signatures, recomputed from what was sent.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;

use crate::recording::Recording;

/// What `aws-sigv4` writes itself.
const OF_THE_SIGNER: [&str; 3] = ["host", "x-amz-date", "x-amz-security-token"];

/// A request as far as its signature covers it.
pub struct Signed<'a> {
    pub url: &'a str,
    pub headers: Vec<(&'a str, &'a str)>,
    pub body: &'a [u8],
}

impl Signed<'_> {
    /// The header `Authorization` of this request, a `POST` to License Manager.
    pub fn authorization(
        &self,
        credentials: Credentials,
        region: &str,
        time: SystemTime,
    ) -> String {
        let identity = credentials.into();
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(region)
            .name("license-manager")
            .time(time)
            .settings(SigningSettings::default())
            .build()
            .expect("everything is set");
        let headers = self.headers.iter().copied();
        let headers = headers.filter(|(name, _)| !OF_THE_SIGNER.contains(name));
        let body = SignableBody::Bytes(self.body);
        let signable = SignableRequest::new("POST", self.url, headers, body);
        let signed = sign(signable.expect("it can be signed"), &params.into());
        let (instructions, _) = signed.expect("it can be signed").into_parts();
        let mut headers = instructions.headers();
        let authorization = headers.find(|(name, _)| *name == "authorization");
        authorization.expect("it is signed").1.to_owned()
    }
}

#[test]
fn the_signature_of_the_recorded_bytes_is_the_one_that_botocore_makes() {
    let recording = Recording::read();
    for case in &recording.cases {
        let headers = case.request.signed_headers.iter();
        let recorded = Signed {
            url: &case.request.url,
            headers: headers.map(|(k, v)| (k.as_str(), v.as_str())).collect(),
            body: case.request.body.as_bytes(),
        };
        let credentials = recording.credentials(case);
        assert_eq!(
            recorded.authorization(credentials, &case.region, recording.clock()),
            case.request.authorization,
            "{}",
            case.name
        );
    }
}
