//! A double that listens on loopback, for programs that cannot be given an HTTP client.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::JoinHandle;

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use super::{Double, Doubled, Unanswered};

/// A double that listens. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<Infallible>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Where it listens, e.g. `http://127.0.0.1:49152`: what a client is given as its endpoint.
    #[inline]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The same as an address.
    #[inline]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    #[inline]
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of a closure has been printed where it was.
            let _ = thread.join();
        }
    }
}

impl<S: Doubled> Double<S> {
    /// Lets the double answer on a free port of loopback, over HTTP/1.1, from a thread of its own. What it
    /// has no answer to it refuses with the status 501, or 400 where the request cannot be read, and says
    /// why in the body; where a closure breaks off, the connection ends.
    ///
    /// # Errors
    /// Where loopback cannot be listened on, or no thread can be started.
    pub fn serve(&self) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let double = self.clone();
        let thread = std::thread::Builder::new()
            .name(format!("double of {}", S::SDK_ID))
            .spawn(move || run(&runtime, listener, double, stopped))?;
        Ok(Server {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

/// Answers until the server is dropped.
fn run<S: Doubled>(
    runtime: &Runtime,
    listener: TcpListener,
    double: Double<S>,
    stopped: oneshot::Receiver<Infallible>,
) {
    runtime.block_on(async {
        tokio::select! {
            // The sender says nothing: that it is gone is the sign.
            _ = stopped => {}
            _ = accept(listener, double) => {}
        }
    });
}

async fn accept<S: Doubled>(listener: TcpListener, double: Double<S>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let double = double.clone();
        let service = service_fn(move |request| answer(double.clone(), request));
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        // That a connection ends before its time is the client's to tell.
        tokio::spawn(async { drop(connection.await) });
    }
}

async fn answer<S: Doubled>(
    double: Double<S>,
    request: http::Request<Incoming>,
) -> Result<http::Response<SdkBody>, Unanswered> {
    let (head, body) = request.into_parts();
    let body = ByteStream::new(SdkBody::from_body_1_x(body))
        .collect()
        .await;
    let Ok(body) = body else {
        return Err(Unanswered::BrokenOff);
    };
    let request = http::Request::from_parts(head, body.to_vec());
    match double.answer(request) {
        Err(Unanswered::BrokenOff) => Err(Unanswered::BrokenOff),
        Err(unanswered) => Ok(refusal(&unanswered)),
        Ok(response) => Ok(response),
    }
}

#[inline]
fn refusal(unanswered: &Unanswered) -> http::Response<SdkBody> {
    let mut response = http::Response::new(SdkBody::from(unanswered.to_string()));
    *response.status_mut() = match unanswered {
        Unanswered::Unreadable { .. } => StatusCode::BAD_REQUEST,
        _ => StatusCode::NOT_IMPLEMENTED,
    };
    let media_type = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    response
}
