//! Works through a queue of orders with the generated crate, its credentials taken from the
//! environment by hand.

#[path = "../../work.rs"]
mod work;

use std::env::var;
use std::error::Error;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_types::SdkConfig;
use aws_types::region::Region;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let credentials = Credentials::from_keys(
        var("AWS_ACCESS_KEY_ID")?,
        var("AWS_SECRET_ACCESS_KEY")?,
        var("AWS_SESSION_TOKEN").ok(),
    );
    let config = SdkConfig::builder()
        .region(Region::new(var("AWS_REGION")?))
        .credentials_provider(SharedCredentialsProvider::new(credentials));
    work::all(&config.build()).await
}
