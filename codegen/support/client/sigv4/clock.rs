//! The clock that signatures are dated by: its time as they have it, and whether services agree with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::DateTime;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_smithy_types::date_time::Format;

/// How far a clock may be off before its signatures are the runtime's, which corrects them. Services
/// take what is off by less than five minutes.
const TOLERATED: Duration = Duration::from_secs(60);

/// A time as signatures have it, `20260131T235959Z`. Nothing for one of more than four digits of a year.
#[inline]
pub(super) fn stamp(time: SystemTime) -> Option<String> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let time = DateTime::from_secs(i64::try_from(since.as_secs()).ok()?);
    let text = time.fmt(Format::DateTime).ok()?;
    let text: String = text.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    (text.len() == "20260131T235959Z".len()).then_some(text)
}

/// Whether a service refused something while its time was another.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Clock(Arc<AtomicBool>);

impl Storable for Clock {
    type Storer = StoreReplace<Self>;
}

impl Clock {
    #[inline]
    pub(super) fn is_off(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Compares the time of a refusal with that of the clock, which stays off once it was: by how much,
    /// the runtime keeps.
    #[inline]
    pub(in super::super) fn compare(response: &HttpResponse, config: &ConfigBag) {
        if !response.status().is_client_error() {
            return;
        }
        let Some(clock) = config.load::<Self>() else {
            return;
        };
        let date = response.headers().get("date");
        let date = date.and_then(|date| DateTime::from_str(date, Format::HttpDate).ok());
        let Some(there) = date.and_then(|date| SystemTime::try_from(date).ok()) else {
            return;
        };
        let apart = SystemTime::now().duration_since(there);
        let apart = apart.unwrap_or_else(|there_is_later| there_is_later.duration());
        if apart > TOLERATED {
            clock.0.store(true, Ordering::Relaxed);
        }
    }
}
