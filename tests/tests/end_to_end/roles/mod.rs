//! From a token to a role: an access token of License Manager assumes a role at STS, and the role's
//! credentials check out a license.

mod refusals;

use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials as Identity;
use aws_credential_types::provider::SharedCredentialsProvider;
use generated::CallError;
use generated::license_manager::types::{CheckoutType, EntitlementData, EntitlementDataUnit};
use generated::license_manager::{self, CheckoutLicenseOutput};
use generated::sts::types::{Credentials, PolicyDescriptorType};
use generated::sts::{self, AssumeRoleWithWebIdentityBuilder, required};
use tinsmith_tests::local_license_manager::{License, LocalLicenseManager};
use tinsmith_tests::local_sts::LocalSts;

use crate::account::{LICENSE, client, create, server};

const ROLE: &str = "arn:aws:iam::123456789012:role/licenses/Consumption";

type Assume =
    AssumeRoleWithWebIdentityBuilder<sts::Client, required::Set, required::Set, required::Set>;

/// Both services, with a license for five seats.
struct Account {
    licenses: LocalLicenseManager,
    sts: LocalSts,
    client: sts::Client,
}

impl Account {
    fn new() -> Self {
        let licenses = server();
        licenses.issue(License::new("editor-pro", LICENSE).entitlement("Seats", 5));
        let sts = LocalSts::start(&licenses, [LICENSE]).expect("loopback can be listened on");
        let client = sts::Client::new(&sts.sdk_config());
        Self {
            licenses,
            sts,
            client,
        }
    }

    /// An access token for a license, which names the role.
    async fn access_token(&self, license: &str) -> String {
        let client = client(&self.licenses);
        let call = create(&client, license).license_arn(license);
        let created = call.role_arns([ROLE]).send().await;
        let refresh = created.expect("the token is created").token;
        let refresh = refresh.expect("there is a token");
        let access = client.get_access_token().token(refresh).send().await;
        let access = access.expect("the token is good").access_token;
        access.expect("there is an access token")
    }

    /// A call that assumes the role, with nothing left out.
    fn assume(&self, token: &str) -> Assume {
        let call = self.client.assume_role_with_web_identity();
        let call = call.role_arn(ROLE).role_session_name("editor-1");
        call.web_identity_token(token)
    }

    async fn credentials(&self) -> Credentials {
        let token = self.access_token(LICENSE).await;
        let session = self.assume(&token).send().await;
        let session = session.expect("the token opens the role");
        session.credentials.expect("there are credentials")
    }

    /// A client of License Manager with a role's credentials.
    fn client_of(&self, credentials: Credentials) -> license_manager::Client {
        let expiration = SystemTime::try_from(credentials.expiration).expect("a time");
        let identity = Identity::new(
            credentials.access_key_id,
            credentials.secret_access_key,
            Some(credentials.session_token),
            Some(expiration),
            "the role",
        );
        let config = self.licenses.sdk_config().into_builder();
        let config = config.credentials_provider(SharedCredentialsProvider::new(identity));
        license_manager::Client::new(&config.build())
    }
}

/// Checks out two seats.
async fn check_out(
    client: &license_manager::Client,
) -> Result<CheckoutLicenseOutput, CallError<license_manager::Error>> {
    let seats = EntitlementData::builder()
        .name("Seats")
        .value("2")
        .unit(EntitlementDataUnit::Count);
    let call = client.checkout_license().product_sku("editor-pro");
    let call = call.checkout_type(CheckoutType::Provisional);
    let call = call.key_fingerprint("aws:123456789012:Example:issuer-fingerprint");
    let call = call.entitlements([seats]).client_token("start-1");
    call.send().await
}

#[tokio::test]
async fn an_access_token_opens_its_role_and_the_role_its_license() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    let session = account.assume(&token).send().await;
    let session = session.expect("the token opens the role");
    let user = session.assumed_role_user.expect("there is a user");
    assert_eq!(
        user.arn,
        "arn:aws:sts::123456789012:assumed-role/Consumption/editor-1"
    );
    assert_eq!(session.audience.as_deref(), Some(LICENSE));
    assert_eq!(session.provider, Some(account.licenses.endpoint_url()));

    let client = account.client_of(session.credentials.expect("there are credentials"));
    let checkout = check_out(&client).await.expect("the license is free");
    assert_eq!(checkout.license_arn.as_deref(), Some(LICENSE));
}

#[tokio::test]
async fn assuming_a_role_needs_no_credentials_and_is_not_signed() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    let known = account.licenses.sdk_config().credentials_provider();
    let with = account.sts.sdk_config().into_builder();
    let with = with.credentials_provider(known.expect("the account has credentials"));
    let with = sts::Client::new(&with.build());
    for client in [&account.client, &with] {
        let call = client.assume_role_with_web_identity().role_arn(ROLE);
        let call = call
            .role_session_name("editor-1")
            .web_identity_token(&token);
        call.send().await.expect("the token opens the role");
    }
    for request in account.sts.requests() {
        for header in ["authorization", "x-amz-security-token", "x-amz-date"] {
            assert!(!request.headers.contains_key(header), "{header} is sent");
        }
    }
}

#[tokio::test]
async fn a_call_of_the_role_carries_its_session_token_under_its_signature() {
    let account = Account::new();
    let credentials = account.credentials().await;
    let client = account.client_of(credentials.clone());
    check_out(&client).await.expect("the license is free");
    let request = account.licenses.requests().pop().expect("a request");
    assert_eq!(request.operation(), "CheckoutLicense");
    let token = request.header("x-amz-security-token");
    assert_eq!(token, credentials.session_token);
    let authorization = request.header("authorization");
    assert!(
        authorization.contains("x-amz-security-token"),
        "{authorization}"
    );
    assert!(
        authorization.contains(&credentials.access_key_id),
        "{authorization}"
    );
}

#[tokio::test]
async fn what_limits_a_session_is_sent() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    let policy = r#"{"Statement": [{"Effect": "Allow", "Action": "*"}], "Id": "ü & <1>"}"#;
    let arns = [
        "arn:aws:iam::aws:policy/One",
        "arn:aws:iam::aws:policy/Two+2",
    ];
    let arns = arns.map(|arn| PolicyDescriptorType::builder().arn(arn));
    let call = account.assume(&token).duration_seconds(900).policy(policy);
    let before = SystemTime::now();
    let session = call.policy_arns(arns).send().await;
    let session = session.expect("the token opens the role");
    // What has been written, of the 2048 bytes that there are.
    assert_eq!(
        session.packed_policy_size,
        Some((27 + 29 + 69) * 100 / 2048)
    );
    let expiration = session.credentials.expect("there are credentials");
    let expiration = SystemTime::try_from(expiration.expiration).expect("a time");
    let lasts = expiration.duration_since(before).expect("a time to come");
    let about = Duration::from_secs(890)..Duration::from_secs(960);
    assert!(about.contains(&lasts), "{lasts:?}");
}

#[tokio::test]
async fn no_value_shows_a_token_or_a_key() {
    let account = Account::new();
    let token = account.access_token(LICENSE).await;
    let input = account.assume(&token).build();
    let session = account.assume(&token).send().await;
    let session = session.expect("the token opens the role");
    let credentials = session.credentials.clone().expect("there are credentials");
    let client = account.client_of(credentials.clone());
    let checkout = check_out(&client).await.expect("the license is free");
    account.licenses.clock().advance(Duration::from_hours(1));
    let refused = account.assume(&token).send().await;
    let refused = refused.expect_err("the token has expired");

    let mut shown = refused.to_string();
    let values: [&dyn Debug; 8] = [
        &input,
        &session,
        &credentials,
        &client,
        &checkout,
        &refused,
        &account.sts,
        &account.licenses,
    ];
    for value in values {
        shown += &format!("{value:?}\n{value:#?}\n");
    }
    for secret in [
        token,
        credentials.secret_access_key,
        credentials.session_token,
    ] {
        assert!(!shown.contains(&secret), "{secret} is in\n{shown}");
    }
}
