//! What a call traces, down to the last detail, shows no token.
//!
//! It is a program of its own: traces of other tests would mix with these.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use generated::license_manager::Client;
use tinsmith_tests::local_license_manager::{Fault, LocalLicenseManager};
use tracing_subscriber::filter::LevelFilter;

/// How every JWT begins: it is the base64 of `{"`.
const TOKEN: &str = "eyJ";

const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123";

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

async fn call_everything(server: &LocalLicenseManager) {
    let config = server.sdk_config().into_builder();
    let retry = RetryConfig::standard().with_max_backoff(Duration::from_millis(1));
    let client = Client::new(&config.retry_config(retry).build());
    let create = || {
        let call = client.create_token().license_arn(LICENSE);
        call.client_token("order-1").send()
    };
    server.fail_next(Fault::CutBody);
    let created = create().await.expect("the second try succeeds");
    server.fail_next(Fault::TruncatedJson);
    assert!(create().await.is_err());
    let token = created.token.expect("there is a token");
    assert!(token.starts_with(TOKEN));
    let exchanged = client.get_access_token().token(token).send().await;
    assert!(exchanged.expect("the token is good").access_token.is_some());
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
    call_everything(&server).await;
    let trace = trace.text();
    for operation in ["CreateToken", "GetAccessToken"] {
        let method = format!("rpc.method=\"{operation}\"");
        assert!(trace.contains(&method), "{trace}");
    }
    assert!(trace.contains("TRACE"));
    let told: Vec<_> = trace.lines().filter(|l| l.contains(TOKEN)).collect();
    assert!(told.is_empty(), "{told:#?}");
}
