//! One call of `CreateToken`, to an HTTP client that answers at once.

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_licensemanager::config::BehaviorVersion;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_types::SdkConfig;
use aws_types::region::Region;
use peer_micro::{Peer, measure};

const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123";
const ANSWER: &str = r#"{"TokenId":"token-17","TokenType":"REFRESH_TOKEN","Token":"eyJhbGciOiJI"}"#;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime");
    let config = config();
    let official = aws_sdk_licensemanager::Client::new(&config);
    let ours = generated::license_manager::Client::new(&config);
    let official = || {
        let call = official.create_token().license_arn(LICENSE);
        let call = call.client_token("order-4711").send();
        runtime.block_on(call).expect("an answer").token_id
    };
    let ours = || {
        let call = ours.create_token().license_arn(LICENSE);
        let call = call.client_token("order-4711").send();
        runtime.block_on(call).expect("an answer").token_id
    };
    assert_eq!(official(), ours());
    measure(vec![
        Peer::new("call: official", official),
        Peer::new("call: Tinsmith", ours),
    ]);
}

fn config() -> SdkConfig {
    let connector = infallible_client_fn(|_| http::Response::new(ANSWER));
    let credentials = Credentials::from_keys("AKIDEXAMPLE", "a secret", None);
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(connector)
        .build()
}
