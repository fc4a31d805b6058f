//! Streams of requests whose checksum comes behind them: they are sent in chunks (`aws-chunked`), the
//! checksum last. Over HTTP each chunk is signed; over HTTPS what is sent cannot be changed on the way.
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>

mod chunked;
mod summed_body;

use std::mem;
use std::sync::{Arc, OnceLock};

use aws_runtime::auth::PayloadSigningOverride;
use aws_runtime::content_encoding::{AwsChunkedBody, DeferredSigner};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::{
    RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use http::HeaderName;

use super::checksum::calculates;
use super::presigned::is_presigned;
use crate::support::http_checksum::{self, Algorithm, Sum, put_header};
use crate::support::operation::{BuildError, RequestChecksum};
use chunked::Chunked;
use summed_body::SummedBody;

/// Why a stream is not sent whose length is not known.
const UNKNOWN_LENGTH: &str = "the length of its body is not known, which has to be told before its \
                              checksum: give it as bytes, as a file, or as a body that knows its \
                              length";

/// The checksum that comes behind the stream of a call.
#[derive(Clone, Debug)]
struct Planned {
    algorithm: Algorithm,
    /// What the first try has found. A further one sends it again: if it reads something else, the
    /// service notices.
    found: Arc<OnceLock<String>>,
}

impl Storable for Planned {
    type Storer = StoreReplace<Self>;
}

/// Plans the checksum of a stream, or adds it to the head of its request where the stream is in memory.
///
/// # Errors
/// Where the algorithm or the length of the stream is not known.
#[inline]
pub(super) fn planned(
    mut request: http::Request<Vec<u8>>,
    stream: &ByteStream,
    facts: Option<RequestChecksum>,
    config: &mut ConfigBag,
) -> Result<http::Request<Vec<u8>>, BoxError> {
    plan(&mut request, stream, facts, config)?;
    Ok(request)
}

#[inline]
fn plan(
    request: &mut http::Request<Vec<u8>>,
    stream: &ByteStream,
    facts: Option<RequestChecksum>,
    config: &mut ConfigBag,
) -> Result<(), BoxError> {
    let headers = request.headers_mut();
    let Some(facts) = facts else {
        return Ok(());
    };
    if http_checksum::is_given(headers.keys().map(HeaderName::as_str)) {
        return Ok(());
    }
    let choice = http_checksum::chosen(headers, facts)?;
    // Whoever has a presigned request has the body, too, and so its checksum.
    let wanted = !is_presigned(config) && (choice.is_some() || calculates(config));
    if !wanted && !facts.required {
        return Ok(());
    }
    let algorithm = choice.unwrap_or(Algorithm::DEFAULT);
    if let Some(name) = facts.algorithm_header {
        put_header(headers, name, algorithm.name());
    }
    if let Some(bytes) = stream.bytes() {
        put_header(headers, algorithm.header(), &Sum::of(algorithm, bytes));
        return Ok(());
    }
    let (least, most) = stream.size_hint();
    if most != Some(least) {
        return Err(BuildError::new(UNKNOWN_LENGTH).into());
    }
    config.interceptor_state().store_put(Planned {
        algorithm,
        found: Arc::default(),
    });
    Ok(())
}

/// What sends the planned checksums of an operation.
#[inline]
pub(super) fn components() -> RuntimeComponentsBuilder {
    let interceptor = SharedInterceptor::permanent(SendTrailer);
    RuntimeComponentsBuilder::new("checksum").with_interceptor(interceptor)
}

/// Sends a stream in chunks, and its checksum behind it.
#[derive(Debug)]
struct SendTrailer;

impl Intercept for SendTrailer {
    #[inline]
    fn name(&self) -> &'static str {
        "SendTrailer"
    }

    /// The head: where the request goes is known by now.
    #[inline]
    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let Some(planned) = config.load::<Planned>().cloned() else {
            return Ok(());
        };
        if http_checksum::is_given(request.headers().iter().map(|(name, _)| name)) {
            // An interceptor has set one.
            config.interceptor_state().unset::<Planned>();
            return Ok(());
        }
        let Some(length) = request.body().content_length() else {
            return Err(BuildError::new(UNKNOWN_LENGTH).into());
        };
        let is_signed = request.uri().starts_with("http:");
        let chunked = Chunked::new(planned.algorithm, length, is_signed);
        chunked.add_headers(request)?;
        let state = config.interceptor_state();
        state.store_put(match is_signed {
            true => PayloadSigningOverride::StreamingSignedPayloadTrailer,
            false => PayloadSigningOverride::StreamingUnsignedPayloadTrailer,
        });
        if is_signed {
            let (signer, sender) = DeferredSigner::new();
            state.store_put(signer);
            state.store_put(sender);
        }
        state.store_put(chunked);
        Ok(())
    }

    /// The body: by now it is known whether anything has been signed at all.
    #[inline]
    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let planned = config.load::<Planned>().cloned();
        let (Some(planned), Some(chunked)) = (planned, config.load::<Chunked>().cloned()) else {
            return Ok(());
        };
        let request = context.request_mut();
        let chunked = chunked.as_signed(request)?;
        let body = mem::replace(request.body_mut(), SdkBody::taken());
        let body = SummedBody::new(body, planned.algorithm, planned.found);
        let body = AwsChunkedBody::new(body, chunked.options());
        *request.body_mut() = match config.load::<DeferredSigner>() {
            Some(signer) if chunked.is_signed => {
                SdkBody::from_body_1_x(body.with_signer(signer.clone()))
            }
            _ => SdkBody::from_body_1_x(body),
        };
        Ok(())
    }
}
