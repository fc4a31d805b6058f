//! What stands before a double: which operation a request calls, for whoever has to know that before it is
//! answered, and refusals of requests that are not.

use aws_smithy_types::body::SdkBody;

// needed by: checksums of uploads
use super::aws_chunked;
use super::{Double, Doubled, Request, ServiceSide, Teller, Written};
// needed by: compressed requests
use crate::support::compression;
use crate::support::error::{Metadata, Unhandled};
// needed by: events to send
use crate::support::event_stream;

impl<S: Doubled> Double<S> {
    /// The same double, whose answers tell these ids of their requests, one after another. An output or an
    /// error that says an id keeps its own, and a whole response is left as it is.
    #[inline]
    pub fn request_ids(self, ids: impl FnMut() -> String + Send + 'static) -> Self {
        self.shared.request_ids.come_from(ids);
        self
    }

    /// The operation that a request calls, by its name in the model; `None` where none has such requests.
    /// Nobody is asked: the request is none of the calls that came.
    #[inline]
    pub fn operation_of(&self, request: &http::Request<Vec<u8>>) -> Option<&'static str> {
        Self::routed(request.clone()).1
    }

    /// The response that refuses a request, whatever it calls, with an error that is told as the service
    /// tells its own: for what comes before an operation, such as signatures and limits.
    ///
    /// # Errors
    /// Where HTTP has no such status, or the code cannot be sent.
    pub fn refusal(&self, status: u16, code: &str, message: &str) -> Written<SdkBody> {
        let error = Unhandled::new(Metadata::new(code, Some(message)));
        let teller = Teller::<S>::new().of_request(self.shared.request_ids.next());
        let response = teller.tell_other(status, &error)?;
        Ok(response.map(SdkBody::from))
    }

    /// The request as it is read, and the operation that it calls.
    pub(super) fn routed(request: http::Request<Vec<u8>>) -> (Request, Option<&'static str>) {
        // needed by: checksums of uploads
        let request = aws_chunked::joined(request);
        // needed by: compressed requests
        let request = compression::unpacked(request);
        // needed by: events to send
        let request = event_stream::unsigned(request);
        let mut request = Request::new(request);
        // needed by: labels in hosts
        request.take_label_of_host(S::SIGNING_NAME);
        let route = S::Protocol::route(&mut request, S::OPERATIONS);
        let operation = route.map(|route| route.operation);
        (request, operation)
    }
}
