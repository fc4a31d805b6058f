//! Creates a token with the generated crate, configured by `aws-config`, connected by `ring`.

use std::error::Error;

use aws_config::BehaviorVersion;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use generated::license_manager::Client;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let license = std::env::args().nth(1).ok_or("which license?")?;
    // Credentials are fetched over it, too.
    let connector = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    let config = aws_config::defaults(BehaviorVersion::latest()).http_client(connector);
    let output = Client::new(&config.load().await)
        .create_token()
        .license_arn(license)
        .client_token("order-4711")
        .send()
        .await?;
    println!("{:?}", output.token_id);
    Ok(())
}
