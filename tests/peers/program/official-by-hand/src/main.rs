//! Creates a token with the official SDK, its credentials taken from the environment by hand.

use std::env::var;
use std::error::Error;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_licensemanager::Client;
use aws_sdk_licensemanager::config::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let license = std::env::args().nth(1).ok_or("which license?")?;
    let credentials = Credentials::from_keys(
        var("AWS_ACCESS_KEY_ID")?,
        var("AWS_SECRET_ACCESS_KEY")?,
        var("AWS_SESSION_TOKEN").ok(),
    );
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(var("AWS_REGION")?))
        .credentials_provider(SharedCredentialsProvider::new(credentials));
    config.set_endpoint_url(var("AWS_ENDPOINT_URL").ok());
    let output = Client::new(&config.build())
        .create_token()
        .license_arn(license)
        .client_token("order-4711")
        .send()
        .await?;
    println!("{:?}", output.token_id());
    Ok(())
}
