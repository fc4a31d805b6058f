//! A made-up service with one operation, for these tests: its wire format is plain text.

use std::fmt;

use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};

use crate::support::endpoint::table::*;
use crate::support::endpoint::{BuiltIn, RuleSet};
use crate::support::error::{Metadata, Unhandled};
use crate::support::operation::{
    BuildError, Failure, Operation, Protocol, RequestId, Response, Service, UnreadableError,
};

/// The service `Tide Table`.
#[derive(Clone, Copy, Debug)]
pub struct TideTable;

impl Service for TideTable {
    type Error = TideError;

    const SHAPE: &'static str = "TideTable";
    const SDK_ID: &'static str = "Tide Table";
    const USER_AGENT: &'static str = "tide_table";
    const API_VERSION: &'static str = "2024-06-01";
    const SIGNING_NAME: Option<&'static str> = Some("tides");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
}

/// Asks for the tide at a harbour; the harbour's name is a secret.
#[derive(Clone, PartialEq)]
pub struct ReadTide {
    pub harbour: String,
}

impl ReadTide {
    pub fn at(harbour: &str) -> Self {
        Self {
            harbour: harbour.to_owned(),
        }
    }
}

impl fmt::Debug for ReadTide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadTide")
    }
}

/// The height of the tide.
#[derive(Debug, PartialEq)]
pub struct Tide(pub u32);

/// What can go wrong with a tide.
#[derive(Debug)]
pub enum TideError {
    /// The harbour is closed.
    HarbourClosed(Metadata),
    /// The gauge is busy; the model says that this can be retried.
    GaugeBusy(Metadata),
    /// Anything else.
    Unhandled(Unhandled),
}

impl Operation for ReadTide {
    type Service = TideTable;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "ReadTide";

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        if self.harbour.is_empty() {
            return Err(BuildError::new("a harbour has a name"));
        }
        let mut request = http::Request::new(self.harbour.clone().into_bytes());
        *request.method_mut() = http::Method::POST;
        Ok(request)
    }
}

/// A protocol whose answers are the height of a tide, or a code and a message.
pub struct PlainText;

impl<O> Protocol<O> for PlainText
where
    O: Operation<Service: Service<Error = TideError>, Output = Tide>,
{
    fn request(_: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        Ok(http::Request::default())
    }

    fn response(response: &Response<'_>) -> Result<Tide, Failure<TideError>> {
        let text = str::from_utf8(response.body())
            .map_err(|error| UnreadableError::new(response, error))?;
        if response.is_success_of::<O>() {
            let height = text
                .parse()
                .map_err(|error: std::num::ParseIntError| UnreadableError::new(response, error))?;
            return Ok(Tide(height));
        }
        let line = text.lines().next().unwrap_or_default();
        let (code, message) = line.split_once(": ").unwrap_or((line, "no reason given"));
        let meta = Metadata::of(response, code, Some(message));
        Err(Failure::Service(match code {
            "HarbourClosed" => TideError::HarbourClosed(meta),
            "GaugeBusy" => TideError::GaugeBusy(meta),
            _ => TideError::Unhandled(Unhandled::new(meta)),
        }))
    }
}

impl fmt::Display for TideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HarbourClosed(meta) | Self::GaugeBusy(meta) => meta.fmt(f),
            Self::Unhandled(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TideError {}

impl ProvideErrorMetadata for TideError {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::HarbourClosed(meta) | Self::GaugeBusy(meta) => meta.get(),
            Self::Unhandled(error) => error.meta(),
        }
    }
}

impl RequestId for TideError {
    fn request_id(&self) -> Option<&str> {
        match self {
            Self::HarbourClosed(meta) | Self::GaugeBusy(meta) => meta.request_id(),
            Self::Unhandled(error) => error.request_id(),
        }
    }
}

impl ProvideErrorKind for TideError {
    fn code(&self) -> Option<&str> {
        self.meta().code()
    }

    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        matches!(self, Self::GaugeBusy(_)).then_some(ErrorKind::ClientError)
    }
}

const REGION: Slot = Slot(0);
const USE_FIPS: Slot = Slot(1);
const ENDPOINT: Slot = Slot(2);

const REGION_IS_SET: Condition<'static> = If(Call(is_set, &[Ref(REGION)]));

static RULES: RuleSet<'static> = RuleSet {
    slots: 3,
    parameters: &[
        Parameter::string(REGION, "Region").built_in(BuiltIn::Region),
        Parameter::boolean(USE_FIPS, "UseFIPS").built_in(BuiltIn::UseFips),
        Parameter::string(ENDPOINT, "Endpoint").built_in(BuiltIn::Endpoint),
    ],
    rules: &[
        Endpoint {
            when: &[If(Call(is_set, &[Ref(ENDPOINT)]))],
            url: Ref(ENDPOINT),
        },
        Endpoint {
            when: &[
                REGION_IS_SET,
                If(Call(is_set, &[Ref(USE_FIPS)])),
                If(Call(boolean_equals, &[Ref(USE_FIPS), Boolean(true)])),
            ],
            url: Format("https://tides-fips.{}.example.com", &[Ref(REGION)]),
        },
        Other {
            when: &[
                REGION_IS_SET,
                If(Call(string_equals, &[Ref(REGION), Text("ocean")])),
            ],
            then: &EndpointWith {
                url: Text("https://tides.example.com"),
                headers: &[("x-moon", &[Text("full")])],
                properties: &[(
                    "authSchemes",
                    List(&[Record(&[
                        ("name", Text("sigv4")),
                        ("signingName", Text("deep-tides")),
                        ("signingRegion", Text("us-east-1")),
                    ])]),
                )],
            },
        },
        Endpoint {
            when: &[REGION_IS_SET],
            url: Format("https://tides.{}.example.com", &[Ref(REGION)]),
        },
        Error {
            when: &[],
            error: Text("Missing Region"),
        },
    ],
};
