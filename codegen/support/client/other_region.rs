//! Calls that carry a presigned URL, for the region from which they take something: the URL is made
//! first, with the client's own credentials.

use std::future::ready;
use std::time::Duration;

use aws_smithy_runtime::client::orchestrator::StopPoint;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::{
    RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin,
};
use aws_smithy_runtime_api::client::ser_de::{SerializeRequest, SharedRequestSerializer};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use aws_types::region::Region;

use super::calling::Outcome;
use super::wire::Wire;
use super::{Call, Settings, Shared, presign};
use crate::support::operation::{BuildError, Operation};

/// How long the URL lasts: the services have to come to it within that time.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// What of an operation such calls take, without its types.
pub(super) struct OtherRegion {
    /// The input of the request to presign, and the region of that; given the call's own.
    copy: fn(&Input, &str) -> Copied,
    as_query: AsQuery,
    /// Puts the URL into the input, given the call's own region.
    set: fn(&mut Input, &str, String),
}

/// Makes the body of a request its query, given the region of the call.
type AsQuery = fn(http::Request<Vec<u8>>, &str) -> Result<http::Request<Vec<u8>>, BuildError>;

/// The input of a request to presign, and its region, where there is one to make.
type Copied = Result<Option<(Input, String)>, BuildError>;

impl OtherRegion {
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

#[inline]
fn copy<O: Operation>(input: &Input, region: &str) -> Copied {
    let (Some(url), Some(input)) = (O::PRESIGNED_URL, input.downcast_ref::<O>()) else {
        return Ok(None);
    };
    let copied = url.copy(input, region)?;
    Ok(copied.map(|(copy, source)| (Input::erase(copy), source)))
}

#[inline]
fn as_query<O: Operation>(
    request: http::Request<Vec<u8>>,
    region: &str,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    match O::PRESIGNED_URL {
        Some(url) => url.as_query(request, region),
        None => Ok(request),
    }
}

#[inline]
fn set<O: Operation>(input: &mut Input, region: &str, url: String) {
    if let (Some(presigned), Some(input)) = (O::PRESIGNED_URL, input.downcast_mut::<O>()) {
        presigned.set(input, region, url);
    }
}

/// Starts a call that carries a URL if its input takes something from another region.
#[inline]
pub(super) fn start(
    shared: &Shared,
    call: Call,
    other: &'static OtherRegion,
    mut input: Input,
    settings: Option<SharedRuntimePlugin>,
) -> Outcome {
    let whole = shared.prepared(call, settings.clone());
    // A call without a region says so by itself.
    let Some(region) = region_of(&whole.plugins) else {
        return whole.start_until(StopPoint::None, input);
    };
    let (copy, source) = match (other.copy)(&input, &region) {
        Ok(Some(copied)) => copied,
        Ok(None) => return whole.start_until(StopPoint::None, input),
        Err(error) => return Box::pin(ready(Err(SdkError::construction_failure(error)))),
    };
    let more = settings.into_iter().chain([
        Settings::new().region(source).into_plugin(),
        presign::in_uri(call.wire, HOUR),
        written_as_query(call.wire, other.as_query, region.clone()),
    ]);
    let url = shared.prepared(call, more);
    Box::pin(async move {
        let mut signed = url.start_until(StopPoint::BeforeTransmit, copy).await?;
        let request = presign::finished(signed.take_request());
        let url = request
            .map_err(SdkError::construction_failure)?
            .uri()
            .to_string();
        (other.set)(&mut input, &region, url);
        whole.start_until(StopPoint::None, input).await
    })
}

/// The region in which calls with these plugins are made.
#[inline]
fn region_of(plugins: &RuntimePlugins) -> Option<String> {
    let mut config = ConfigBag::base();
    plugins.apply_client_configuration(&mut config).ok()?;
    plugins.apply_operation_configuration(&mut config).ok()?;
    config.load::<Region>().map(Region::to_string)
}

#[inline]
fn written_as_query(wire: &'static Wire, as_query: AsQuery, region: String) -> SharedRuntimePlugin {
    let mut layer = Layer::new("as query");
    layer.store_put(SharedRequestSerializer::new(QueryWriter {
        wire,
        as_query,
        region,
    }));
    SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_config(layer.freeze()))
}

/// Writes the request to presign.
struct QueryWriter {
    wire: &'static Wire,
    as_query: AsQuery,
    region: String,
}

impl std::fmt::Debug for QueryWriter {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("QueryWriter")
            .field(&self.wire.operation)
            .finish()
    }
}

impl SerializeRequest for QueryWriter {
    #[inline]
    fn serialize_input(
        &self,
        input: Input,
        config: &mut ConfigBag,
    ) -> Result<HttpRequest, BoxError> {
        let request = (self.wire.request)(&input, config)?;
        let request = (self.as_query)(request, &self.region)?;
        Ok(HttpRequest::try_from(request.map(SdkBody::from))?)
    }
}
