//! Lists a bucket without a client and without a runtime: `aws-sigv4` signs, `ureq` sends.
//!
//! list_a_bucket BUCKET, with `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_ENDPOINT_URL` where it is
//! not AWS that has the bucket.

use std::env;
use std::error::Error;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4;
use store::s3::endpoint::{self, EndpointSettings as _};
use store::s3::{ListObjectsV2Input, S3};
use store::support::operation::{Response, Service, Signing};
use store::{Operation, Paginated};

const REGION: &str = "us-east-1";

fn main() -> Result<(), Box<dyn Error>> {
    let bucket = env::args().nth(1).ok_or("usage: list_a_bucket BUCKET")?;
    let mut next = Some(
        ListObjectsV2Input::builder()
            .bucket(bucket)
            .max_keys(100)
            .build(),
    );
    while let Some(input) = next {
        let page = call(&input)?;
        next = input.next_input(&page)?;
        for object in page.contents.unwrap_or_default() {
            println!("{}", object.key.unwrap_or_default());
        }
    }
    Ok(())
}

/// Calls any operation of S3 whose messages are in memory.
fn call<O: Operation<Service = S3>>(input: &O) -> Result<O::Output, Box<dyn Error>> {
    let mut request = input.request()?;
    let parameters = input.endpoint_parameters()?.region(REGION);
    let parameters = match env::var("AWS_ENDPOINT_URL") {
        // A server of one's own has one host: the bucket is in the path.
        Ok(url) => parameters.endpoint_url(url).force_path_style(true),
        Err(_) => parameters,
    };
    let endpoint = endpoint::RULES.resolve(&parameters)?;
    *request.uri_mut() = format!("{}{}", endpoint.url(), request.uri()).parse()?;
    sign_with(&mut request, S3::SIGNING)?;

    let agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build();
    let (head, mut body) = ureq::Agent::from(agent).run(request)?.into_parts();
    let response = http::Response::from_parts(head, body.read_to_vec()?);
    Ok(O::response(&Response::from(&response))?)
}

/// Signs a request as a service wants it.
fn sign_with(request: &mut http::Request<Vec<u8>>, wanted: Signing) -> Result<(), Box<dyn Error>> {
    let mut settings = SigningSettings::default();
    if wanted.path_as_sent {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    if wanted.content_sha256 {
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    }
    let secret = env::var("AWS_SECRET_ACCESS_KEY")?;
    let credentials = Credentials::from_keys(env::var("AWS_ACCESS_KEY_ID")?, secret, None);
    let identity = credentials.into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(REGION)
        .name(S3::SIGNING_NAME.unwrap_or_default())
        .time(SystemTime::now())
        .settings(settings)
        .build()?;
    let headers = request.headers().iter();
    let signable = SignableRequest::new(
        request.method().as_str(),
        request.uri().to_string(),
        headers.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))),
        SignableBody::Bytes(request.body()),
    )?;
    let (instructions, _) = sign(signable, &params.into())?.into_parts();
    instructions.apply_to_request_http1x(request);
    Ok(())
}
