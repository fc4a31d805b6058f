//! Who calls is checked where it comes in, and what ends a call before anything is sent is told so.

use std::sync::atomic::{AtomicUsize, Ordering};

use aws_credential_types::Token;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::SdkConfig;
use aws_types::region::Region;

use super::auth::gate;
use super::failing::{BrokenPen, FailingAt, NobodyHome, credentials_with};
use super::gate::{Enter, Gate};
use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use crate::support::client::{CallError, Client, Settings};

/// Stops a call before its second try.
#[derive(Debug, Default)]
struct FailingAtSecond(AtomicUsize);

#[dyn_dispatch_hint]
impl Intercept for FailingAtSecond {
    fn name(&self) -> &'static str {
        "FailingAtSecond"
    }

    fn read_before_signing(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match self.0.fetch_add(1, Ordering::Relaxed) {
            0 => Ok(()),
            _ => Err("the second try".into()),
        }
    }
}

fn client(service: &ServiceDouble, settings: Settings) -> Client<Gate> {
    let config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .http_client(service.clone());
    Client::with_settings(&config.build(), settings)
}

/// Why a call with these settings could not be made.
async fn reason(settings: Settings) -> String {
    let service = ServiceDouble::with([]);
    let error = client(&service, settings)
        .call(Enter("x"))
        .await
        .unwrap_err();
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    assert_eq!(service.asked(), 0);
    let reason = error.to_string();
    let reason = reason.strip_prefix("the call could not be made: ");
    reason.expect("it says so").to_owned()
}

#[tokio::test]
async fn credentials_that_no_header_can_have_are_named_by_their_source() {
    let unfit = |what: &str| {
        format!(
            "the {what} of the credentials from `Lighthouse` cannot stand in a header: it has a \
             character in it that is no visible ASCII, such as a line break at its end"
        )
    };
    for wrong in ["token\n", "to\rken", "t\u{f6}ken", "to\0ken"] {
        let settings = gate().credentials(credentials_with("AKID", wrong));
        assert_eq!(reason(settings).await, unfit("session token"));
        let settings = gate().credentials(credentials_with(wrong, "token"));
        assert_eq!(reason(settings).await, unfit("access key id"));
    }
}

#[tokio::test]
async fn credentials_of_the_configuration_are_checked_too() {
    let service = ServiceDouble::with([]);
    let config = service.config().into_builder();
    let config = config.credentials_provider(credentials_with("AKID", "token\n"));
    let error = Client::<Gate>::new(&config.build()).call(Enter("x")).await;
    let error = error.unwrap_err();
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    assert!(error.to_string().contains("from `Lighthouse`"), "{error}");
}

#[tokio::test]
async fn a_token_that_no_header_can_have_is_told() {
    let wrong = || Token::new("open sesame\n", None);
    for settings in [
        gate().bearer_token(wrong()),
        gate().identity("httpBearerAuth", Identity::new(wrong(), None)),
    ] {
        assert_eq!(
            reason(settings).await,
            "the token that callers are told by cannot stand in a header: it has a character in it \
             that is no visible ASCII, such as a line break at its end"
        );
    }
}

#[tokio::test]
async fn whoever_fails_to_say_who_calls_is_heard() {
    for settings in [
        gate().credentials(NobodyHome),
        gate().bearer_token(NobodyHome),
    ] {
        assert!(reason(settings).await.ends_with(": nobody is home"));
    }
}

#[tokio::test]
async fn what_cannot_be_signed_was_not_sent() {
    let signed = || gate().credentials(credentials_with("AKID", "token"));
    assert_eq!(
        reason(signed().auth_scheme(BrokenPen)).await,
        "the pen is broken"
    );
    let stopped = reason(signed().interceptor(FailingAt("read_before_transmit"))).await;
    assert!(stopped.ends_with(": the moon is new"), "{stopped}");
}

#[tokio::test]
async fn what_ends_a_call_after_it_was_sent_is_not_called_unsent() {
    let service = ServiceDouble::with([Respond(500, "GaugeBusy: busy")]);
    let settings = gate()
        .credentials(credentials_with("AKID", "token"))
        .interceptor(FailingAtSecond::default());
    let error = client(&service, settings).call(Enter("x")).await;
    let error = error.unwrap_err();
    assert!(matches!(error, CallError::Connection(_)), "{error:?}");
    assert!(error.to_string().ends_with(": the second try"), "{error}");
    assert_eq!(service.asked(), 1);
}
