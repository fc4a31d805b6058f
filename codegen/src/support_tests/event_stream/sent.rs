//! The body of a request that streams events, where something fails.

use std::error::Error;

use aws_smithy_types::event_stream::{Message, SignMessage};

use crate::support::event_stream::{Outgoing, Transmit};
use crate::support::json::Json;
use crate::support::operation::BuildError;

/// An event that has nothing in it.
struct Silence;

impl Transmit for Silence {
    type Format = Json;

    fn message(&self) -> Result<Message, BuildError> {
        Ok(Message::new(""))
    }
}

/// Signs nothing.
#[derive(Debug)]
struct Unable;

type Signed = Result<Message, Box<dyn Error + Send + Sync>>;

impl SignMessage for Unable {
    fn sign(&mut self, _: Message) -> Signed {
        Err("no key".into())
    }

    fn sign_empty(&mut self) -> Option<Signed> {
        Some(Ok(Message::new("")))
    }
}

#[tokio::test]
async fn a_failure_before_all_events_is_the_last_that_is_sent() {
    let (sender, silence) = Outgoing::<Silence>::channel();
    drop(sender);
    let initial = br#"{"place":"here"}"#.to_vec();
    let mut body = silence.into_body_behind(initial, Box::new(Unable));
    let error = body.try_next().await.unwrap_err();
    let cause = error.source().unwrap().to_string();
    assert!(cause.contains("could not be signed: no key"), "{cause}");
    assert!(body.try_next().await.unwrap().is_none());
}
