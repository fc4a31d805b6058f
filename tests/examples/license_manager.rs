//! A License Manager on this machine that stays until it is stopped: for programs of your own, and for
//! the AWS command line.
//!
//! `cargo run --example license_manager` prints the line that makes a program call it. What it keeps is
//! gone when it stops. It has one license, with five seats of an editor.

use std::error::Error;

use tinsmith_tests::local_license_manager::{License, LocalLicenseManager};

const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123456789abcdef";

fn main() -> Result<(), Box<dyn Error>> {
    let server = LocalLicenseManager::start()?;
    server.issue(License::new("editor-pro", LICENSE).entitlement("Seats", 5));
    let credentials = server.credentials();
    println!(
        "A License Manager stays at {} until Ctrl+C. It has",
        server.endpoint_url()
    );
    println!("the license {LICENSE}.");
    println!("Programs that begin with `aws_config::load_from_env` call it after this line:\n");
    println!(
        "export AWS_ENDPOINT_URL_LICENSE_MANAGER={} AWS_REGION={} AWS_ACCESS_KEY_ID={} \
         AWS_SECRET_ACCESS_KEY={}",
        server.endpoint_url(),
        server.region(),
        credentials.access_key_id(),
        credentials.secret_access_key(),
    );
    loop {
        std::thread::park();
    }
}
