//! URLs within messages: a call that takes something from another region carries, as one of its
//! members, a request to that region, which the service there answers to the service here. It is the
//! same call again, as a `GET` with a presigned URL.

use std::fmt;

use super::super::endpoint::url;
use super::{BuildError, Operation};

/// How the input `O` gets the presigned URL that it carries.
pub struct PresignedUrl<O> {
    source_region: fn(&O) -> Option<&str>,
    url: fn(&mut O) -> &mut Option<String>,
    destination: Destination<O>,
    clone: fn(&O) -> O,
}

/// How the region in which the call itself is made is told to the other one.
pub enum Destination<O> {
    /// As this member, in both requests.
    Member(fn(&mut O) -> &mut Option<String>),
    /// Under this name, in the query of the URL alone.
    Parameter(&'static str),
}

/// A request whose URI is to be signed, as a part of the request of a call.
///
/// Whoever has no client signs it for its region (Signature Version 4, in the query, for an hour), puts the
/// host of the service's endpoint there before its URI, and sets the member with what that is.
pub struct ToPresign {
    /// The region for which it is.
    pub region: String,
    /// The request. It has neither headers nor a body, and its URI is relative to the endpoint.
    pub request: http::Request<Vec<u8>>,
}

impl fmt::Debug for ToPresign {
    /// Without what comes from an input.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToPresign").finish_non_exhaustive()
    }
}

impl<O: Operation> PresignedUrl<O> {
    /// The URL of an input that says which region it takes something from.
    #[inline]
    pub const fn new(
        source_region: fn(&O) -> Option<&str>,
        url: fn(&mut O) -> &mut Option<String>,
        destination: Destination<O>,
    ) -> Self
    where
        O: Clone,
    {
        Self {
            source_region,
            url,
            destination,
            clone: O::clone,
        }
    }

    /// The request to presign for a call in this region; `None` where the input takes nothing from
    /// another, or has a URL already.
    ///
    /// # Errors
    /// Where the request cannot be made, or is none that a URL alone can say.
    pub fn request(&self, input: &O, region: &str) -> Result<Option<ToPresign>, BuildError> {
        let Some((copy, source)) = self.copy(input, region)? else {
            return Ok(None);
        };
        Ok(Some(ToPresign {
            region: source,
            request: self.as_query(copy.request()?, region)?,
        }))
    }

    /// Puts the URL into the input of a call in this region.
    #[inline]
    pub fn set(&self, input: &mut O, region: &str, url: String) {
        *(self.url)(input) = Some(url);
        self.tell(input, region);
    }

    /// The input as it is in the request to presign, and the region of that; `None` as above.
    pub(crate) fn copy(&self, input: &O, region: &str) -> Result<Option<(O, String)>, BuildError> {
        let Some(source) = (self.source_region)(input) else {
            return Ok(None);
        };
        let mut copy = (self.clone)(input);
        if (self.url)(&mut copy).is_some() {
            return Ok(None);
        }
        if !url::are_labels(source, false) {
            let reason = "the region that the input takes something from is none";
            return Err(BuildError::new(reason));
        }
        self.tell(&mut copy, region);
        Ok(Some((copy, source.to_owned())))
    }

    fn tell(&self, input: &mut O, region: &str) {
        if let Destination::Member(destination) = self.destination {
            *destination(input) = Some(region.to_owned());
        }
    }

    /// The form that is the body of a request as the query of its URI.
    pub(crate) fn as_query(
        &self,
        request: http::Request<Vec<u8>>,
        region: &str,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        let form = str::from_utf8(request.body()).unwrap_or("{");
        let separator = if request.uri().query().is_some() {
            "&"
        } else {
            "?"
        };
        let mut uri = [&request.uri().to_string(), separator, form].concat();
        if let Destination::Parameter(name) = self.destination {
            uri += &["&", name, "=", region].concat();
        }
        // A plus sign is a space in a form, and itself in a query that is signed.
        let request = http::Request::get(uri.replace('+', "%20"));
        request.body(Vec::new()).map_err(|_| {
            BuildError::new("only a request whose body is a form can be said by a URL alone")
        })
    }
}
