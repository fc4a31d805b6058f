//! Bodies, with which requests are finished.

use aws_smithy_types::Blob;
use http::{Method, Uri};

use super::super::operation::{BuildError, Own};
use super::request::Request;
use super::values::{Texts, Values};

impl Request {
    /// The request with a member's text as its body, of this media type unless a header says
    /// another one.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    pub fn text(
        mut self,
        media_type: &'static str,
        value: &impl Values,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        self.own.body = true;
        match value.texts() {
            Texts::One(text) => self.typed(media_type, text.into_owned().into_bytes()),
            _ => self.empty(),
        }
    }

    /// The request with a member's bytes as its body, of this media type unless a header says
    /// another one.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn blob(
        mut self,
        media_type: &'static str,
        value: Option<&Blob>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        self.own.body = true;
        match value {
            Some(blob) => self.typed(media_type, blob.as_ref().to_vec()),
            None => self.empty(),
        }
    }

    /// The request with this body, of this media type unless a header says another one.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn typed(
        mut self,
        media_type: &'static str,
        body: Vec<u8>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        self.default_header(http::header::CONTENT_TYPE, media_type);
        self.finish(body)
    }

    /// The request without a body.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn empty(self) -> Result<http::Request<Vec<u8>>, BuildError> {
        self.finish(Vec::new())
    }

    #[inline]
    fn finish(self, body: Vec<u8>) -> Result<http::Request<Vec<u8>>, BuildError> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let invalid = |what: &str| BuildError::new(format!("its {what} is not one of HTTP"));
        let method = Method::from_bytes(self.method.as_bytes());
        let mut request = http::Request::new(body);
        *request.method_mut() = method.map_err(|_| invalid("method"))?;
        *request.uri_mut() = Uri::try_from(self.uri).map_err(|_| invalid("URI"))?;
        *request.headers_mut() = self.headers;
        if self.own != Own::default() {
            request.extensions_mut().insert(self.own);
        }
        Ok(request)
    }
}
