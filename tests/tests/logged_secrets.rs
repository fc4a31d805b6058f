//! What a program's log may hold of a call, down to TRACE: the table of the page on secrets says it,
//! and is what comes out here.
//!
//! It is a program of its own: traces of other tests would mix with these.

use std::fmt::{Debug, Write};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_config::BehaviorVersion;
use aws_credential_types::{Credentials, Token};
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_runtime::client::auth::http::BearerAuthScheme;
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::body::SdkBody;
use aws_types::SdkConfig;
use aws_types::region::Region;
use generated::license_manager::Error;
use generated::support::client::{Client, Settings};
use generated::support::endpoint::table::*;
use generated::support::endpoint::{Parameters, RuleSet};
use generated::support::error::{Metadata, Unhandled};
use generated::support::operation::{BuildError, Failure, Operation, Protocol, Response, Service};
use tracing::field::{Field, Visit};
use tracing::span::Attributes;
use tracing::{Event, Id, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry;

const PAGE: &str = include_str!("../../codegen/docs/secrets.md");

/// Where the environment has a token for the service, and which.
const VARIABLE: &str = "AWS_BEARER_TOKEN_VAULT";
const OF_ENVIRONMENT: &str = "mark-environment";

/// What is looked for, each with a text of its own that stands nowhere else.
const MARKS: &[(&str, &str)] = &[
    ("the body of a request", "mark-body"),
    (
        "the same without protection from stalled streams",
        "mark-bare-body",
    ),
    ("a member in the path", "mark-label"),
    ("a member in the query", "mark-query"),
    ("a member in a header", "mark-header"),
    ("a member in the host, by a host prefix", "mark-host"),
    (
        "a member in the URL, by a parameter of the endpoint's rules",
        "mark-rule",
    ),
    ("the id of an access key", "mark-key-id"),
    ("a secret access key", "mark-secret-key"),
    ("a session token", "mark-session"),
    ("a session token in a presigned URL", "mark-presigned"),
    ("a bearer token", "mark-bearer"),
    ("a bearer token in the environment", OF_ENVIRONMENT),
    ("a header of an answer", "mark-answered-header"),
    ("the body of an answer", "mark-answered-body"),
    ("the message of an error", "mark-message"),
    ("an input, by its `Debug`", "mark-input"),
    ("an output, by its `Debug`", "mark-output"),
];

/// A service of an operation whose input goes wherever an input can go.
#[derive(Clone, Copy, Debug)]
struct Vault;

impl Service for Vault {
    type Error = Error;

    const SHAPE: &'static str = "Vault";
    const SDK_ID: &'static str = "Vault";
    const USER_AGENT: &'static str = "vault";
    const API_VERSION: &'static str = "2025-01-01";
    const SIGNING_NAME: Option<&'static str> = Some("vault");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4", "httpBearerAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RuleSet {
        slots: 1,
        parameters: &[Parameter::string(Slot(0), "Shelf")],
        rules: &[Endpoint {
            when: &[],
            url: Format("https://{}.vault.example.com", &[Ref(Slot(0))]),
        }],
    });
}

/// Keeps secrets.
struct Keep {
    body: &'static str,
}

impl Debug for Keep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("mark-input")
    }
}

/// They are kept.
struct Kept;

impl Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("mark-output")
    }
}

impl Operation for Keep {
    type Service = Vault;
    type Protocol = Plain;
    type Output = Kept;

    const NAME: &'static str = "Keep";

    fn host_prefix(&self) -> Result<Option<String>, BuildError> {
        Ok(Some("mark-host.".to_owned()))
    }

    fn endpoint_parameters(&self) -> Result<Parameters<'_>, BuildError> {
        Ok(Parameters::new().set("Shelf", "mark-rule"))
    }
}

/// A protocol whose answers say nothing but whether all is well.
struct Plain;

impl Protocol<Keep> for Plain {
    fn request(input: &Keep) -> Result<http::Request<Vec<u8>>, BuildError> {
        let request = http::Request::builder()
            .method("PUT")
            .uri("/mark-label?key=mark-query")
            .header("x-kept", "mark-header");
        let request = request.body(input.body.as_bytes().to_vec());
        request.map_err(|error| BuildError::new(error.to_string()))
    }

    fn response(response: &Response<'_>) -> Result<Kept, Failure<Error>> {
        if response.is_success_of::<Keep>() {
            return Ok(Kept);
        }
        let meta = Metadata::of(response, "Closed", Some("mark-message"));
        Err(Failure::Service(Error::Unhandled(Unhandled::new(meta))))
    }
}

/// What is logged: by whom, at which level, what.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<(String, Level, String)>>>);

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "{field}={value:?} ").expect("a text takes all");
    }
}

impl Log {
    fn add(&self, metadata: &tracing::Metadata<'_>, record: impl FnOnce(&mut Text)) {
        let mut text = Text(String::new());
        record(&mut text);
        let line = (metadata.target().to_owned(), *metadata.level(), text.0);
        self.0.lock().expect("no panic").push(line);
    }

    /// Whether any line of these writers, down to a level, has a text.
    fn has(&self, writers: &str, down_to: Level, mark: &str) -> bool {
        let lines = self.0.lock().expect("no panic");
        lines.iter().any(|(target, level, text)| {
            target.starts_with(writers) && *level <= down_to && text.contains(mark)
        })
    }
}

impl<S: Subscriber> Layer<S> for Log {
    fn on_new_span(&self, span: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        self.add(span.metadata(), |text| span.record(text));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        self.add(event.metadata(), |text| event.record(text));
    }
}

fn settings(status: u16) -> Settings {
    Settings::new()
        .auth_scheme(BearerAuthScheme::new())
        .http_client(infallible_client_fn(move |_| {
            let response = http::Response::builder()
                .status(status)
                .header("x-answered", "mark-answered-header");
            // As it comes from a connection. What is in memory already, as of a test double, is
            // shown.
            let body = SdkBody::from_body_1_x(SdkBody::from("mark-answered-body"));
            response.body(body).expect("a response")
        }))
}

fn client(status: u16, session_token: &str) -> Client<Vault> {
    let credentials = Credentials::new(
        "mark-key-id",
        "mark-secret-key",
        Some(session_token.to_owned()),
        None,
        "test",
    );
    let settings = settings(status)
        .credentials(credentials)
        .bearer_token(Token::new("mark-bearer", None));
    let config = SdkConfig::builder().region(Region::new("eu-west-1"));
    Client::with_settings(&config.build(), settings)
}

/// A client of what the environment says.
async fn client_of_environment() -> Client<Vault> {
    let config = aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .no_credentials();
    Client::with_settings(&config.load().await, settings(200))
}

/// Makes calls of all kinds; gives the signature of a presigned one.
async fn call_in_every_way() -> String {
    let keep = || Keep { body: "mark-body" };
    let client_of = client;
    let client = client_of(200, "mark-session");
    client.call(keep()).await.expect("an answer");
    let refused = client_of(400, "mark-session").call(keep()).await;
    refused.expect_err("it is closed");
    let bearer = Settings::new().auth_preference(["httpBearerAuth"]);
    let call = client.call(keep()).with_settings(&bearer);
    call.await.expect("an answer");
    let bare = Keep {
        body: "mark-bare-body",
    };
    let unprotected = StalledStreamProtectionConfig::disabled();
    let unprotected = Settings::new().stalled_stream_protection(unprotected);
    let call = client.call(bare).with_settings(&unprotected);
    call.await.expect("an answer");
    let of_environment = client_of_environment().await;
    of_environment.call(keep()).await.expect("an answer");
    let client = client_of(200, "mark-presigned");
    let hour = Duration::from_secs(3600);
    let presigned = client.presign(keep(), hour).await.expect("a request");
    let uri = presigned.uri().to_string();
    assert!(uri.contains("mark-presigned"), "{uri}");
    let (_, signature) = uri.split_once("X-Amz-Signature=").expect("a signature");
    signature.split('&').next().unwrap_or_default().to_owned()
}

/// Runs this test in a process whose environment has the token.
fn again_with_variable() {
    let program = std::env::current_exe().expect("a program");
    let mut again = Command::new(program);
    let again = again.arg("--nocapture").env(VARIABLE, OF_ENVIRONMENT);
    assert!(again.status().expect("it runs").success());
}

#[tokio::test]
async fn a_log_holds_what_the_page_on_secrets_says() {
    if std::env::var(VARIABLE).is_err() {
        return again_with_variable();
    }
    let log = Log::default();
    let subscriber = registry().with(log.clone());
    tracing::subscriber::set_global_default(subscriber).expect("the first");
    let signature = call_in_every_way().await;
    let signature = ("the signature of a presigned URL", signature.as_str());
    let mut table = String::new();
    for (what, mark) in MARKS.iter().chain([&signature]) {
        let cell = |writers, level| match log.has(writers, level, mark) {
            true => "printed",
            false => "never",
        };
        let ours = cell("generated", Level::TRACE);
        let debug = cell("aws", Level::DEBUG);
        let trace = cell("aws", Level::TRACE);
        writeln!(table, "| {what} | {ours} | {debug} | {trace} |").expect("a text takes all");
    }
    assert!(log.has("generated", Level::DEBUG, "rpc.method=\"Keep\""));
    assert!(log.has("aws", Level::TRACE, "transmitting request"));
    assert!(PAGE.contains(&table), "the page should say:\n{table}");
}
