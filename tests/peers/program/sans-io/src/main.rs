//! Creates a token without a client and without a runtime: the generated crate makes the request
//! and reads the answer, `aws-sigv4` signs, `ureq` sends.

use std::env::var;
use std::error::Error;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use generated::Operation;
use generated::license_manager::{CreateTokenInput, endpoint};
use generated::support::operation::Response;

fn main() -> Result<(), Box<dyn Error>> {
    let license = std::env::args().nth(1).ok_or("which license?")?;
    let credentials = Credentials::from_keys(
        var("AWS_ACCESS_KEY_ID")?,
        var("AWS_SECRET_ACCESS_KEY")?,
        var("AWS_SESSION_TOKEN").ok(),
    );
    let region = var("AWS_REGION")?;
    let input = CreateTokenInput::builder()
        .license_arn(license)
        .client_token("order-4711")
        .build();
    let mut request = input.request()?;
    let parameters = input.endpoint_parameters()?.region(region.as_str());
    let endpoint = endpoint::RULES.resolve(&parameters)?;
    let uri = format!("{}{}", endpoint.url().trim_end_matches('/'), request.uri());
    *request.uri_mut() = uri.parse()?;
    sign_request(&mut request, credentials, &region)?;

    let agent = ureq::Agent::config_builder().http_status_as_error(false);
    let agent: ureq::Agent = agent.build().into();
    let (parts, mut body) = agent.run(request)?.into_parts();
    let response = http::Response::from_parts(parts, body.read_to_vec()?);
    let output = CreateTokenInput::response(&Response::from(&response))?;
    println!("{:?}", output.token_id);
    Ok(())
}

fn sign_request(
    request: &mut http::Request<Vec<u8>>,
    credentials: Credentials,
    region: &str,
) -> Result<(), Box<dyn Error>> {
    let identity = credentials.into();
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name("license-manager")
        .time(SystemTime::now())
        .settings(SigningSettings::default())
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
