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
use super::carried_url::{AsQuery, CarriedUrl};
use super::wire::Wire;
use super::{Call, Settings, Shared, presign};

/// How long the URL lasts: the services have to come to it within that time.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// Starts a call that carries a URL if its input takes something from another region.
#[inline]
pub(super) fn start(
    shared: &Shared,
    call: Call,
    carried: &'static CarriedUrl,
    mut input: Input,
    settings: Option<SharedRuntimePlugin>,
) -> Outcome {
    let whole = shared.prepared(call, settings.clone());
    // A call without a region says so by itself.
    let Some(region) = region_of(&whole.plugins) else {
        return whole.start_until(StopPoint::None, input);
    };
    let (copy, source) = match (carried.copy)(&input, &region) {
        Ok(Some(copied)) => copied,
        Ok(None) => return whole.start_until(StopPoint::None, input),
        Err(error) => return Box::pin(ready(Err(SdkError::construction_failure(error)))),
    };
    let more = settings.into_iter().chain([
        Settings::new().region(source).into_plugin(),
        presign::in_uri(call.wire, HOUR),
        written_as_query(call.wire, carried.as_query, region.clone()),
    ]);
    let url = shared.prepared(call, more);
    Box::pin(async move {
        let mut signed = url.start_until(StopPoint::BeforeTransmit, copy).await?;
        let request = presign::finished(signed.take_request());
        let url = request
            .map_err(SdkError::construction_failure)?
            .uri()
            .to_string();
        (carried.set)(&mut input, &region, url);
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
