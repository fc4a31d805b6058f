//! A request whose events are answered as they come.

use aws_smithy_types::event_stream::Message;
use bytes::{Bytes, BytesMut};
use h2::server::SendResponse;
use h2::{Reason, RecvStream, SendStream};
use http::request::Parts;
use http::{Request, Response, StatusCode};
use tokio::sync::mpsc::UnboundedSender;

use crate::message::{encoded, next};
use crate::service::Plan;
use crate::signature::Chain;

/// What came in a request.
#[derive(Debug)]
pub struct Conversation {
    /// Its head.
    pub head: Parts,
    /// Its events, those that are what was signed.
    pub events: Vec<Message>,
    /// How it ended.
    pub end: End,
}

/// How a stream of events ended.
#[derive(Debug, PartialEq)]
pub enum End {
    /// It was closed.
    Whole,
    /// It broke off, for this reason.
    BrokenOff(String),
    /// It is not what may be sent, for this reason.
    Refused(String),
}

/// Serves a request, and tells what came of it.
pub(crate) async fn serve(
    request: Request<RecvStream>,
    mut respond: SendResponse<Bytes>,
    plan: &Plan,
    log: &UnboundedSender<Conversation>,
) {
    let (head, mut body) = request.into_parts();
    let mut events = Vec::new();
    let caller = plan.caller.as_ref();
    let end = match caller.map(|caller| caller.verify(&head)).transpose() {
        Ok(chain) => converse(chain, &mut body, &mut respond, plan, &mut events).await,
        Err(reason) => {
            let response = Response::builder()
                .status(StatusCode::FORBIDDEN)
                .header("x-amzn-errortype", "InvalidSignatureException");
            let _ = respond.send_response(response.body(()).expect("a head"), true);
            End::Refused(reason)
        }
    };
    let _ = log.send(Conversation { head, events, end });
    // What is still on its way is not what is answered.
    while let Some(Ok(bytes)) = body.data().await {
        let _ = body.flow_control().release_capacity(bytes.len());
    }
}

/// Answers the events of a request, which are put where the log finds them.
async fn converse(
    chain: Option<Chain>,
    body: &mut RecvStream,
    respond: &mut SendResponse<Bytes>,
    plan: &Plan,
    events: &mut Vec<Message>,
) -> End {
    let mut stream = match begin(respond, plan) {
        Ok(answers) => Stream {
            plan,
            chain,
            answers,
            arrived: 0,
            is_closed: false,
        },
        Err(error) => return End::BrokenOff(error.to_string()),
    };
    let end = stream.read(body, events).await;
    stream.finish(end)
}

/// Answers with a head, and what comes before all events.
fn begin(respond: &mut SendResponse<Bytes>, plan: &Plan) -> Result<SendStream<Bytes>, h2::Error> {
    let headers = [("content-type", "application/vnd.amazon.eventstream")];
    let headers = headers.iter().chain(&plan.headers);
    let response = headers.fold(Response::builder(), |response, (name, value)| {
        response.header(*name, *value)
    });
    let mut answers = respond.send_response(response.body(()).expect("a head"), false)?;
    if !plan.opening.is_empty() {
        answers.send_data(encoded(&plan.opening).into(), false)?;
    }
    Ok(answers)
}

/// A stream of events that is answered.
struct Stream<'p> {
    plan: &'p Plan,
    chain: Option<Chain>,
    answers: SendStream<Bytes>,
    /// How many messages have arrived.
    arrived: usize,
    /// Whether the message has come that says that no more events come.
    is_closed: bool,
}

impl Stream<'_> {
    /// Reads all that comes.
    ///
    /// # Errors
    /// With how it ended, where it is not whole.
    async fn read(&mut self, body: &mut RecvStream, events: &mut Vec<Message>) -> Result<(), End> {
        let mut bytes = BytesMut::new();
        while let Some(data) = body.data().await {
            let data = data.map_err(|error| End::BrokenOff(error.to_string()))?;
            let _ = body.flow_control().release_capacity(data.len());
            bytes.extend_from_slice(&data);
            while let Some(message) = next(&mut bytes).map_err(End::Refused)? {
                self.take(message, events)?;
            }
        }
        if !bytes.is_empty() {
            return Err(End::Refused("the last frame is not whole".to_owned()));
        }
        match self.chain.is_some() && !self.is_closed {
            true => Err(End::Refused("the stream is not closed".to_owned())),
            false => Ok(()),
        }
    }

    /// Takes a message, or what has become of it on the way.
    fn take(&mut self, message: Message, events: &mut Vec<Message>) -> Result<(), End> {
        let number = self.arrived;
        self.arrived += 1;
        for message in (self.plan.on_the_way)(number, message) {
            let event = match &mut self.chain {
                Some(_) if self.is_closed => {
                    return Err(End::Refused("there are events behind the last".to_owned()));
                }
                Some(chain) => chain.verify(&message).map_err(End::Refused)?,
                None => Some(message),
            };
            match event {
                Some(event) => {
                    let answers = encoded(&(self.plan.answer)(&event));
                    events.push(event);
                    let sent = self.answers.send_data(answers.into(), false);
                    sent.map_err(|error| End::BrokenOff(error.to_string()))?;
                }
                None => self.is_closed = true,
            }
        }
        Ok(())
    }

    /// Ends the answer, with an error where something is refused.
    fn finish(mut self, end: Result<(), End>) -> End {
        let last = match &end {
            Ok(()) => Vec::new(),
            Err(End::Refused(reason)) => encoded([&(self.plan.refusal)(reason)]),
            Err(End::BrokenOff(_) | End::Whole) => {
                self.answers.send_reset(Reason::CANCEL);
                return end.err().unwrap_or(End::Whole);
            }
        };
        let _ = self.answers.send_data(last.into(), true);
        end.err().unwrap_or(End::Whole)
    }
}
