//! The official crate of Transcribe and a client that is generated here: what each sends to a service of ours and
//! reads of it, and what each reads of what the other has written. Both have to be the same.

mod connector;
mod conversations;
mod frames;
mod official;
mod ours;
mod said;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::HttpClient;
use aws_types::SdkConfig;
use aws_types::region::Region;

const ACCESS_KEY_ID: &str = "AKIDEXAMPLE";
const SECRET_ACCESS_KEY: &str = "not a secret";
const REGION: &str = "eu-west-1";

/// Whom clients call, how, and as whom.
fn config(url: &str, http_client: impl HttpClient + 'static) -> SdkConfig {
    let credentials = Credentials::from_keys(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None);
    SdkConfig::builder()
        .region(Region::new(REGION))
        .endpoint_url(url)
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http_client)
        .build()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    conversations::both_send_the_same().await;
    conversations::both_read_the_same().await;
    conversations::both_learn_that_a_chain_is_broken().await;
    conversations::what_fails_is_broken_off_here().await;
    frames::the_official_crate_reads_what_is_written_here().await;
    frames::what_the_official_crate_writes_is_read_here().await;
    println!("streams of events: all is well");
}
