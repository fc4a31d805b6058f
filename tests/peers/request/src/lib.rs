//! The request of `CreateToken` as it leaves a client, sent by a connector alone: what is left of a call
//! where no SDK is.

use std::error::Error;

use aws_smithy_runtime_api::client::http::HttpConnector;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

/// What clients send beside what HTTP wants. Of the signature, the length alone counts.
const HEADERS: [(&str, &str); 8] = [
    ("content-type", "application/x-amz-json-1.1"),
    ("x-amz-target", "AWSLicenseManager.CreateToken"),
    ("user-agent", AGENT),
    ("x-amz-user-agent", AGENT),
    ("x-amz-date", "20261128T120000Z"),
    (
        "authorization",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/us-east-1/license-manager/aws4_request, \
         SignedHeaders=content-type;host;x-amz-date;x-amz-target;x-amz-user-agent, \
         Signature=9bb58f26192e4ba00f01e2e7b136bbd89bb58f26192e4ba00f01e2e7b136bbd8",
    ),
    ("amz-sdk-request", "attempt=1; max=3"),
    (
        "amz-sdk-invocation-id",
        "5b4f0d2e-8f1e-4a0b-9a51-0c7d5f3a6e21",
    ),
];

/// Whoever sends it.
const AGENT: &str = "aws-sdk-rust/1.7.0 ua/2.1 api/licensemanager/1.124.0 os/linux lang/rust/1.95.0 m/E,N,g \
                     md/http#hyper-1.x";

/// What the request says.
const BODY: &str = "{\"LicenseArn\":\"arn:aws:license-manager::123456789012:license:l-0123\",\
                    \"ClientToken\":\"order-4711\"}";

/// Sends it to an address, and reads the answer.
///
/// # Errors
/// Where there is none, or it is no token.
pub async fn send(connector: &impl HttpConnector, address: &str) -> Result<(), Box<dyn Error>> {
    let mut request = http::Request::post(format!("{address}/"));
    for (name, value) in HEADERS {
        request = request.header(name, value);
    }
    let request = HttpRequest::try_from(request.body(SdkBody::from(BODY))?)?;
    let response = connector.call(request).await?;
    if !response.status().is_success() {
        return Err(format!("the answer has the status {}", response.status()).into());
    }
    let answer = ByteStream::new(response.into_body()).collect().await?;
    match answer.into_bytes().starts_with(br#"{"TokenId":"#) {
        true => Ok(()),
        false => Err("the answer is no token".into()),
    }
}
