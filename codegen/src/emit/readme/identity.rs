//! How clients say who calls, in examples.

use crate::emit::Context;
use crate::ir::Operation;
use crate::ir::auth::scheme;

/// A setting that says who calls.
pub(super) struct Identity {
    /// The type that says it, where it is none of std.
    pub(super) type_: Option<&'static str>,
    /// The call of its setter.
    pub(super) setter: &'static str,
}

/// The setting for the first of these ways to authenticate that has one. It is right for every crate: where
/// there is something of AWS, a token is what a provider is, and elsewhere what a text becomes.
pub(super) fn of(schemes: &[String]) -> Option<Identity> {
    let identity = |type_, setter| Some(Identity { type_, setter });
    schemes.iter().find_map(|scheme| match scheme.as_str() {
        scheme::SIGV4 | scheme::SIGV4A | scheme::SESSION => identity(
            Some("Credentials"),
            "credentials(\n            \
             Credentials::builder()\n                \
                 .access_key_id(\"an-id\")\n                \
                 .secret_access_key(\"a-secret\")\n                \
                 .provider_name(\"tests\")\n                \
                 .build(),\n        )",
        ),
        scheme::BEARER => identity(Some("Token"), "bearer_token(Token::new(\"a-token\", None))"),
        scheme::API_KEY => identity(None, "api_key(\"a-key\")"),
        scheme::BASIC => identity(None, "basic_auth(\"a-user\", \"a-password\")"),
        _ => None,
    })
}

/// The ways in which callers of an operation say who they are.
pub(super) fn schemes<'a>(cx: &Context<'a>, operation: &'a Operation) -> &'a [String] {
    let own = operation.auth_schemes.as_ref();
    own.unwrap_or(&cx.service.auth_schemes)
}
