//! Services on loopback that keep nothing, and answer at once. What is put into a store goes nowhere, and of
//! an object that is got the first part of its key says how large it is: the sizes are given as arguments, so
//! that their checksums are known before anybody asks. What is posted gets a token. The address is the only
//! line of the output. It ends when its input does.

mod answer;

use std::convert::Infallible;
use std::error::Error;
use std::rc::Rc;
use std::{env, io, process, thread};

use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{LocalSet, spawn_local};

use answer::{Bytes, Object};

/// The objects that there are, one of each size.
type Objects = Rc<Vec<Object>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sizes: Result<Vec<u64>, _> = env::args().skip(1).map(|size| size.parse()).collect();
    let objects: Objects = Rc::new(sizes?.into_iter().map(Object::of).collect());
    thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        process::exit(0);
    });
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("http://{}", listener.local_addr()?);
    let served = async {
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            spawn_local(serve(stream, Rc::clone(&objects)));
        }
    };
    LocalSet::new().run_until(served).await
}

/// Answers what comes on a connection, until its client has gone.
async fn serve(stream: TcpStream, objects: Objects) {
    let service = service_fn(|request| answer(request, &objects));
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    if let Err(error) = connection.await {
        eprintln!("{error}");
    }
}

async fn answer(
    request: Request<Incoming>,
    objects: &[Object],
) -> Result<Response<Bytes>, Infallible> {
    // `/bucket/size/number`
    let size = request.uri().path().split('/').nth(2);
    let object = size.and_then(|size| objects.iter().find(|object| object.is_of(size)));
    if let (&Method::GET, Some(object)) = (request.method(), object) {
        return Ok(object.answer());
    }
    let method = request.method().clone();
    let came = all_came(request.into_body()).await;
    Ok(match method {
        Method::PUT if came => answer::stored(),
        Method::POST if came => answer::token(),
        _ => answer::refused(),
    })
}

/// Reads a body to its end: whether there was one.
async fn all_came(mut body: Incoming) -> bool {
    while let Some(frame) = body.frame().await {
        if frame.is_err() {
            return false;
        }
    }
    true
}
