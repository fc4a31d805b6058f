//! Whichever way a call fails, no error tells anything of its request, nor of an answer but code,
//! message and request id, and each is of the right kind: nothing was sent where it says so.

use std::error::Error;
use std::fmt::Write;
use std::time::Duration;

use aws_credential_types::Token;
use aws_smithy_runtime::client::auth::http::BearerAuthScheme;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use super::failing::*;
use super::log::Log;
use super::service_double::Answer::{self, BreakOff, Hang, Refuse, Respond};
use super::service_double::ServiceDouble;
use super::vault::{KEEP, Keep, SECRET, Vault};
use crate::support::client::{Client, Settings};
use crate::support::endpoint::SetParameter;
use crate::support::operation::{Operation, Service};
use crate::support::waiter::{self, Verdict, Waiter, Waiting};

/// All that an error and its causes tell.
fn told(error: &(impl Error + 'static)) -> String {
    let mut told = String::new();
    let mut cause: Option<&dyn Error> = Some(error);
    while let Some(error) = cause {
        write!(told, "{error}\n{error:?}\n{error:#?}\n").unwrap();
        cause = error.source();
    }
    told
}

/// One way to fail: what it is called, of which kind its error is, and how to come there.
struct Way(&'static str, &'static str, Settings, Vec<Answer>, Keep);

/// An answer that has the secret in it where nothing of it is told.
const OUTPUT: Answer = Respond(200, "12");

fn set() -> Settings {
    Settings::new().retry(RetryConfig::disabled())
}

fn timeout(timeout: TimeoutConfig) -> Settings {
    set().timeout(timeout)
}

fn ways_of_the_request() -> Vec<Way> {
    let at = |url| set().endpoint_url(url);
    let in_region = |region: &'static str| set().region(region);
    let mut ways = vec![
        Way(
            "no secret",
            "Construction",
            set(),
            vec![],
            Keep { secret: "", ..KEEP },
        ),
        Way(
            "no header",
            "Construction",
            set(),
            vec![],
            Keep {
                secret: "hunter2\n",
                ..KEEP
            },
        ),
        Way(
            "no guard",
            "Construction",
            set(),
            vec![],
            Keep {
                guard: "hunter2/",
                ..KEEP
            },
        ),
        Way("refused", "Construction", in_region("closed"), vec![], KEEP),
        Way(
            "no header of rules",
            "Construction",
            in_region("noted"),
            vec![],
            Keep {
                door: "hunter2\n",
                ..KEEP
            },
        ),
        Way(
            "unknown parameter",
            "Construction",
            set().endpoint_parameter("Window", "open"),
            vec![],
            KEEP,
        ),
        Way(
            "no prefix before IPv6",
            "Construction",
            at("http://[::1]:80"),
            vec![],
            KEEP,
        ),
        Way(
            "no prefix before a user",
            "Construction",
            at("http://hunter2@127.0.0.1"),
            vec![],
            KEEP,
        ),
        Way(
            "a password",
            "Construction",
            at("http://me:hunter2@127.0.0.1"),
            vec![],
            KEEP,
        ),
        Way(
            "a query",
            "Construction",
            at("http://127.0.0.1?hunter2"),
            vec![],
            KEEP,
        ),
        Way("no URL", "Construction", at("nowhere"), vec![], KEEP),
        Way(
            "no port",
            "Construction",
            at("http://127.0.0.1:70000"),
            vec![],
            KEEP,
        ),
    ];
    for region in [
        "eu\"", "eu west", "eu%20", "eu[", "eu@b", "eu/b", "eu:1", "eu.b", "eu\n", "",
    ] {
        ways.push(Way(
            "no region",
            "Construction",
            in_region(region),
            vec![],
            KEEP,
        ));
    }
    for shelf in [
        "hunter2\"",
        "hunter2 ",
        "hunter2%",
        "hunter2]",
        "hunter2@",
        "hunter2/",
        "hunter2:",
    ] {
        let keep = Keep { shelf, ..KEEP };
        ways.push(Way("no shelf", "Construction", set(), vec![], keep));
    }
    for door in ["hunter2 ", "hunter2?", "hunter2#", "hunter2\n"] {
        let keep = Keep { door, ..KEEP };
        ways.push(Way("no door", "Construction", set(), vec![], keep.clone()));
        ways.push(Way(
            "no door there",
            "Construction",
            at("http://vault.test"),
            vec![],
            keep,
        ));
    }
    for own in [
        "hunter2",
        "http://hunter2@a.test",
        "http://a.test?hunter2",
        "http://a.test/hunter2 x",
        "http://[hunter2",
    ] {
        let keep = Keep {
            own: Some(own),
            ..KEEP
        };
        ways.push(Way(
            "no URL of its own",
            "Construction",
            set(),
            vec![],
            keep,
        ));
    }
    ways
}

fn ways_of_identities() -> Vec<Way> {
    let bearing = |token: &str| {
        let settings = set().auth_scheme(BearerAuthScheme::new());
        let settings = settings.auth_preference(["httpBearerAuth"]);
        settings.bearer_token(Token::new(token, None))
    };
    let nobody = set()
        .auth_scheme(BearerAuthScheme::new())
        .auth_preference(["httpBearerAuth"]);
    let signing = |key_id, token| set().credentials(credentials_with(key_id, token));
    [
        ("no credentials", set().credentials(NobodyHome)),
        ("no token", nobody.bearer_token(NobodyHome)),
        (
            "another identity",
            set().identity("sigv4", Identity::new((), None)),
        ),
        ("a session token", signing("AKID", "hunter2\n")),
        ("a key id", signing("AKID\u{fc}\nhunter2", "x")),
        ("a bearer token", bearing("hunter2\n")),
        ("a signature", set().auth_scheme(BrokenPen)),
    ]
    .map(|(name, settings)| Way(name, "Construction", settings, vec![], KEEP))
    .into()
}

fn ways_of_the_connection() -> Vec<Way> {
    let short = Duration::from_secs(1);
    let tries = Settings::new().retry(RetryConfig::standard());
    let busy = || Respond(503, "GaugeBusy: the gauge is busy\nhunter2");
    let connector = |error| set().http_client(FailingConnector(error));
    vec![
        Way(
            "time is up",
            "Timeout",
            timeout(TimeoutConfig::builder().operation_timeout(short).build()),
            vec![Hang],
            KEEP,
        ),
        Way(
            "time of a try is up",
            "Timeout",
            timeout(
                TimeoutConfig::builder()
                    .operation_attempt_timeout(short)
                    .build(),
            ),
            vec![Hang],
            KEEP,
        ),
        Way("refused", "Connection", set(), vec![Refuse], KEEP),
        Way(
            "no connection in time",
            "Timeout",
            connector(ConnectorError::timeout),
            vec![],
            KEEP,
        ),
        Way(
            "a dead line",
            "Connection",
            connector(ConnectorError::io),
            vec![],
            KEEP,
        ),
        Way(
            "another fault of the line",
            "Connection",
            connector(|e| ConnectorError::other(e, None)),
            vec![],
            KEEP,
        ),
        Way(
            "a fault of the user's",
            "Construction",
            connector(ConnectorError::user),
            vec![],
            KEEP,
        ),
        Way(
            "no number",
            "Unreadable",
            set(),
            vec![Respond(200, "hunter2")],
            KEEP,
        ),
        Way("half an answer", "Unreadable", set(), vec![BreakOff], KEEP),
        Way(
            "an error",
            "Service",
            set(),
            vec![Respond(400, "HarbourClosed: closed\nhunter2")],
            KEEP,
        ),
        Way(
            "an unknown error",
            "Service",
            set(),
            vec![Respond(400, "Storm: a storm\nhunter2")],
            KEEP,
        ),
        Way("no error", "Service", set(), vec![Respond(500, "")], KEEP),
        Way(
            "all tries",
            "Service",
            tries,
            vec![busy(), busy(), busy()],
            KEEP,
        ),
    ]
}

fn ways_of_interceptors() -> Vec<Way> {
    let sent = HOOKS.iter().position(|hook| *hook == "read_after_transmit");
    let of = |(place, hook): (usize, &'static &'static str)| {
        let (kind, answers) = match Some(place) < sent {
            true => ("Construction", vec![]),
            false => ("Unreadable", vec![OUTPUT]),
        };
        Way(
            hook,
            kind,
            set().interceptor(FailingAt(hook)),
            answers,
            KEEP,
        )
    };
    let first = "read_before_execution";
    let first = Way(
        first,
        "Construction",
        set().interceptor(FailingAt(first)),
        vec![],
        KEEP,
    );
    let ways = HOOKS.iter().enumerate().map(of);
    ways.chain([first]).collect()
}

#[tokio::test(start_paused = true)]
async fn no_error_and_no_log_tells_what_was_asked_or_answered() {
    let log = Log::default();
    let _guards = log.start();
    let ways = [
        ways_of_the_request(),
        ways_of_identities(),
        ways_of_the_connection(),
        ways_of_interceptors(),
    ];
    for Way(name, kind, settings, answers, keep) in ways.into_iter().flatten() {
        let service = ServiceDouble::with(answers);
        let client = Client::<Vault>::with_settings(&service.config(), settings);
        let error = client.call(keep.clone()).await.expect_err(name);
        let told = told(&error);
        assert!(!told.contains(SECRET), "{name}, {keep:?}: {told}");
        let debug = format!("{error:?}");
        assert!(debug.starts_with(kind), "{name}: {debug}");
        assert!(kind != "Construction" || service.asked() == 0, "{name}");
    }
    let log = log.text();
    assert!(log.contains("rpc.method=\"Keep\""), "{log}");
    assert!(log.contains("request_id="), "{log}");
    assert!(!log.contains(SECRET), "{log}");
}

#[tokio::test]
async fn a_call_that_succeeds_has_the_secret_in_all_of_its_places() {
    let service = ServiceDouble::with([OUTPUT]);
    let client = Client::<Vault>::with_settings(&service.config(), set());
    client.call(KEEP).await.unwrap();
    assert_eq!(
        service.uri(),
        "https://hunter2.hunter2.vault.eu-west-1.example.com/hunter2/kept?secret=hunter2"
    );
    assert_eq!(service.header("x-secret"), SECRET);
    assert_eq!(service.body(), SECRET.as_bytes());
}

#[tokio::test]
async fn what_cannot_be_presigned_tells_nothing_either() {
    let hour = Duration::from_secs(3600);
    let ways = ways_of_the_request().into_iter();
    for Way(name, kind, settings, _, keep) in ways.chain(ways_of_identities()) {
        let client = Client::<Vault>::with_settings(&ServiceDouble::with([]).config(), settings);
        let error = client.presign(keep, hour).await.expect_err(name);
        let told = told(&error);
        assert!(!told.contains(SECRET), "{name}: {told}");
        assert!(told.contains(kind), "{name}: {told}");
    }
}

#[test]
fn rules_without_a_client_tell_nothing_either() {
    for Way(name, _, _, _, keep) in ways_of_the_request() {
        let rules = Vault::ENDPOINT_RULES.expect("it has rules");
        let parameters = keep.endpoint_parameters().unwrap().region("eu-west-1");
        if let Err(error) = rules.resolve(&parameters) {
            let told = told(&error);
            assert!(!told.contains(SECRET), "{name}: {told}");
        }
    }
}

/// It is kept.
#[derive(Debug)]
struct Kept;

impl Waiter for Kept {
    type Operation = Keep;

    const NAME: &'static str = "Kept";
    const MIN_DELAY: Duration = Duration::from_secs(2);
    const MAX_DELAY: Duration = Duration::from_secs(10);

    fn judge(_: &Keep, answer: waiter::Answer<'_, Keep>) -> Verdict {
        match answer {
            Ok(_) => Verdict::Retry,
            Err(_) => Verdict::Unexpected,
        }
    }
}

#[tokio::test(start_paused = true)]
async fn waiting_that_fails_tells_nothing_either() {
    for (answers, seconds) in [
        (vec![Refuse], 60),
        (vec![Respond(200, "hunter2")], 60),
        (vec![Respond(400, "HarbourClosed: closed\nhunter2")], 60),
        (vec![OUTPUT, OUTPUT, OUTPUT], 3),
        (vec![Hang], 3),
    ] {
        let service = ServiceDouble::with(answers);
        let client = Client::<Vault>::with_settings(&service.config(), set());
        let waiting = Waiting::<Kept>::new(client.clone(), KEEP);
        let error = waiting.within(Duration::from_secs(seconds)).await;
        let told = told(&error.expect_err("it fails"));
        assert!(!told.contains(SECRET), "{told}");
    }
}
