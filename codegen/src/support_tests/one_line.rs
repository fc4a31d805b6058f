//! What a server says is shown in one line that it cannot break out of, and that ends.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use crate::support::client::CallError;
use crate::support::error::{Metadata, Unhandled};
use crate::support::operation::{Response, UnreadableError};
use crate::support::rest_json::RestJson1;
use crate::support::waiter::WaitError;
use crate::support_tests::client::service_double;
use crate::support_tests::client::tide::{ReadTide, TideError};

/// What could end a line, move the cursor, or turn the direction of writing.
const HOSTILE: &str = "a\u{1b}[2J\nb\rc\t\0\u{7f}\u{9b}\u{85}\u{2028}\u{202e}d\u{2066}\u{200f}e";
const SHOWN: &str = "a\\u{1b}[2J\\nb\\rc\\t\\u{0}\\u{7f}\\u{9b}\\u{85}\\u{2028}\\u{202e}d\
                     \\u{2066}\\u{200f}e";

/// An error that the service tells with this code and this message.
fn error(code: &str, message: &str) -> Unhandled {
    let body = serde_json::json!({ "code": code, "message": message });
    let response = http::Response::builder().status(400);
    let response = response.body(body.to_string()).expect("a valid response");
    RestJson1::fault(&(&response).into()).unhandled()
}

/// All that is displayed of this text, wherever a server may have put it.
fn displayed(text: &str) -> Vec<String> {
    let meta = || Metadata::new(text, Some(text));
    let headers = http::HeaderMap::new();
    let response = Response::new(200, &headers, b"");
    let failed = WaitError::<ReadTide>::Failed {
        waiter: "TideComes",
        reason: "the tide turned",
        answer: Box::new(Err(CallError::Timeout(text.into()))),
        calls: 1,
    };
    vec![
        error(text, text).to_string(),
        meta().to_string(),
        Unhandled::new(meta()).to_string(),
        Unhandled::from_source(std::io::Error::other(text)).to_string(),
        UnreadableError::new(&response, text).to_string(),
        CallError::<TideError>::Timeout(text.into()).to_string(),
        CallError::<TideError>::Construction(text.into()).to_string(),
        CallError::Service {
            error: Box::new(TideError::HarbourClosed(meta())),
            response: Box::new(answer()),
        }
        .to_string(),
        CallError::<TideError>::Unreadable {
            source: text.into(),
            response: Box::new(answer()),
        }
        .to_string(),
        failed.to_string(),
    ]
}

fn answer() -> HttpResponse {
    service_double::response(400, "".into())
}

#[test]
fn control_characters_are_shown_escaped() {
    for text in displayed(HOSTILE) {
        assert!(text.contains(SHOWN), "{text:?}");
        assert!(!text.contains(char::is_control), "{text:?}");
        assert!(
            !text.contains(['\u{2028}', '\u{202e}', '\u{2066}']),
            "{text:?}"
        );
    }
    assert_eq!(
        Metadata::new("Closed", Some("for\nthe night")).to_string(),
        "Closed: for\\nthe night"
    );
}

#[test]
fn a_request_id_is_a_text_of_the_server_too() {
    let mut response = http::Response::new("{}");
    *response.status_mut() = http::StatusCode::BAD_REQUEST;
    let id = http::HeaderValue::from_bytes("4f\u{202e}1c\u{9b}".as_bytes());
    let id = id.expect("a value that HTTP allows");
    response.headers_mut().insert("x-amzn-requestid", id);
    let error = RestJson1::fault(&(&response).into()).unhandled();
    assert_eq!(
        error.to_string(),
        "HTTP status 400 (request id 4f\\u{202e}1c\\u{9b})"
    );
}

#[test]
fn what_is_long_is_cut_and_says_how_much_there_is_more() {
    let long = "tide ".repeat(2_000_000);
    for text in displayed(&long) {
        assert!(text.len() < 10_000, "{} bytes", text.len());
        assert!(text.contains("tide … (99"), "{text}");
    }
    let text = error("Closed", &"é".repeat(2_003)).to_string();
    let expected = format!("Closed: {}… (6 bytes more)", "é".repeat(2_000));
    assert_eq!(text, expected);
}

#[test]
fn the_message_itself_stays_whole_and_as_it_is() {
    let long = HOSTILE.repeat(100_000);
    assert_eq!(error("Closed", &long).message(), Some(&*long));
}

#[test]
fn other_texts_are_shown_as_they_are() {
    for text in [
        "",
        "é — 東京　都",
        "क्‍ष",
        "\\n 'a' \"b\"",
        &"x".repeat(2_000),
    ] {
        let expected = format!("Closed: {text}");
        assert_eq!(Metadata::new("Closed", Some(text)).to_string(), expected);
    }
}
