//! An HTTP server on loopback, on a thread and a tokio runtime of its own: what each of the local
//! services stands on.

mod connection;
mod messages;

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

pub(crate) use connection::Connection;
use connection::SeverableListener;
pub(crate) use messages::{RequestIds, in_memory, received, set_header, with_status};

/// How long calls that are still being answered may take when the server stops.
const GRACE: Duration = Duration::from_millis(500);

/// A running server. It stops when this is dropped.
pub(crate) struct LocalServer {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl LocalServer {
    /// Starts a server on a free port. Its handlers can ask for the `ConnectInfo` of a
    /// [`Connection`].
    ///
    /// # Errors
    /// Where loopback cannot be listened on, or no thread can be started.
    pub(crate) fn start(name: &str, router: Router) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let listener = listen(&runtime)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || serve(&runtime, listener, router, stopped))?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where the server is, e.g. `http://127.0.0.1:49152`.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl fmt::Debug for LocalServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalServer")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl Drop for LocalServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic on that thread has already been printed there.
            let _ = thread.join();
        }
    }
}

/// Listens on a free port of loopback. Nothing here waits, so a server can also be started where
/// another runtime is at work.
fn listen(runtime: &Runtime) -> io::Result<TcpListener> {
    /// How many connections may wait to be accepted: a test may open very many at once.
    const BACKLOG: u32 = 1024;

    let _context = runtime.enter();
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
    socket.listen(BACKLOG)
}

/// Serves until `stopped` resolves, then lets open calls finish within [`GRACE`].
fn serve(runtime: &Runtime, listener: TcpListener, router: Router, stopped: oneshot::Receiver<()>) {
    let connections = router.into_make_service_with_connect_info::<Connection>();
    let (drain, draining) = oneshot::channel::<()>();
    runtime.block_on(async {
        let server = axum::serve(SeverableListener(listener), connections)
            .with_graceful_shutdown(async { drop(draining.await) });
        let server = tokio::spawn(server.into_future());
        // The sender says nothing: that it is dropped is the sign.
        let _ = stopped.await;
        drop(drain);
        let _ = tokio::time::timeout(GRACE, server).await;
    });
}
