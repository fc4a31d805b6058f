//! Requests that stream events: their bodies are signed event by event, once their heads are.

use aws_smithy_eventstream::frame::DeferredSigner;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::ConfigBag;

use super::sent_once;
use crate::support::event_stream::Signer;

/// The request with this head, whose body is what `take` makes of what it has had for one. Where its head
/// is signed, who signs that leaves behind what signs events; where it is not, neither are they.
pub(super) fn request(
    request: http::Request<Vec<u8>>,
    take: impl FnOnce(Vec<u8>, Signer) -> ByteStream,
    config: &mut ConfigBag,
) -> Result<HttpRequest, BoxError> {
    let (signer, sender) = DeferredSigner::new();
    config.interceptor_state().store_put(sender);
    let (head, initial) = request.into_parts();
    let stream = sent_once::note(take(initial, Box::new(signer)), config);
    let request = http::Request::from_parts(head, stream.into_inner());
    Ok(HttpRequest::try_from(request)?)
}
