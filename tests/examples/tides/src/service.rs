//! The service, as anybody would write it: it knows HTTP and JSON, and nothing of the model.

use std::io;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, Uri, header::AUTHORIZATION};
use axum::routing::get;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// What callers show.
pub const TOKEN: &str = "secret";

/// How many tides a page has.
const PAGE: usize = 2;

/// Starts the service on a free port of this machine; its URL.
pub async fn start() -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let router = Router::new().route("/harbours/{harbour}/tides", get(list_tides));
    tokio::spawn(async { axum::serve(listener, router).await });
    Ok(url)
}

type Answer = (StatusCode, [(&'static str, &'static str); 1], String);

async fn list_tides(Path(harbour): Path<String>, headers: HeaderMap, uri: Uri) -> Answer {
    let shown = headers.get(AUTHORIZATION).map(|value| value.as_bytes());
    if shown != Some(format!("Bearer {TOKEN}").as_bytes()) {
        return error(StatusCode::UNAUTHORIZED, "Unauthorized", "who are you?");
    }
    if harbour != "Hamburg" {
        let message = format!("{harbour} is not by the sea");
        return error(StatusCode::NOT_FOUND, "NoSuchHarbour", &message);
    }
    let from = uri.query().and_then(|query| query.strip_prefix("from="));
    let from: usize = from.and_then(|from| from.parse().ok()).unwrap_or(0);
    let tides = tides();
    let page: Vec<&Value> = tides.iter().skip(from).take(PAGE).collect();
    let mut output = json!({ "tides": page });
    let next = from + PAGE;
    if next < tides.len() {
        output["next"] = json!(next.to_string());
    }
    answer(StatusCode::OK, &output)
}

/// Times are seconds since 1970, as the protocol wants them.
fn tides() -> [Value; 3] {
    [
        json!({ "at": 1_772_357_400, "water": "HIGH", "height": { "metres": 3.6 } }),
        json!({ "at": 1_772_382_900, "water": "LOW", "height": { "metres": 0.4 } }),
        json!({ "at": 1_772_402_100, "water": "HIGH", "height": { "feet": 11.5 } }),
    ]
}

fn error(status: StatusCode, code: &str, message: &str) -> Answer {
    answer(status, &json!({ "code": code, "message": message }))
}

fn answer(status: StatusCode, body: &Value) -> Answer {
    (status, [("content-type", "application/json")], body.to_string())
}
