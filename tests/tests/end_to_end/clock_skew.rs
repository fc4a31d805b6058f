//! Clocks that disagree: signatures carry a time, which the service compares with its own.

use std::time::{Duration, SystemTime};

use tinsmith_tests::local_license_manager::LocalLicenseManager;

use crate::account::{client, create, new_token, server, tried_once};

const HOUR: Duration = Duration::from_hours(1);

/// Servers whose clocks are an hour ahead and an hour behind.
fn servers_of_another_time() -> [LocalLicenseManager; 2] {
    let (ahead, behind) = (server(), server());
    ahead.clock().advance(HOUR);
    behind.clock().stop_at(SystemTime::now() - HOUR);
    [ahead, behind]
}

#[tokio::test]
async fn a_call_is_signed_again_by_the_services_clock() {
    for server in servers_of_another_time() {
        new_token(&client(&server), "order-1").await;
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_client_remembers_the_services_clock() {
    for server in servers_of_another_time() {
        let client = client(&server);
        new_token(&client, "order-1").await;
        new_token(&client, "order-2").await;
        assert_eq!(server.requests().len(), 3);
    }
}

#[tokio::test]
async fn a_call_that_is_tried_once_says_what_is_wrong_with_its_time() {
    let [ahead, _] = servers_of_another_time();
    let client = client(&ahead);
    let created = create(&client, "order-1")
        .send()
        .with_settings(&tried_once())
        .await;
    let text = created.expect_err("it was signed an hour ago").to_string();
    assert!(text.starts_with("InvalidSignatureException: "), "{text}");
    assert!(text.contains(" has expired "), "{text}");
}
