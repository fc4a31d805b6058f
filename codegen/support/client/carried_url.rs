//! The presigned URL that the requests of an operation carry, as the runtime sees it: without the
//! operation's types.

use aws_smithy_runtime_api::client::interceptors::context::Input;

use crate::support::operation::{BuildError, Operation};

/// What is done with the URL.
pub(super) struct CarriedUrl {
    /// The input of the request to presign, and the region of that; given the call's own.
    pub(super) copy: fn(&Input, &str) -> Copied,
    pub(super) as_query: AsQuery,
    /// Puts the URL into the input, given the call's own region.
    pub(super) set: fn(&mut Input, &str, String),
}

/// Makes the body of a request its query, given the region of the call.
pub(super) type AsQuery =
    fn(http::Request<Vec<u8>>, &str) -> Result<http::Request<Vec<u8>>, BuildError>;

/// The input of a request to presign, and its region, where there is one to make.
type Copied = Result<Option<(Input, String)>, BuildError>;

impl CarriedUrl {
    #[inline]
    pub(super) const fn of<O: Operation>() -> Option<Self> {
        match O::PRESIGNED_URL {
            Some(_) => Some(Self {
                copy: copy::<O>,
                as_query: as_query::<O>,
                set: set::<O>,
            }),
            None => None,
        }
    }
}

fn copy<O: Operation>(input: &Input, region: &str) -> Copied {
    let (Some(url), Some(input)) = (O::PRESIGNED_URL, input.downcast_ref::<O>()) else {
        return Ok(None);
    };
    let copied = url.copy(input, region)?;
    Ok(copied.map(|(copy, source)| (Input::erase(copy), source)))
}

fn as_query<O: Operation>(
    request: http::Request<Vec<u8>>,
    region: &str,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    match O::PRESIGNED_URL {
        Some(url) => url.as_query(request, region),
        None => Ok(request),
    }
}

fn set<O: Operation>(input: &mut Input, region: &str, url: String) {
    if let (Some(presigned), Some(input)) = (O::PRESIGNED_URL, input.downcast_mut::<O>()) {
        presigned.set(input, region, url);
    }
}
