//! Services that spoke awsQuery once (`aws.protocols#awsQueryCompatible`).
//!
//! <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait>

#[cfg(feature = "test-util")]
mod served;

use std::marker::PhantomData;

use super::operation::{BuildError, ErrorOf, Failure, Operation, Protocol, Response};

/// The protocol `P`, where requests ask the service to tell the codes that its errors had then.
pub struct QueryCompatible<P>(PhantomData<P>);

impl<O: Operation, P: Protocol<O>> Protocol<O> for QueryCompatible<P> {
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        let mut request = P::request(input)?;
        request.headers_mut().insert(
            http::HeaderName::from_static("x-amzn-query-mode"),
            http::HeaderValue::from_static("true"),
        );
        Ok(request)
    }

    #[inline]
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        P::response(response)
    }
}
