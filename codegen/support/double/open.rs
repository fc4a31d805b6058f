//! Calls that are answered while their events come, as in a conversation.

use std::sync::{Arc, Mutex};

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use super::{Answer, Call, Double, Doubled, Request, RequestIds, Serves, lock};
use crate::support::event_stream::{initial, unsigned_stream};
use crate::support::operation::{ErrorOf, Operation};

/// The events of a request, until somebody takes them.
#[derive(Clone, Debug)]
pub(super) struct Stream(Arc<Mutex<Option<ByteStream>>>);

impl Stream {
    #[inline]
    fn take(&self) -> Option<ByteStream> {
        lock(&self.0).take()
    }
}

impl<S: Doubled> Double<S> {
    /// The same double, in which this closure stands for an operation whose requests stream events: it is
    /// called as soon as it is known what is beside the events. These come as the client sends them, with
    /// `into_events` of the member that they are, and what is answered may stream as well:
    ///
    /// ```text
    /// let double = Double::new().on_open(|input: TalkInput| {
    ///     let heard = input.words.into_events().filter_map(|word| ready(word.ok()));
    ///     let said = Events::from(Outgoing::new(heard));
    ///     Ok(TalkOutput::builder().words(said).build())
    /// });
    /// ```
    ///
    /// It is so for clients that have the double for their HTTP client. Their calls are known without events.
    pub fn on_open<O>(
        self,
        mut closure: impl FnMut(O) -> Result<O::Output, ErrorOf<O>> + Send + 'static,
    ) -> Self
    where
        O: Operation<Service = S, Protocol: Serves<O>>,
    {
        let closure = move |request: &Request, ids: &RequestIds| {
            let mut input = Call::<O>::of(request)?.input;
            let stream = request.stream.as_ref().and_then(Stream::take);
            if let (Some(put), Some(stream)) = (O::PUT_EVENTS, stream) {
                put(&mut input, stream);
            }
            Answer::<O>::from(closure(input)).told(ids)
        };
        let double = self.with(O::NAME, closure);
        lock(&double.shared.open).insert(O::NAME, O::HAS_INITIAL_REQUEST);
        double
    }

    /// The request with this head and the operation that it calls, where it is answered while its body comes.
    ///
    /// # Errors
    /// The body, where it is none.
    pub(super) async fn opened(
        &self,
        head: http::request::Parts,
        body: SdkBody,
    ) -> Result<(Request, Option<&'static str>), (http::request::Parts, SdkBody)> {
        // What routing unpacks is unpacked with the body, where that is read first.
        let routed = Self::routed(http::Request::from_parts(head.clone(), Vec::new()));
        let (mut request, operation) = routed;
        let is_open = |operation| lock(&self.shared.open).get(operation).copied();
        let Some(has_initial) = operation.and_then(is_open) else {
            return Err((head, body));
        };
        let mut stream = unsigned_stream(None, body);
        if has_initial && let Some(Ok(first)) = stream.next().await {
            match initial(&first) {
                Some(_) => request.body = first.to_vec(),
                None => stream = unsigned_stream(Some(first.to_vec()), stream.into_inner()),
            }
        }
        request.stream = Some(Stream(Arc::new(Mutex::new(Some(stream)))));
        Ok((request, operation))
    }
}
