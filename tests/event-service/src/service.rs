//! The service: what it does with requests, and where it listens.

use std::net::SocketAddr;
use std::sync::Arc;

use aws_smithy_types::event_stream::Message;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;

use crate::certificate::Authority;
use crate::conversation::{Conversation, serve};
use crate::signature::Caller;

type Answer = dyn Fn(&Message) -> Vec<Message> + Send + Sync;
type Refusal = dyn Fn(&str) -> Message + Send + Sync;
type OnTheWay = dyn Fn(usize, Message) -> Vec<Message> + Send + Sync;

/// What the service does with each request.
pub struct Plan {
    pub(crate) caller: Option<Caller>,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) opening: Vec<Message>,
    pub(crate) answer: Box<Answer>,
    pub(crate) refusal: Box<Refusal>,
    pub(crate) on_the_way: Box<OnTheWay>,
}

impl Plan {
    /// Answers each event with these, at once, and with an error where it refuses to go on.
    pub fn new(
        answer: impl Fn(&Message) -> Vec<Message> + Send + Sync + 'static,
        refusal: impl Fn(&str) -> Message + Send + Sync + 'static,
    ) -> Self {
        Self {
            caller: None,
            headers: Vec::new(),
            opening: Vec::new(),
            answer: Box::new(answer),
            refusal: Box::new(refusal),
            on_the_way: Box::new(|_, message| vec![message]),
        }
    }

    /// The same for this caller alone, whose signatures are verified.
    #[must_use]
    pub fn signed_by(mut self, caller: Caller) -> Self {
        self.caller = Some(caller);
        self
    }

    /// The same with a header of its responses.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same, which says this before all that it is asked.
    #[must_use]
    pub fn opening(mut self, message: Message) -> Self {
        self.opening.push(message);
        self
    }

    /// The same where messages are changed on the way to it, their checksums with them: what becomes of each, by
    /// its number.
    #[must_use]
    pub fn on_the_way(
        mut self,
        change: impl Fn(usize, Message) -> Vec<Message> + Send + Sync + 'static,
    ) -> Self {
        self.on_the_way = Box::new(change);
        self
    }
}

/// The service. It stops with the runtime that it was started in.
pub struct Service {
    address: SocketAddr,
    ended: mpsc::UnboundedReceiver<Conversation>,
}

impl Service {
    /// Starts it on a free port.
    ///
    /// # Panics
    /// Where there is none.
    pub async fn start(authority: &Authority, plan: Plan) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let acceptor = TlsAcceptor::from(Arc::clone(&authority.server));
        let plan = Arc::new(plan);
        let (log, ended) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, plan, log) = (acceptor.clone(), Arc::clone(&plan), log.clone());
                tokio::spawn(connection(stream, acceptor, plan, log));
            }
        });
        Self { address, ended }
    }

    /// Where it is.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// What came in the next request that has ended, or is refused.
    ///
    /// # Panics
    /// Where the runtime of the service is gone.
    pub async fn ended(&mut self) -> Conversation {
        self.ended.recv().await.expect("the service is there")
    }
}

/// Serves a connection. One that breaks ends its requests, which tell it.
async fn connection(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    plan: Arc<Plan>,
    log: mpsc::UnboundedSender<Conversation>,
) {
    let Ok(stream) = acceptor.accept(stream).await else {
        return;
    };
    let Ok(mut connection) = h2::server::handshake(stream).await else {
        return;
    };
    while let Some(Ok((request, respond))) = connection.accept().await {
        let (plan, log) = (Arc::clone(&plan), log.clone());
        tokio::spawn(async move { serve(request, respond, &plan, &log).await });
    }
}
