//! Works through a queue of orders with no generated crate: each call is written by hand, on `reqwest`, `serde`
//! and `aws-sigv4`.

mod aws;
mod services;
mod work;

use std::env::var;
use std::error::Error;

use aws_credential_types::Credentials;

use aws::Aws;

/// Whatever went wrong ends the program.
type Done<T = ()> = Result<T, Box<dyn Error>>;

#[tokio::main]
async fn main() -> Done {
    let credentials = Credentials::from_keys(
        var("AWS_ACCESS_KEY_ID")?,
        var("AWS_SECRET_ACCESS_KEY")?,
        var("AWS_SESSION_TOKEN").ok(),
    );
    let aws = Aws::new(credentials, var("AWS_REGION")?)?;
    work::all(&aws).await
}
