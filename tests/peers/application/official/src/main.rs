//! Works through a queue of orders with the official crates.

mod work;

use std::error::Error;

use aws_config::BehaviorVersion;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let connector = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    let config = aws_config::defaults(BehaviorVersion::latest()).http_client(connector);
    work::all(&config.load().await).await
}
