//! The whole life of a token: created, listed, exchanged for an access token, deleted.
//!
//! `cargo run --example create_token` needs no AWS account: it starts a License Manager on this
//! machine and calls that. `-- --aws --license-arn ARN` calls the real one, with the credentials
//! and the region that the environment gives.

use std::error::Error;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use aws_config::BehaviorVersion;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use generated::license_manager::{Client, DeleteTokenError};
use jsonwebtoken::dangerous::insecure_decode_claims;
use serde_json::Value;
use tinsmith_tests::local_license_manager::LocalLicenseManager;

const LOCAL_LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123456789abcdef";

const USAGE: &str = "usage: create_token [--aws --license-arn ARN]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        [] => on_this_machine().await,
        ["--aws", "--license-arn", license_arn] | ["--license-arn", license_arn, "--aws"] => {
            on_aws(license_arn).await
        }
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn on_this_machine() -> Result<(), Box<dyn Error>> {
    let server = LocalLicenseManager::start()?;
    println!("A License Manager listens at {}.", server.endpoint_url());
    token_life(&Client::new(&server.sdk_config()), LOCAL_LICENSE).await
}

async fn on_aws(license_arn: &str) -> Result<(), Box<dyn Error>> {
    // `aws-config` with its default features brings a connector by itself.
    let connector = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    let config = aws_config::defaults(BehaviorVersion::latest())
        .http_client(connector)
        .load()
        .await;
    token_life(&Client::new(&config), license_arn).await
}

async fn token_life(client: &Client, license_arn: &str) -> Result<(), Box<dyn Error>> {
    let created = client
        .create_token()
        .license_arn(license_arn)
        .client_token(unique_client_token())
        .expiration_in_days(30)
        .token_properties(["customer=17"])
        .send()
        .await?;
    println!("\nCreated: {created:#?}");
    let token = created.token.ok_or("there is no token in the answer")?;
    let token_id = created.token_id.ok_or("the token has no id")?;
    println!("The token says: {:#}", claims(&token)?);

    show_tokens(client).await?;

    let access = client.get_access_token().token(token).send().await?;
    println!("\nExchanged for an access token: {access:?}");
    let access = access.access_token.ok_or("there is no access token")?;
    println!("The access token says: {:#}", claims(&access)?);

    client.delete_token().token_id(&token_id).send().await?;
    println!("\nDeleted {token_id}.");
    show_tokens(client).await?;

    delete_what_is_not_there(client).await
}

/// Shows every token of the account, whatever the number of pages.
async fn show_tokens(client: &Client) -> Result<(), Box<dyn Error>> {
    println!("\nTokens:");
    let mut tokens = client.list_tokens().paginate().items();
    while let Some(token) = tokens.next().await {
        let token = token?;
        println!(
            "- {} is {} and expires {}",
            token.token_id.as_deref().unwrap_or("(no id)"),
            token.status.as_deref().unwrap_or("(no status)"),
            token.expiration_time.as_deref().unwrap_or("(never)"),
        );
    }
    Ok(())
}

/// Shows how an error of the service arrives: as a variant of the operation's own enum.
async fn delete_what_is_not_there(client: &Client) -> Result<(), Box<dyn Error>> {
    let deletion = client.delete_token().token_id("token-of-nobody");
    let Err(error) = deletion.send().await else {
        println!("\nA token that nobody created could be deleted.");
        return Ok(());
    };
    match error.as_service_error() {
        Some(DeleteTokenError::ResourceNotFoundException(error)) => {
            println!("\nNot deleted, since it does not exist: {error}");
            Ok(())
        }
        _ => Err(error.into()),
    }
}

/// What a token says, for people to read: nothing here checks that it is genuine.
fn claims(token: &str) -> Result<Value, Box<dyn Error>> {
    Ok(insecure_decode_claims(token)?)
}

/// A new one for each run, so that a second run creates a second token.
fn unique_client_token() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    format!("example-{}", now.unwrap_or_default().as_nanos())
}
