//! What a test starts with: a License Manager of its own, and a client that calls it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use generated::Settings;
use generated::license_manager::{Client, CreateTokenBuilder, CreateTokenOutput, required};
use tinsmith_tests::local_license_manager::LocalLicenseManager;

pub const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123";

/// A server in a region of its own: the calls of a process to one region share a quota of
/// retries, and no test should use up that of another.
pub fn server() -> LocalLicenseManager {
    static REGIONS: AtomicUsize = AtomicUsize::new(1);
    let region = format!("local-{}", REGIONS.fetch_add(1, Ordering::Relaxed));
    LocalLicenseManager::start_in(&region).expect("loopback can be listened on")
}

/// A client of a server with all defaults, but for the pauses between retries, which are short.
pub fn client(server: &LocalLicenseManager) -> Client {
    client_with(server, Settings::new())
}

/// The same client, with these settings.
pub fn client_with(server: &LocalLicenseManager, settings: Settings) -> Client {
    let config = server.sdk_config().into_builder();
    let retry = RetryConfig::standard().with_max_backoff(Duration::from_millis(1));
    Client::with_settings(&config.retry_config(retry).build(), settings)
}

/// Settings with which a call is tried once.
pub fn tried_once() -> Settings {
    Settings::new().retry(RetryConfig::disabled())
}

/// A call of `CreateToken` with nothing left out.
pub fn create(
    client: &Client,
    client_token: &str,
) -> CreateTokenBuilder<Client, required::Set, required::Set> {
    let call = client.create_token().license_arn(LICENSE);
    call.client_token(client_token)
}

/// A new token's id and the token itself.
pub async fn new_token(client: &Client, client_token: &str) -> (String, String) {
    let created = create(client, client_token).send().await;
    id_and_token(created.expect("the token is created"))
}

pub fn id_and_token(created: CreateTokenOutput) -> (String, String) {
    let id = created.token_id.expect("a token has an id");
    (id, created.token.expect("there is a token"))
}
