//! What a client pauses and tells the time with.

use aws_smithy_async::rt::sleep::SharedAsyncSleep;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_types::config_bag::ConfigBag;

use crate::support::client::{CallError, Client, Misconfigured, Settings};
use crate::support::operation::Service;

/// What a client pauses and tells the time with: that of its configuration, or the runtime's.
#[derive(Clone, Debug)]
pub struct Timing {
    /// Pauses.
    pub sleep: SharedAsyncSleep,
    /// Tells the time.
    pub time: SharedTimeSource,
}

impl<S: Service> Client<S> {
    /// What calls with these settings pause and tell the time with.
    ///
    /// # Errors
    /// [`CallError::Construction`] where nothing can pause.
    pub fn timing<E>(&self, settings: Option<&Settings>) -> Result<Timing, CallError<E>> {
        let own = self
            .plugins()
            .apply_client_configuration(&mut ConfigBag::base());
        let own = own.map_err(CallError::Construction)?;
        let others = settings.map(|settings| &settings.components);
        let sleep = others.and_then(|others| others.sleep_impl());
        let time = others.and_then(|others| others.time_source());
        let Some(sleep) = sleep.or_else(|| own.sleep_impl()) else {
            return Err(CallError::Construction(Box::new(Misconfigured::new(
                "nothing can pause between calls: set what does with `Settings::sleep` or in \
                 `SdkConfig`",
            ))));
        };
        let time = time.or_else(|| own.time_source()).unwrap_or_default();
        Ok(Timing { sleep, time })
    }
}
