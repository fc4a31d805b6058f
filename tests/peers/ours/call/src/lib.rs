//! One call of `CreateToken` with what is generated, to an HTTP client that answers at once.

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_types::SdkConfig;
use aws_types::region::Region;
use generated::Operation;
use generated::license_manager::{Client, CreateTokenInput, CreateTokenOutput};
use peer_measure::Peer;
use tokio::runtime::Runtime;

/// The license that the token is for.
pub const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123";

/// What the service answers.
pub const ANSWER: &str =
    r#"{"TokenId":"token-17","TokenType":"REFRESH_TOKEN","Token":"eyJhbGciOiJI"}"#;

/// Whom a client calls, and as whom. Official clients take it too.
pub fn config() -> SdkConfig {
    let connector = infallible_client_fn(|_| http::Response::new(ANSWER));
    let credentials = Credentials::from_keys("AKIDEXAMPLE", "a secret", None);
    SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(connector)
        .build()
}

/// Where calls of clients run.
pub fn runtime() -> Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_time().build().expect("a runtime")
}

/// A client's call, the id of whose token it gives.
pub fn caller() -> impl FnMut() -> Option<String> {
    let runtime = runtime();
    let client = Client::new(&config());
    move || {
        let call = client.create_token().license_arn(LICENSE);
        let call = call.client_token("order-4711").send();
        runtime.block_on(call).expect("an answer").token_id
    }
}

/// A request that is made without a client. Where it goes, its caller knows.
pub fn request() -> http::Request<Vec<u8>> {
    let input = CreateTokenInput::builder()
        .license_arn(LICENSE)
        .client_token("order-4711")
        .build();
    input.request().expect("a request")
}

/// An answer that is read without a client.
pub fn read(answer: &http::Response<&'static str>) -> CreateTokenOutput {
    CreateTokenInput::response(&answer.into()).expect("an answer")
}

/// A client's call, and one sans-IO that nothing signs.
pub fn peers() -> Vec<Peer<'static>> {
    let answer = http::Response::new(ANSWER);
    vec![
        Peer::new("call", caller()),
        Peer::new("sans-IO", move || (request(), read(&answer))),
    ]
}
