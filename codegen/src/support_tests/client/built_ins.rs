//! What a client knows by itself reaches the rules of the endpoint.

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_types::endpoint_config::AccountIdEndpointMode;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, Tide, TideError};
use crate::support::client::{Client, Settings};
use crate::support::endpoint::RuleSet;
use crate::support::endpoint::table::*;
use crate::support::operation::{Operation, Service};

#[derive(Clone, Copy, Debug)]
struct Buoys;

impl Service for Buoys {
    type Error = TideError;

    const SHAPE: &'static str = "Buoys";
    const SDK_ID: &'static str = "Buoys";
    const USER_AGENT: &'static str = "buoys";
    const API_VERSION: &'static str = "1";
    const SIGNING_NAME: Option<&'static str> = Some("buoys");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
}

#[derive(Debug)]
struct Drop;

impl Operation for Drop {
    type Service = Buoys;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "Drop";
}

const REGION: Slot = Slot(0);
const FIPS: Slot = Slot(1);
const DUAL_STACK: Slot = Slot(2);
const ACCOUNT: Slot = Slot(3);
const MODE: Slot = Slot(4);

/// Rules that write what they know into the URL.
static RULES: RuleSet<'static> = RuleSet {
    slots: 5,
    parameters: &[
        Parameter::string(REGION, "Region").built_in(BuiltIn::Region),
        Parameter::boolean(FIPS, "Fips").built_in(BuiltIn::UseFips),
        Parameter::boolean(DUAL_STACK, "DualStack").built_in(BuiltIn::UseDualStack),
        Parameter::string(ACCOUNT, "Account").built_in(BuiltIn::AccountId),
        Parameter::string(MODE, "Mode").built_in(BuiltIn::AccountIdEndpointMode),
    ],
    rules: &[
        Endpoint {
            when: &[If(Ref(FIPS))],
            url: Format("https://fips.{}.test", &[Ref(REGION)]),
        },
        Endpoint {
            when: &[If(Ref(DUAL_STACK))],
            url: Format("https://dual.{}.test", &[Ref(REGION)]),
        },
        Endpoint {
            when: &[If(Call(is_set, &[Ref(ACCOUNT)]))],
            url: Format("https://{}.{}.test", &[Ref(ACCOUNT), Ref(MODE)]),
        },
        Endpoint {
            when: &[],
            url: Format("https://{}.{}.test", &[Ref(REGION), Ref(MODE)]),
        },
    ],
};

/// Where a call with these settings goes.
async fn uri(settings: Settings) -> String {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let client = Client::<Buoys>::with_settings(&service.config(), settings);
    client.call(Drop).await.expect("the call succeeds");
    service.uri()
}

/// Credentials of an account.
fn of_account() -> SharedCredentialsProvider {
    let credentials = Credentials::builder()
        .access_key_id("AKID")
        .secret_access_key("not a secret")
        .account_id("123456789012")
        .provider_name("test");
    SharedCredentialsProvider::new(credentials.build())
}

#[tokio::test]
async fn fips_and_dual_stack_reach_the_rules() {
    let fips = Settings::new().use_fips(true);
    assert_eq!(uri(fips).await, "https://fips.eu-west-1.test/");
    let dual_stack = Settings::new().use_dual_stack(true);
    assert_eq!(uri(dual_stack).await, "https://dual.eu-west-1.test/");
}

#[tokio::test]
async fn the_account_of_the_credentials_reaches_the_rules() {
    let settings = Settings::new().credentials(of_account());
    assert_eq!(uri(settings).await, "https://123456789012.preferred.test/");
    assert_eq!(
        uri(Settings::new()).await,
        "https://eu-west-1.preferred.test/"
    );
}

#[tokio::test]
async fn the_mode_of_the_account_reaches_the_rules() {
    let settings = Settings::new()
        .credentials(of_account())
        .account_id_endpoint_mode(AccountIdEndpointMode::Required);
    assert_eq!(uri(settings).await, "https://123456789012.required.test/");
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = service.config().into_builder();
    let config = config.account_id_endpoint_mode(AccountIdEndpointMode::Disabled);
    let client = Client::<Buoys>::new(&config.build());
    client.call(Drop).await.expect("the call succeeds");
    assert_eq!(service.uri(), "https://eu-west-1.disabled.test/");
}
