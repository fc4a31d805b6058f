//! The server itself: what it logs, how it stops, many calls at once.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;
use tinsmith_tests::local_license_manager::{Fault, ReceivedRequest};

use crate::caller::{add_signature, call, create, send, server, try_call, unsigned};

#[test]
fn every_request_is_logged_even_when_refused() {
    let server = server();
    call(&server, "CreateToken", &create("order-1"));
    let mut refused = unsigned(&server, "ListTokens", "{}".to_owned());
    let attempt = "attempt=2; max=3".parse().expect("a header");
    refused.headers_mut().insert("amz-sdk-request", attempt);
    send(refused).expect("the server answers");

    let log = server.requests();
    let operations: Vec<_> = log.iter().map(ReceivedRequest::operation).collect();
    assert_eq!(operations, ["CreateToken", "ListTokens"]);
    assert_eq!(log[0].target(), "AWSLicenseManager.CreateToken");
    assert_eq!(log[0].body, create("order-1").to_string());
    assert_eq!((log[0].attempt(), log[1].attempt()), (None, Some(2)));
}

#[test]
fn the_date_of_a_response_is_that_of_the_servers_clock() {
    let server = server();
    let time = std::time::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    server.clock().stop_at(time);
    let answer = call(&server, "ListTokens", &json!({}));
    assert_eq!(answer.header("date"), "Fri, 15 Jan 2027 08:00:00 GMT");
}

#[test]
fn only_a_post_of_the_protocols_media_type_to_the_root_is_a_call() {
    let server = server();
    for (method, path, media_type) in [
        ("GET", "/", "application/x-amz-json-1.1"),
        ("POST", "/elsewhere", "application/x-amz-json-1.1"),
        ("POST", "/", "application/x-amz-json-1.0"),
    ] {
        let mut request = unsigned(&server, "ListTokens", String::new());
        *request.method_mut() = method.parse().expect("a method");
        *request.uri_mut() = (server.endpoint_url() + path).parse().expect("a URI");
        let media_type = media_type.parse().expect("a header");
        request.headers_mut().insert("content-type", media_type);
        let now = server.clock().now();
        add_signature(&mut request, &server.credentials(), server.region(), now);
        let answer = send(request).expect("the server answers");
        assert_eq!(
            answer.error().0,
            "UnknownOperationException",
            "{method} {path}"
        );
    }
}

#[test]
fn many_calls_at_once_all_get_their_own_token() {
    let server = server();
    let mut ids: Vec<String> = std::thread::scope(|scope| {
        let one = |order: usize| {
            let input = create(&format!("order-{order}"));
            call(&server, "CreateToken", &input).output()["TokenId"].to_string()
        };
        let threads: Vec<_> = (0..50)
            .map(|order| scope.spawn(move || one(order)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"))
            .collect()
    });
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 50);
}

#[test]
fn a_dropped_server_takes_no_more_connections() {
    let server = server();
    let address = server.endpoint_url().replace("http://", "");
    assert!(TcpStream::connect(&address).is_ok());
    drop(server);
    assert!(TcpStream::connect(&address).is_err());
}

#[test]
fn a_server_stops_soon_even_while_a_call_waits() {
    let server = server();
    server.fail_next(Fault::Delay(Duration::from_mins(1)));
    let mut request = unsigned(&server, "ListTokens", "{}".to_owned());
    let now = server.clock().now();
    add_signature(&mut request, &server.credentials(), server.region(), now);
    let waiting = std::thread::spawn(move || send(request).is_err());
    while server.requests().is_empty() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let start = Instant::now();
    drop(server);
    assert!(start.elapsed() < Duration::from_secs(10));
    assert!(waiting.join().expect("no panic"));
}

#[test]
fn a_server_can_start_and_stop_where_another_runtime_is_at_work() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime
        .enable_time()
        .build()
        .expect("a runtime can be built");
    runtime.block_on(async {
        let server = server();
        server.fail_next(Fault::Delay(Duration::from_millis(50)));
        assert_eq!(call(&server, "ListTokens", &json!({})).status(), 200);
        drop(server);
    });
}

#[test]
fn two_servers_know_nothing_of_each_other() {
    let (one, other) = (server(), server());
    let created = try_call(&one, "CreateToken", &create("order-1")).expect("an answer");
    let input = json!({ "TokenId": created.output()["TokenId"] });
    assert_eq!(
        call(&other, "DeleteToken", &input).error().0,
        "ResourceNotFoundException"
    );
}
