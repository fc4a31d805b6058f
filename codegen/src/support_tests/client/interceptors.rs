//! Interceptors see an operation's own types, whichever phase they are in.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, BeforeTransmitInterceptorContextMut, Error,
    FinalizerInterceptorContextMut, FinalizerInterceptorContextRef,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{ReadTide, TideError};
use crate::support::client::{CallError, Settings};
use crate::support::error::Metadata;

/// Counts the calls it sees, and sends them to Cherbourg.
#[derive(Clone, Debug, Default)]
struct Diversion(Arc<AtomicUsize>);

#[dyn_dispatch_hint]
impl Intercept for Diversion {
    fn name(&self) -> &'static str {
        "Diversion"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        let input = context.input_mut().downcast_mut::<ReadTide>();
        input.ok_or("another operation")?.harbour = "Cherbourg".to_owned();
        Ok(())
    }
}

#[tokio::test]
async fn an_interceptor_sees_the_typed_input_and_can_change_it() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let diversion = Diversion::default();
    let client = service.client_with(Settings::new().interceptor(diversion.clone()));
    client.call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(diversion.0.load(Ordering::Relaxed), 1);
    assert_eq!(service.body(), b"Cherbourg");
}

#[tokio::test]
async fn an_interceptor_of_one_call_does_not_see_the_next() {
    let service = ServiceDouble::with([Respond(200, "1"), Respond(200, "2")]);
    let diversion = Diversion::default();
    let client = service.client();
    let settings = Settings::new().interceptor(diversion.clone());
    let call = client.call(ReadTide::at("Brest")).with_settings(&settings);
    call.await.unwrap();
    client.call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(diversion.0.load(Ordering::Relaxed), 1);
}

/// Counts the closed harbours among the errors.
#[derive(Clone, Debug, Default)]
struct ClosedHarbours(Arc<AtomicUsize>);

#[dyn_dispatch_hint]
impl Intercept for ClosedHarbours {
    fn name(&self) -> &'static str {
        "ClosedHarbours"
    }

    fn read_after_execution(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let error = context.output_or_error().and_then(Result::err);
        let error = error.and_then(|error| error.as_operation_error());
        if let Some(TideError::HarbourClosed(_)) = error.and_then(|error| error.downcast_ref()) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    }
}

#[tokio::test]
async fn an_interceptor_sees_the_typed_error() {
    let service = ServiceDouble::with([Respond(400, "HarbourClosed: for the night")]);
    let closed = ClosedHarbours::default();
    let client = service.client_with(Settings::new().interceptor(closed.clone()));
    client.call(ReadTide::at("Brest")).await.unwrap_err();
    assert_eq!(closed.0.load(Ordering::Relaxed), 1);
}

/// Answers in place of the service, as tools for tests do.
#[derive(Debug)]
struct Understudy;

#[dyn_dispatch_hint]
impl Intercept for Understudy {
    fn name(&self) -> &'static str {
        "Understudy"
    }

    fn modify_before_attempt_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let error = TideError::HarbourClosed(Metadata::new("HarbourClosed", Some("by me")));
        let answer = context.output_or_error_mut().ok_or("no answer yet")?;
        *answer = Err(OrchestratorError::operation(Error::erase(error)));
        Ok(())
    }
}

#[tokio::test]
async fn an_error_that_an_interceptor_puts_in_place_is_the_operations_own() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let client = service.client_with(Settings::new().interceptor(Understudy));
    let error = client.call(ReadTide::at("Brest")).await.unwrap_err();
    assert_eq!(error.to_string(), "HarbourClosed: by me");
    assert!(matches!(
        error.as_service_error(),
        Some(TideError::HarbourClosed(_))
    ));
}

/// Lets no request pass.
#[derive(Debug)]
struct Veto;

#[dyn_dispatch_hint]
impl Intercept for Veto {
    fn name(&self) -> &'static str {
        "Veto"
    }

    fn modify_before_signing(
        &self,
        _: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        Err("the moon is new".into())
    }
}

#[tokio::test]
async fn a_call_that_an_interceptor_stops_is_not_sent() {
    let service = ServiceDouble::with([]);
    let client = service.client_with(Settings::new().interceptor(Veto));
    let error = client.call(ReadTide::at("Brest")).await.unwrap_err();
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    assert!(error.to_string().ends_with(": the moon is new"), "{error}");
    assert_eq!(service.asked(), 0);
}
