#!/usr/bin/env bash
# hyper: over HTTP/2, a request whose answer is dropped early loses the last bytes that were sent, and its end.
#
# hyper 1.12.0, h2 0.4.20: a client's request with a body of unknown length, answered with a head at once.
#
# Expected: the directions of a stream end by themselves. Who drops the answer, as its head has said enough, still
# sends the body: what `send_data` has taken is sent, and so is the end.
#
# Seen: all pieces are taken without an error. The last of them and the end are never sent: with the end, the client
# resets its stream (CANCEL), since nobody holds it any more, and what waited to be written goes with it. The
# service has nine bytes of ten, and a request that broke off. Nobody at the client is told.
#
# Why a good guess is wrong: it does not happen at once. While the body goes on, so does the request; only what is sent
# last is lost.
#
# Who is hurt: whoever streams a body to a service that answers before it has all, streams of events above all, and
# drops the answer before the body has ended.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "seen"
version = "0.0.0"
edition = "2024"

[dependencies]
bytes = "1"
h2 = "=0.4.20"
http = "1"
http-body-util = { version = "0.1", features = ["channel"] }
hyper = { version = "=1.12.0", features = ["client", "http2"] }
hyper-util = { version = "0.1", features = ["tokio"] }
tokio = { version = "1", features = ["macros", "net", "rt"] }

[profile.dev]
debug = false
TOML
cat >src/main.rs <<'RUST'
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::channel::Channel;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Takes one request: its head is answered at once, and its body read to the end.
async fn service() -> (TcpStream, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let seen = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut connection = h2::server::handshake(stream).await.unwrap();
        let (request, mut respond) = connection.accept().await.unwrap().unwrap();
        tokio::spawn(async move { while connection.accept().await.is_some() {} });
        let mut answer = respond.send_response(Response::new(()), false).unwrap();
        let mut body = request.into_body();
        let mut pieces = 0;
        loop {
            match body.data().await {
                Some(Ok(bytes)) => {
                    let _ = body.flow_control().release_capacity(bytes.len());
                    pieces += bytes.len();
                }
                Some(Err(error)) => return format!("{pieces} bytes, then: {error}"),
                None => break,
            }
        }
        let _ = answer.send_data(Bytes::new(), true);
        format!("{pieces} bytes, and the end")
    });
    (TcpStream::connect(address).await.unwrap(), seen)
}

/// Sends ten bytes, one by one, while the answer is there or has been dropped.
async fn sends(keeps_the_answer: bool) -> String {
    let (stream, seen) = service().await;
    let (mut client, connection) =
        http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let (mut body, channel) = Channel::<Bytes>::new(1);
    let answer = client.send_request(Request::new(channel)).await.unwrap();
    let answer = keeps_the_answer.then_some(answer);
    for _ in 0..10 {
        body.send_data(Bytes::from_static(b".")).await.unwrap();
    }
    drop(body);
    let seen = seen.await.unwrap();
    drop(answer);
    seen
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("the answer is kept: {}", sends(true).await);
    println!("the answer is dropped: {}", sends(false).await);
}
RUST
CARGO_TARGET_DIR=$folder/target cargo run --quiet | tee seen

diff seen - <<'SEEN'
the answer is kept: 10 bytes, and the end
the answer is dropped: 9 bytes, then: stream error received: stream no longer needed
SEEN
echo "as described"
