//! The same calls without a client and without a runtime: operations only turn values into HTTP
//! requests and responses into values. `aws-sigv4` signs and `ureq` sends; any other crates for
//! that would do.

use std::error::Error;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use generated::license_manager::{CreateTokenInput, ListTokensInput, endpoint};
use generated::support::operation::{Response, Service};
use generated::{Operation, Paginated};
use tinsmith_tests::local_license_manager::LocalLicenseManager;

const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123456789abcdef";

fn main() -> Result<(), Box<dyn Error>> {
    let server = LocalLicenseManager::start()?;
    let account = Account {
        endpoint_url: server.endpoint_url(),
        region: "us-east-1",
        credentials: server.credentials(),
    };

    let input = CreateTokenInput::builder()
        .license_arn(LICENSE)
        .client_token("order-4711")
        .expiration_in_days(30);
    println!("Created: {:#?}", account.call(&input.build())?);

    let mut next = Some(ListTokensInput::builder().build());
    while let Some(input) = next {
        let page = account.call(&input)?;
        next = input.next_input(&page)?;
        println!("Tokens: {:#?}", page.tokens.unwrap_or_default());
    }
    Ok(())
}

/// Where to send calls, and as whom.
struct Account<'a> {
    endpoint_url: String,
    region: &'a str,
    credentials: Credentials,
}

impl Account<'_> {
    /// Calls any operation of License Manager.
    fn call<O: Operation>(&self, input: &O) -> Result<O::Output, Box<dyn Error>> {
        let mut request = input.request()?;
        // Without `endpoint_url`, the rules give the service's own endpoint in the region.
        let parameters = input.endpoint_parameters()?.region(self.region);
        let endpoint =
            endpoint::RULES.resolve(&parameters.endpoint_url(self.endpoint_url.as_str()))?;
        let uri = format!("{}{}", endpoint.url().trim_end_matches('/'), request.uri());
        *request.uri_mut() = uri.parse()?;
        let signing_name = O::Service::SIGNING_NAME.unwrap_or_default();
        self.sign(&mut request, signing_name)?;

        let (parts, mut body) = agent().run(request)?.into_parts();
        let response = http::Response::from_parts(parts, body.read_to_vec()?);
        Ok(O::response(&Response::from(&response))?)
    }

    fn sign(
        &self,
        request: &mut http::Request<Vec<u8>>,
        signing_name: &str,
    ) -> Result<(), Box<dyn Error>> {
        let identity = self.credentials.clone().into();
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(self.region)
            .name(signing_name)
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
        let (instructions, _) = sign(signable, &params.into())?.into_parts();
        instructions.apply_to_request_http1x(request);
        Ok(())
    }
}

/// Sends requests. An error status is an answer like any other, which the operation reads.
fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .build()
        .into()
}
