//! What calls trace, down to the last detail, shows no token and no key.
//!
//! It is a program of its own: traces of other tests would mix with these.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_types::retry::RetryConfig;
use generated::license_manager::Client;
use generated::sts;
use tinsmith_tests::local_license_manager::{Fault, LocalLicenseManager};
use tinsmith_tests::local_sts::LocalSts;
use tracing_subscriber::filter::LevelFilter;

/// How every JWT begins: it is the base64 of `{"`.
const TOKEN: &str = "eyJ";

const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123";
const ROLE: &str = "arn:aws:iam::123456789012:role/Consumption";

/// Keeps what is traced.
#[derive(Clone, Default)]
struct Trace(Arc<Mutex<Vec<u8>>>);

impl Trace {
    fn text(&self) -> String {
        let bytes = self.0.lock().expect("no panic");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Trace {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Calls both services, and says which keys and tokens of a role came of it.
async fn call_everything(server: &LocalLicenseManager) -> [String; 2] {
    let config = server.sdk_config().into_builder();
    let retry = RetryConfig::standard().with_max_backoff(Duration::from_millis(1));
    let client = Client::new(&config.retry_config(retry).build());
    let create = || {
        let call = client.create_token().license_arn(LICENSE);
        call.client_token("order-1").role_arns([ROLE]).send()
    };
    server.fail_next(Fault::CutBody);
    let created = create().await.expect("the second try succeeds");
    server.fail_next(Fault::TruncatedJson);
    assert!(create().await.is_err());
    let token = created.token.expect("there is a token");
    assert!(token.starts_with(TOKEN));
    let exchanged = client.get_access_token().token(token).send().await;
    let access = exchanged.expect("the token is good").access_token;
    assume_role(server, &access.expect("there is an access token")).await
}

/// Assumes the role, calls with its credentials, and is refused another one.
async fn assume_role(server: &LocalLicenseManager, token: &str) -> [String; 2] {
    let local = LocalSts::start(server, [LICENSE]).expect("loopback can be listened on");
    let client = sts::Client::new(&local.sdk_config());
    let assume = |role| {
        let call = client.assume_role_with_web_identity().role_arn(role);
        let call = call.role_session_name("editor-1");
        call.web_identity_token(token).send()
    };
    let session = assume(ROLE).await.expect("the token opens the role");
    assert!(
        assume("arn:aws:iam::123456789012:role/Other")
            .await
            .is_err()
    );
    let role = session.credentials.expect("there are credentials");
    let secrets = [role.secret_access_key, role.session_token];
    let [key, session_token] = secrets.clone();
    let credentials = Credentials::new(
        role.access_key_id,
        key,
        Some(session_token),
        None,
        "the role",
    );
    let config = server.sdk_config().into_builder();
    let config = config.credentials_provider(SharedCredentialsProvider::new(credentials));
    let listed = Client::new(&config.build()).list_tokens().send().await;
    let refused = listed.expect_err("the role may check out a license alone");
    assert!(refused.to_string().contains("AccessDenied"), "{refused}");
    secrets
}

#[tokio::test]
async fn a_trace_tells_of_every_call_and_of_no_token() {
    let trace = Trace::default();
    let writer = trace.clone();
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    let server = LocalLicenseManager::start().expect("loopback can be listened on");
    let secrets = call_everything(&server).await;
    let trace = trace.text();
    for operation in ["CreateToken", "GetAccessToken", "AssumeRoleWithWebIdentity"] {
        let method = format!("rpc.method=\"{operation}\"");
        assert!(trace.contains(&method), "{trace}");
    }
    assert!(trace.contains("TRACE"));
    let [key, session_token] = &secrets;
    let secrets = [TOKEN, key, session_token];
    let tells = |line: &&str| secrets.iter().any(|secret| line.contains(secret));
    let told: Vec<_> = trace.lines().filter(tells).collect();
    assert!(told.is_empty(), "{told:#?}");
}
