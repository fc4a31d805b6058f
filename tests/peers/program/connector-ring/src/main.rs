//! Sends the request of `CreateToken` with an HTTPS connector on `ring`, and without an SDK.

use std::error::Error;

use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::var("AWS_ENDPOINT_URL")?;
    let connector = Connector::builder().tls_provider(Provider::Rustls(CryptoMode::Ring));
    peer_request::send(&connector.build(), &address).await
}
