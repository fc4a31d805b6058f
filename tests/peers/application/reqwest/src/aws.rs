//! What all services have in common: where they are, signatures, and answers that are errors.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4;
use http::Request;

use crate::Done;

/// Whom requests come from, and where they go.
pub struct Aws {
    http: reqwest::Client,
    credentials: Credentials,
    region: String,
}

/// A request of a service, which nobody has signed.
pub type Unsigned = Request<Vec<u8>>;

impl Aws {
    /// Of these credentials, in this region.
    pub fn new(credentials: Credentials, region: String) -> Done<Self> {
        // Whoever was first has set the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Ok(Self {
            http: reqwest::Client::builder().build()?,
            credentials,
            region,
        })
    }

    /// The address of a service, e.g. `https://sts.eu-west-1.amazonaws.com`.
    pub fn endpoint(&self, service: &str) -> String {
        format!("https://{service}.{}.amazonaws.com", self.region)
    }

    /// Signs a request to a service and sends it: the body of the answer.
    pub async fn send(&self, service: &str, mut request: Unsigned) -> Done<Vec<u8>> {
        self.sign(service, &mut request, SystemTime::now())?;
        let response = self.http.execute(request.try_into()?).await?;
        let status = response.status();
        let body = response.bytes().await?;
        if !status.is_success() {
            return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
        }
        Ok(body.into())
    }

    /// Signs a request.
    pub fn sign(&self, service: &str, request: &mut Unsigned, time: SystemTime) -> Done {
        let identity = self.credentials.clone().into();
        let parameters = v4::SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name(service)
            .time(time)
            .settings(settings(service))
            .build()?;
        let headers = request.headers().iter();
        let signable = SignableRequest::new(
            request.method().as_str(),
            request.uri().to_string(),
            headers.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))),
            SignableBody::Bytes(request.body()),
        )?;
        let (instructions, _) = sign(signable, &parameters.into())?.into_parts();
        instructions.apply_to_request_http1x(request);
        Ok(())
    }
}

/// S3 wants paths as they are, and the checksum of the body in a header.
fn settings(service: &str) -> SigningSettings {
    let mut settings = SigningSettings::default();
    if service == "s3" {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    settings
}

#[cfg(test)]
pub mod tests {
    use std::time::Duration;

    use super::*;

    /// One whose requests tests look at.
    pub fn aws() -> Aws {
        let credentials = Credentials::from_keys("AKIDEXAMPLE", "a secret", None);
        Aws::new(credentials, "eu-west-1".to_owned()).expect("a client")
    }

    #[test]
    fn a_request_is_signed_for_its_service_and_that_of_s3_has_its_checksum() {
        let signed = |service| {
            let request = Request::post("https://localhost/a%20b");
            let mut request = request.body(b"body".to_vec()).expect("a request");
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_867_200);
            aws()
                .sign(service, &mut request, time)
                .expect("a signature");
            request
        };
        let sqs = signed("sqs");
        let authorization = sqs.headers()["authorization"].to_str().expect("text");
        let credential =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/eu-west-1/sqs/aws4_request, ";
        assert!(authorization.starts_with(credential), "{authorization}");
        assert!(!sqs.headers().contains_key("x-amz-content-sha256"));
        let checksum = "230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5";
        assert_eq!(signed("s3").headers()["x-amz-content-sha256"], checksum);
    }
}
