//! Waiting: how often the service is asked, after which pauses, and how that ends.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_async::time::TimeSource;
use tokio::time::Instant;

use super::service_double::Answer::{self, Hang, Refuse, Respond};
use super::service_double::ServiceDouble;
use super::tide::{ReadTide, Tide, TideError};
use crate::support::client::{CallError, Settings};
use crate::support::waiter::{self, Verdict, WaitError, Waited, Waiter, Waiting};

const LOW: Answer = Respond(200, "3");
const HIGH: Answer = Respond(200, "12");

/// The tide is high.
#[derive(Debug)]
struct HighTide;

impl Waiter for HighTide {
    type Operation = ReadTide;

    const NAME: &'static str = "HighTide";
    const MIN_DELAY: Duration = Duration::from_secs(2);
    const MAX_DELAY: Duration = Duration::from_secs(10);

    fn judge(_: &ReadTide, answer: waiter::Answer<'_, ReadTide>) -> Verdict {
        match answer {
            Ok(Tide(0)) => Verdict::Failure("there is no water"),
            Ok(Tide(10..)) => Verdict::Success("the tide is 10 or more"),
            Ok(_) => Verdict::Retry,
            Err(TideError::HarbourClosed(_)) => Verdict::Retry,
            Err(error) if waiter::has_code(error, "Tsunami") => Verdict::Failure("a tsunami"),
            Err(error) if waiter::has_code(error, "Flood") => Verdict::Success("a flood"),
            Err(_) => Verdict::Unexpected,
        }
    }
}

type Outcome = Result<Waited<ReadTide>, WaitError<ReadTide>>;

async fn waited(answers: impl IntoIterator<Item = Answer>, seconds: u64) -> Outcome {
    let client = ServiceDouble::with(answers).client();
    let waiting = Waiting::<HighTide>::new(client.clone(), ReadTide::at("Brest"));
    waiting.within(Duration::from_secs(seconds)).await
}

#[tokio::test(start_paused = true)]
async fn what_has_come_about_already_is_told_at_once() {
    let start = Instant::now();
    let waited = waited([HIGH], 60).await.unwrap();
    assert_eq!(waited.reason, "the tide is 10 or more");
    assert_eq!(waited.calls, 1);
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!(waited.into_output(), Some(Tide(12)));
}

#[tokio::test(start_paused = true)]
async fn the_service_is_asked_until_it_has_come_about() {
    let start = Instant::now();
    let closed = Respond(400, "HarbourClosed: for the night");
    let waited = waited([LOW, closed, LOW, HIGH], 60).await.unwrap();
    assert_eq!(waited.calls, 4);
    // From 2 s, from 2 to 4 s, from 2 to 8 s.
    let elapsed = start.elapsed().as_secs_f64();
    assert!((6.0..14.1).contains(&elapsed), "{elapsed}");
    assert!(waited.elapsed >= Duration::from_secs(6));
}

#[tokio::test(start_paused = true)]
async fn an_error_can_be_what_is_waited_for() {
    let waited = waited([LOW, Respond(400, "Flood: everywhere")], 60)
        .await
        .unwrap();
    assert_eq!(waited.reason, "a flood");
    assert!(waited.answer.is_err());
}

#[tokio::test(start_paused = true)]
async fn an_answer_after_which_it_cannot_come_about_ends_the_waiting() {
    let error = waited([LOW, Respond(200, "0")], 60).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "`HighTide` will not come about: there is no water"
    );
    assert_eq!(error.output(), Some(&Tide(0)));
    assert!(
        matches!(error, WaitError::Failed { calls: 2, .. }),
        "{error:?}"
    );

    let error = waited([Respond(400, "Tsunami: run")], 60)
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "`HighTide` will not come about: a tsunami: Tsunami: run (request id 4f1c)"
    );
}

#[tokio::test(start_paused = true)]
async fn waiting_is_over_when_its_time_is() {
    let start = Instant::now();
    let error = waited(std::iter::repeat_with(|| LOW).take(50), 30)
        .await
        .unwrap_err();
    let WaitError::TimedOut { calls, elapsed, .. } = &error else {
        panic!("{error:?}");
    };
    // The last call is made when the shortest pause is all that remains.
    assert_eq!((elapsed.as_secs(), start.elapsed().as_secs()), (28, 28));
    assert!((5..=15).contains(calls), "{calls}");
    assert_eq!(
        error.to_string(),
        format!("`HighTide` did not come about in time: {calls} calls in 28.0 s")
    );
    assert_eq!(error.output(), Some(&Tide(3)));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_hangs_does_not_outlast_the_limit() {
    let start = Instant::now();
    let error = waited([LOW, Hang], 7).await.unwrap_err();
    assert_eq!(start.elapsed(), secs(7));
    assert!(
        matches!(error, WaitError::TimedOut { calls: 2, .. }),
        "{error:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_limit_shorter_than_any_pause_leaves_time_for_one_call() {
    let error = waited([LOW], 1).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "`HighTide` did not come about in time: 1 call in 0.0 s"
    );
}

#[tokio::test(start_paused = true)]
async fn an_error_that_means_nothing_to_the_waiter_is_told() {
    let error = waited([LOW, Respond(400, "Storm: a big one")], 60)
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "waiting for `HighTide` failed: Storm: a big one (request id 4f1c)"
    );
    assert!(
        matches!(error, WaitError::Call { calls: 2, .. }),
        "{error:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn calls_are_tried_again_as_any_are_before_the_waiter_hears_of_them() {
    let busy = || Respond(503, "");
    assert_eq!(waited([busy(), busy(), HIGH], 60).await.unwrap().calls, 1);
    let error = waited([Refuse, Refuse, Refuse], 60).await.unwrap_err();
    let lost = error.call_error();
    assert!(matches!(lost, Some(CallError::Connection(_))), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn pauses_can_be_others_than_the_models() {
    let service = ServiceDouble::with([LOW, LOW, LOW, HIGH]);
    let client = service.client();
    let start = Instant::now();
    let waiting = Waiting::<HighTide>::new(client.clone(), ReadTide::at("Brest"));
    let waiting = waiting.min_delay(secs(1)).max_delay(secs(1));
    waiting.within(secs(60)).await.unwrap();
    assert_eq!(start.elapsed(), secs(3));

    let shorter =
        Waiting::<HighTide>::new(client.clone(), ReadTide::at("Brest")).max_delay(secs(1));
    assert!(
        format!("{shorter:?}").contains("min: 1s, max: 1s"),
        "{shorter:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn settings_hold_for_all_calls() {
    let service = ServiceDouble::with([LOW, HIGH]);
    let client = service.client();
    let settings = Settings::new().region("eu-central-1");
    let waiting =
        Waiting::<HighTide>::new(client.clone(), ReadTide::at("Brest")).settings(settings);
    waiting.within(secs(60)).await.unwrap();
    assert_eq!(service.uri(), "https://tides.eu-central-1.example.com/");
}

/// A clock that stands still but for those who sleep for two seconds.
#[derive(Clone, Debug, Default)]
struct Naps(Arc<Mutex<Vec<Duration>>>);

impl AsyncSleep for Naps {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration == secs(2) {
            self.0.lock().unwrap().push(duration);
            Sleep::new(std::future::ready(()))
        } else {
            Sleep::new(std::future::pending())
        }
    }
}

impl TimeSource for Naps {
    fn now(&self) -> SystemTime {
        let naps = self.0.lock().unwrap();
        SystemTime::UNIX_EPOCH + naps.iter().sum::<Duration>()
    }
}

#[tokio::test]
async fn the_configured_sleep_and_time_source_are_those_that_wait() {
    let service = ServiceDouble::with([LOW, LOW, HIGH]);
    let naps = Naps::default();
    let client = service.client_with(
        Settings::new()
            .sleep(naps.clone())
            .time_source(naps.clone()),
    );
    let waiting = Waiting::<HighTide>::new(client.clone(), ReadTide::at("Brest"));
    let waited = waiting.max_delay(secs(2)).within(secs(3600)).await;
    assert_eq!(waited.unwrap().elapsed, secs(4));
    assert_eq!(naps.0.lock().unwrap().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn time_is_up_though_the_time_source_stands_still() {
    #[derive(Debug)]
    struct Stopped;
    impl TimeSource for Stopped {
        fn now(&self) -> SystemTime {
            SystemTime::UNIX_EPOCH
        }
    }
    let service = ServiceDouble::with(std::iter::repeat_with(|| LOW).take(50));
    let client = service.client_with(Settings::new().time_source(Stopped));
    let waiting = Waiting::<HighTide>::new(client.clone(), ReadTide::at("Brest"));
    let error = waiting.within(secs(30)).await.unwrap_err();
    assert!(matches!(error, WaitError::TimedOut { .. }), "{error:?}");
}

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
