//! Errors that pass by themselves, which their codes tell.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use crate::support::client::{CallError, Client};
use crate::support::endpoint::table::*;
use crate::support::endpoint::{BuiltIn, RuleSet};
use crate::support::error::{Metadata, Unhandled, error_enum};
use crate::support::operation::{BuildError, Failure, Operation, Protocol, Response, Service};

/// Tells the errors of a foghorn.
pub enum Error {
    /// The model says that it is no use to try again.
    Deaf(Unhandled),
    /// Anything else.
    Unhandled(Unhandled),
}

error_enum!(Error, [Deaf], [], ["Fogged", "OutOfBreath"]);

/// The service.
#[derive(Clone, Copy, Debug)]
struct Foghorn;

impl Service for Foghorn {
    type Error = Error;

    const SHAPE: &'static str = "Foghorn";
    const SDK_ID: &'static str = "Foghorn";
    const USER_AGENT: &'static str = "foghorn";
    const API_VERSION: &'static str = "2025-01-01";
    const SIGNING_NAME: Option<&'static str> = None;
    const AUTH_SCHEMES: &'static [&'static str] = &["noAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
}

static RULES: RuleSet<'static> = RuleSet {
    slots: 1,
    parameters: &[Parameter::string(Slot(0), "Region").built_in(BuiltIn::Region)],
    rules: &[Endpoint {
        when: &[],
        url: Text("https://foghorn.example.com"),
    }],
};

/// Sounds it.
#[derive(Debug)]
struct Sound;

impl Operation for Sound {
    type Service = Foghorn;
    type Output = ();
    type Protocol = Code;

    const NAME: &'static str = "Sound";
}

/// A protocol whose answers are a code, or nothing.
struct Code;

impl Protocol<Sound> for Code {
    fn request(_: &Sound) -> Result<http::Request<Vec<u8>>, BuildError> {
        Ok(http::Request::default())
    }

    fn response(response: &Response<'_>) -> Result<(), Failure<Error>> {
        match str::from_utf8(response.body()).expect("a code") {
            "" => Ok(()),
            code => Err(Failure::Service(error(code))),
        }
    }
}

fn error(code: &str) -> Error {
    let error = Unhandled::new(Metadata::new(code, None));
    match code {
        "Deaf" | "OutOfBreath" => Error::Deaf(error),
        _ => Error::Unhandled(error),
    }
}

/// How often the foghorn is asked where its first answer is this one.
async fn tries(status: u16, code: &'static str) -> usize {
    let service = ServiceDouble::with([Respond(status, code), Respond(200, "")]);
    let client = Client::<Foghorn>::new(&service.config());
    let ended: Result<(), CallError<Error>> = client.call(Sound).await;
    assert_eq!(ended.is_ok(), service.asked() == 2);
    service.asked()
}

#[tokio::test(start_paused = true)]
async fn an_error_that_passes_is_tried_again_whatever_its_status_and_variant() {
    for (status, code) in [(400, "Fogged"), (200, "Fogged"), (409, "OutOfBreath")] {
        assert_eq!(tries(status, code).await, 2, "{status} {code}");
    }
    for (status, code) in [(400, "Deaf"), (200, "Deaf"), (400, "fogged")] {
        assert_eq!(tries(status, code).await, 1, "{status} {code}");
    }
}

#[test]
fn whoever_has_no_client_reads_it_off_the_error() {
    let kind = |code| error(code).retryable_error_kind();
    assert_eq!(kind("OutOfBreath"), Some(ErrorKind::TransientError));
    assert_eq!(kind("Fogged"), Some(ErrorKind::TransientError));
    assert_eq!(kind("Deaf"), None);
    assert_eq!(ProvideErrorMetadata::code(&error("Fogged")), Some("Fogged"));
}
