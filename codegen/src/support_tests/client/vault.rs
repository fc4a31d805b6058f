//! A made-up service whose inputs go wherever an input can go, for tests of what is told of them.

use std::fmt;

use super::tide::{PlainText, Tide, TideError};
use crate::support::endpoint::table::*;
use crate::support::endpoint::{Parameters, RuleSet};
use crate::support::operation::{BuildError, Operation, Service, host_label};

/// The service `Vault`.
#[derive(Clone, Copy, Debug)]
pub struct Vault;

impl Service for Vault {
    type Error = TideError;

    const SHAPE: &'static str = "Vault";
    const SDK_ID: &'static str = "Vault";
    const USER_AGENT: &'static str = "vault";
    const API_VERSION: &'static str = "2025-01-01";
    const SIGNING_NAME: Option<&'static str> = Some("vault");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4", "httpBearerAuth", "noAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
}

/// Keeps a secret.
#[derive(Clone, PartialEq)]
pub struct Keep {
    /// Goes into the body, a header, and the query.
    pub secret: &'static str,
    /// Goes before the host.
    pub guard: &'static str,
    /// Goes into the host, by the rules of the endpoint.
    pub shelf: &'static str,
    /// Goes into the path of the endpoint, by its rules.
    pub door: &'static str,
    /// The endpoint, where it is set.
    pub own: Option<&'static str>,
}

/// What is kept in these tests; a host may have it as a label.
pub const SECRET: &str = "hunter2";

/// An input that can be sent.
pub const KEEP: Keep = Keep {
    secret: SECRET,
    guard: SECRET,
    shelf: SECRET,
    door: SECRET,
    own: None,
};

impl fmt::Debug for Keep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keep")
    }
}

impl Operation for Keep {
    type Service = Vault;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "Keep";

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        if self.secret.is_empty() {
            return Err(BuildError::new("there is no secret"));
        }
        let request = http::Request::builder()
            .method(http::Method::PUT)
            .uri(["/kept?secret=", self.secret].concat())
            .header("x-secret", self.secret);
        let request = request.body(self.secret.as_bytes().to_vec());
        request.map_err(|_| BuildError::new("the secret makes no request"))
    }

    fn host_prefix(&self) -> Result<Option<String>, BuildError> {
        Ok(Some(format!("{}.", host_label("guard", self.guard)?)))
    }

    fn own_endpoint(&self) -> Option<&str> {
        self.own
    }

    fn endpoint_parameters(&self) -> Result<Parameters<'_>, BuildError> {
        let parameters = Parameters::new().set("Shelf", self.shelf);
        Ok(parameters.set("Door", self.door))
    }
}

const REGION: Slot = Slot(0);
const SHELF: Slot = Slot(1);
const DOOR: Slot = Slot(2);
const ENDPOINT: Slot = Slot(3);
const URL: Slot = Slot(4);

static RULES: RuleSet<'static> = RuleSet {
    slots: 5,
    parameters: &[
        Parameter::string(REGION, "Region").built_in(BuiltIn::Region),
        Parameter::string(SHELF, "Shelf"),
        Parameter::string(DOOR, "Door"),
        Parameter::string(ENDPOINT, "Endpoint").built_in(BuiltIn::Endpoint),
    ],
    rules: &[
        Endpoint {
            when: &[Let(URL, Call(parse_url, &[Ref(ENDPOINT)]))],
            url: Format(
                "{}://{}/{}",
                &[Part(URL, "scheme"), Part(URL, "authority"), Ref(DOOR)],
            ),
        },
        Error {
            when: &[If(Call(string_equals, &[Ref(REGION), Text("closed")]))],
            error: Text("it is closed there"),
        },
        Other {
            when: &[If(Call(string_equals, &[Ref(REGION), Text("noted")]))],
            then: &EndpointWith {
                url: Text("https://vault.example.com"),
                headers: &[("x-door", &[Ref(DOOR)])],
                properties: &[],
            },
        },
        Endpoint {
            when: &[],
            url: Format(
                "https://{}.vault.{}.example.com/{}",
                &[Ref(SHELF), Ref(REGION), Ref(DOOR)],
            ),
        },
    ],
};
