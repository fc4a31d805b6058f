//! Creates a token with the official SDK, as its guide has it.

use std::error::Error;

use aws_config::BehaviorVersion;
use aws_sdk_licensemanager::Client;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let license = std::env::args().nth(1).ok_or("which license?")?;
    let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let output = Client::new(&config)
        .create_token()
        .license_arn(license)
        .client_token("order-4711")
        .send()
        .await?;
    println!("{:?}", output.token_id());
    Ok(())
}
