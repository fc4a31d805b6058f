//! Every wrong turn on the way from a token to a role: an error of its own where the model has one, else
//! its code.

use std::time::Duration;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::RetryConfig;
use aws_types::request_id::RequestId;
use generated::license_manager::types::{CheckoutType, EntitlementData};
use generated::sts::Error;
use generated::{Settings, license_manager, sts};
use tinsmith_tests::local_license_manager::{License, ReceivedRequest};

use super::{Account, Assume, check_out};
use crate::account::{LICENSE, client, create};

/// The error of a call that is refused.
async fn refusal(call: Assume) -> Error {
    let refused = call.send().await.expect_err("the call is refused");
    refused.into_service_error().expect("an error of STS")
}

#[tokio::test]
async fn a_token_that_has_expired_is_an_error_of_its_own() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    account.licenses.clock().advance(Duration::from_hours(1));
    let refused = account.assume(&token).send().await;
    let refused = refused.expect_err("the token has expired");
    assert_eq!(refused.request_id(), Some("request-00000001"));
    let error = refused.into_service_error().expect("an error of STS");
    assert!(
        matches!(error, Error::ExpiredTokenException(_)),
        "{error:?}"
    );
    assert_eq!(error.code(), Some("ExpiredTokenException"));
    assert_eq!(error.message(), Some("The token has expired"));
}

#[tokio::test]
async fn a_token_for_another_license_or_purpose_is_an_error_of_its_own() {
    let account = Account::new();
    let other = "arn:aws:license-manager::123456789012:license:l-other";
    let refresh = create(&client(&account.licenses), "order-1").send().await;
    let refresh = refresh.expect("the token is created").token;
    for (token, message) in [
        (
            account.access_token(other).await,
            "Incorrect token audience",
        ),
        (
            refresh.expect("there is a token"),
            "The token is no access token",
        ),
    ] {
        let error = refusal(account.assume(&token)).await;
        let Error::InvalidIdentityTokenException(invalid) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(invalid.message.as_deref(), Some(message));
        assert_eq!(error.code(), Some("InvalidIdentityToken"));
    }
}

#[tokio::test]
async fn a_role_that_the_token_does_not_name_is_denied_by_code() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    let call = account.assume(&token);
    let call = call.role_arn("arn:aws:iam::123456789012:role/Administrator");
    let refused = call.send().await.expect_err("the call is refused");
    let status = refused
        .raw_response()
        .map(|response| response.status().as_u16());
    assert_eq!(status, Some(403));
    let error = refused.into_service_error().expect("an error of STS");
    assert_eq!(error.code(), Some("AccessDenied"));
    let message = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    assert_eq!(error.message(), Some(message));
}

#[tokio::test]
async fn an_identity_provider_that_is_out_of_reach_is_asked_again() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    account.sts.lose_identity_provider(1);
    let config = account.sts.sdk_config().into_builder();
    let retry = RetryConfig::standard().with_max_backoff(Duration::from_millis(1));
    let client = sts::Client::new(&config.retry_config(retry).build());
    let call = client.call(account.assume(&token).build());
    call.await.expect("the second try finds the provider");
    let attempts = account.sts.requests();
    let attempts = attempts.iter().map(ReceivedRequest::attempt);
    assert_eq!(attempts.collect::<Vec<_>>(), [Some(1), Some(2)]);

    account.sts.lose_identity_provider(1);
    let once = Settings::new().retry(RetryConfig::disabled());
    let call = account.assume(&token).send().with_settings(&once);
    let refused = call.await.expect_err("there is one try");
    assert!(
        matches!(
            refused.as_service_error(),
            Some(Error::IdpCommunicationErrorException(_))
        ),
        "{refused:?}"
    );
}

#[tokio::test]
async fn policies_that_cannot_be_are_errors_of_their_own() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    let error = refusal(account.assume(&token).policy("no policy")).await;
    assert!(
        matches!(error, Error::MalformedPolicyDocumentException(_)),
        "{error:?}"
    );
    assert_eq!(error.code(), Some("MalformedPolicyDocument"));
    let policy = format!("{{\"Id\": \"{}\"}}", "a".repeat(2048));
    let error = refusal(account.assume(&token).policy(policy)).await;
    assert!(
        matches!(error, Error::PackedPolicyTooLargeException(_)),
        "{error:?}"
    );
    assert_eq!(error.code(), Some("PackedPolicyTooLarge"));
}

#[tokio::test]
async fn credentials_that_have_expired_are_refused_by_code() {
    let account = Account::new();
    let client = account.client_of(account.credentials().await);
    account.licenses.clock().advance(Duration::from_hours(1));
    let refused = check_out(&client).await.expect_err("the session has ended");
    let error = refused
        .into_service_error()
        .expect("an error of the service");
    assert_eq!(error.code(), Some("ExpiredTokenException"));
}

#[tokio::test]
async fn a_role_may_use_no_other_license() {
    let account = Account::new();
    let other = License::new(
        "other-product",
        "arn:aws:license-manager::1:license:l-other",
    );
    account.licenses.issue(other);
    let client = account.client_of(account.credentials().await);
    let call = client.checkout_license().product_sku("other-product");
    let call = call.checkout_type(CheckoutType::Provisional);
    let call = call.key_fingerprint("any").client_token("start-1");
    let refused = call
        .entitlements(Vec::<EntitlementData>::new())
        .send()
        .await;
    let refused = refused.expect_err("the token is for another license");
    assert!(
        matches!(
            refused.as_service_error(),
            Some(license_manager::Error::AccessDeniedException(_))
        ),
        "{refused:?}"
    );
}
