//! What License Manager's tokens are for: software that has no AWS credentials checks out a license.
//!
//! `cargo run --example token_to_role` needs no AWS account: License Manager and STS are two servers
//! on this machine. Who issues a license creates a refresh token, and gets an access token for it.
//! With that the software assumes a role, by a call that is not signed, and with the role's
//! credentials it checks out the license. Nothing secret is printed.

use std::error::Error;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use generated::license_manager::types::{CheckoutType, EntitlementData, EntitlementDataUnit};
use generated::{license_manager, sts};
use tinsmith_tests::local_license_manager::{License, LocalLicenseManager};
use tinsmith_tests::local_sts::LocalSts;

const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123456789abcdef";
const ROLE: &str = "arn:aws:iam::123456789012:role/LicenseConsumption";
const OTHER_ROLE: &str = "arn:aws:iam::123456789012:role/Administrator";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let licenses = LocalLicenseManager::start()?;
    licenses.issue(License::new("editor-pro", LICENSE).entitlement("Seats", 5));
    let sts = LocalSts::start(&licenses, [LICENSE])?;
    println!("License Manager listens at {}.", licenses.endpoint_url());
    println!("STS listens at {}.", sts.endpoint_url());

    let token = access_token(&license_manager::Client::new(&licenses.sdk_config())).await?;

    // From here on nobody knows the account's credentials.
    let sts = sts::Client::new(&sts.sdk_config());
    let credentials = assume_role(&sts, &token).await?;
    let config = licenses.sdk_config().into_builder();
    let config = config.credentials_provider(SharedCredentialsProvider::new(credentials));
    check_out(&license_manager::Client::new(&config.build())).await?;

    assume_another_role(&sts, &token).await
}

/// A refresh token for the license and the role, exchanged for an access token.
async fn access_token(client: &license_manager::Client) -> Result<String, Box<dyn Error>> {
    let created = client
        .create_token()
        .license_arn(LICENSE)
        .client_token("order-4711")
        .role_arns([ROLE])
        .send()
        .await?;
    println!("\nCreated: {created:#?}");
    let token = created.token.ok_or("there is no token in the answer")?;
    let access = client.get_access_token().token(token).send().await?;
    println!("\nExchanged for an access token: {access:?}");
    Ok(access.access_token.ok_or("there is no access token")?)
}

/// The role's credentials, as clients take them.
async fn assume_role(client: &sts::Client, token: &str) -> Result<Credentials, Box<dyn Error>> {
    let session = client
        .assume_role_with_web_identity()
        .role_arn(ROLE)
        .role_session_name("editor-1")
        .web_identity_token(token)
        .duration_seconds(900)
        .send()
        .await?;
    println!("\nAssumed a role: {session:#?}");
    let credentials = session.credentials.ok_or("there are no credentials")?;
    println!("Its credentials end at {}.", credentials.expiration);
    Ok(Credentials::new(
        credentials.access_key_id,
        credentials.secret_access_key,
        Some(credentials.session_token),
        Some(SystemTime::try_from(credentials.expiration)?),
        "AssumeRoleWithWebIdentity",
    ))
}

async fn check_out(client: &license_manager::Client) -> Result<(), Box<dyn Error>> {
    let seats = EntitlementData::builder()
        .name("Seats")
        .value("2")
        .unit(EntitlementDataUnit::Count);
    let checkout = client
        .checkout_license()
        .product_sku("editor-pro")
        .checkout_type(CheckoutType::Provisional)
        .key_fingerprint("aws:123456789012:Example:issuer-fingerprint")
        .entitlements([seats])
        .client_token("start-1")
        .send()
        .await?;
    println!(
        "\nChecked out {} until {}.",
        checkout.license_arn.as_deref().unwrap_or("(no license)"),
        checkout.expiration.as_deref().unwrap_or("(no end)"),
    );
    Ok(())
}

/// Shows how an error arrives that the model does not have: by its code.
async fn assume_another_role(client: &sts::Client, token: &str) -> Result<(), Box<dyn Error>> {
    let assumed = client
        .assume_role_with_web_identity()
        .role_arn(OTHER_ROLE)
        .role_session_name("editor-1")
        .web_identity_token(token)
        .send()
        .await;
    let Err(error) = assumed else {
        println!("\nA role that the token does not name could be assumed.");
        return Ok(());
    };
    match error.as_service_error() {
        Some(refusal) if refusal.code() == Some("AccessDenied") => {
            println!("\nNo other role can be assumed: {error}");
            Ok(())
        }
        _ => Err(error.into()),
    }
}
