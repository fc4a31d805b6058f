//! A made-up service whose operations are authenticated in different ways, for these tests.

use super::tide::{PlainText, ReadTide, Tide, TideError};
use crate::support::endpoint::RuleSet;
use crate::support::endpoint::table::*;
use crate::support::operation::{BuildError, Operation, Service};

/// The service `Gate`.
#[derive(Clone, Copy, Debug)]
pub struct Gate;

impl Service for Gate {
    type Error = TideError;

    const SHAPE: &'static str = "Gate";
    const SDK_ID: &'static str = "Gate";
    const USER_AGENT: &'static str = "gate";
    const API_VERSION: &'static str = "2025-01-01";
    const SIGNING_NAME: Option<&'static str> = Some("gate");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4", "httpBearerAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
}

/// Operations that say what they are given, each authenticated in its own way.
macro_rules! operations {
    ($($(#[$doc:meta])+ $name:ident $({ $($consts:tt)+ })?;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name(pub &'static str);

        impl Operation for $name {
            type Service = Gate;
            type Output = Tide;
            type Protocol = PlainText;

            const NAME: &'static str = stringify!($name);
            $($($consts)+)?

            fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
                ReadTide::at(self.0).request()
            }
        }
    )+};
}

operations! {
    /// As the service says.
    Enter;
    /// By whoever comes.
    Wave { const AUTH_SCHEMES: &'static [&'static str] = &["noAuth"]; };
    /// Signed, or not.
    Look { const AUTH_SCHEMES: &'static [&'static str] = &["sigv4", "noAuth"]; };
    /// For several regions at once, or for one.
    Sail { const AUTH_SCHEMES: &'static [&'static str] = &["sigv4a", "sigv4"]; };
    /// In a way that no client knows.
    Whisper { const AUTH_SCHEMES: &'static [&'static str] = &["httpDigestAuth"]; };
    /// Signed without its body.
    Haul { const UNSIGNED_PAYLOAD: bool = true; };
}

const REGION: Slot = Slot(0);

const fn in_region(region: &'static [Expr<'static>; 2]) -> Condition<'static> {
    If(Call(string_equals, region))
}

/// An endpoint that says how callers are authenticated.
const fn prescribing(
    when: &'static [Condition<'static>],
    then: &'static EndpointWith<'static>,
) -> Rule<'static> {
    Other { when, then }
}

const fn with(properties: &'static [(&'static str, Expr<'static>)]) -> EndpointWith<'static> {
    EndpointWith {
        url: Text("https://gate.example.com"),
        headers: &[],
        properties,
    }
}

pub static RULES: RuleSet<'static> = RuleSet {
    slots: 1,
    parameters: &[Parameter::string(REGION, "Region").built_in(BuiltIn::Region)],
    rules: &[
        prescribing(
            &[in_region(&[Ref(REGION), Text("bearer")])],
            &with(&[(
                "authSchemes",
                List(&[Record(&[("name", Text("httpBearerAuth"))])]),
            )]),
        ),
        prescribing(
            &[in_region(&[Ref(REGION), Text("express")])],
            &with(&[(
                "authSchemes",
                List(&[Record(&[("name", Text("sigv4-express"))])]),
            )]),
        ),
        prescribing(
            &[in_region(&[Ref(REGION), Text("narrow")])],
            &with(&[(
                "authSchemes",
                List(&[
                    Record(&[("name", Text("unheard-of"))]),
                    Record(&[("name", Text("sigv4"))]),
                    Record(&[("name", Text("sigv4a"))]),
                ]),
            )]),
        ),
        prescribing(
            &[in_region(&[Ref(REGION), Text("wide")])],
            &with(&[(
                "authSchemes",
                List(&[Record(&[
                    ("name", Text("sigv4a")),
                    ("signingName", Text("wide-gate")),
                    ("signingRegionSet", List(&[Text("*")])),
                ])]),
            )]),
        ),
        Endpoint {
            when: &[If(Call(is_set, &[Ref(REGION)]))],
            url: Format("https://gate.{}.example.com", &[Ref(REGION)]),
        },
        Error {
            when: &[],
            error: Text("Missing Region"),
        },
    ],
};
