//! Works through a queue of orders with the generated crate, configured by `aws-config`.

#[path = "../../work.rs"]
mod work;

use std::error::Error;

use aws_config::BehaviorVersion;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Credentials are fetched over it, too.
    let connector = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    let config = aws_config::defaults(BehaviorVersion::latest()).http_client(connector);
    work::all(&config.load().await).await
}
