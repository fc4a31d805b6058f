//! How a stream is sent in chunks: what its headers say, and how long that is.

use aws_runtime::content_encoding::AwsChunkedBodyOptions;
use aws_runtime::content_encoding::header::X_AMZ_TRAILER_SIGNATURE;
use aws_runtime::content_encoding::header_value::AWS_CHUNKED;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::config_bag::{Storable, StoreReplace};

use crate::support::client::missing::Misconfigured;
use crate::support::http_checksum::Algorithm;

/// The characters of a signature.
const SIGNATURE: u64 = 64;

/// The chunks of a stream, and the checksum behind them.
#[derive(Clone, Debug)]
pub(super) struct Chunked {
    algorithm: Algorithm,
    /// Of the stream.
    length: u64,
    pub(super) is_signed: bool,
}

impl Storable for Chunked {
    type Storer = StoreReplace<Self>;
}

impl Chunked {
    #[inline]
    pub(super) fn new(algorithm: Algorithm, length: u64, is_signed: bool) -> Self {
        Self {
            algorithm,
            length,
            is_signed,
        }
    }

    #[inline]
    pub(super) fn options(&self) -> AwsChunkedBodyOptions {
        let line = |name: &str, value: u64| name.len() as u64 + 1 + value;
        let checksum = line(self.algorithm.header(), self.algorithm.characters() as u64);
        let options = AwsChunkedBodyOptions::new(self.length, vec![checksum])
            .signed_chunked_encoding(self.is_signed);
        if self.is_signed {
            options.with_trailer_len(line(X_AMZ_TRAILER_SIGNATURE, SIGNATURE))
        } else {
            options
        }
    }

    /// Says in the head of the request how its body comes.
    #[inline]
    pub(super) fn add_headers(&self, request: &mut HttpRequest) -> Result<(), BoxError> {
        let headers = request.headers_mut();
        // What is encoded otherwise, too, is so before it is in chunks.
        let mut encodings: Vec<&str> = headers.get_all("content-encoding").collect();
        encodings.push(AWS_CHUNKED);
        let encodings = encodings.join(",");
        headers.try_insert("content-encoding", encodings)?;
        headers.try_insert("x-amz-trailer", self.algorithm.header())?;
        headers.try_insert("x-amz-decoded-content-length", self.length.to_string())?;
        self.add_length(request)
    }

    /// The part of it that depends on whether chunks are signed.
    #[inline]
    fn add_length(&self, request: &mut HttpRequest) -> Result<(), BoxError> {
        let headers = request.headers_mut();
        let length = self.options().encoded_length();
        headers.try_insert("content-length", length.to_string())?;
        let payload = match self.is_signed {
            true => "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            false => "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        };
        headers.try_insert("x-amz-content-sha256", payload)?;
        Ok(())
    }

    /// The same as the request has been signed: chunks are where the request is, with a key that can
    /// sign them.
    #[inline]
    pub(super) fn as_signed(&self, request: &mut HttpRequest) -> Result<Self, BoxError> {
        let signature = request.headers().get("authorization");
        let is_of = |algorithm| signature.is_some_and(|text| text.starts_with(algorithm));
        if !self.is_signed || is_of("AWS4-HMAC-SHA256 ") {
            return Ok(self.clone());
        }
        if is_of("AWS4-") {
            let reason = "a stream with a checksum cannot be signed in this way over HTTP: take an \
                          endpoint with HTTPS";
            return Err(Misconfigured::new(reason).into());
        }
        let unsigned = Self {
            is_signed: false,
            ..self.clone()
        };
        unsigned.add_length(request)?;
        Ok(unsigned)
    }
}
