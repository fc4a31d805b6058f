//! Pauses between calls, and what is said of several values.

use std::time::Duration;

use crate::support::waiter::{Delays, all};

const LONG: Duration = Duration::from_secs(10_000);

fn secs(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

#[test]
fn pauses_double_up_to_the_longest() {
    let delays = Delays::between(secs(2.0), secs(60.0));
    let longest = |calls| delays.after_with(calls, LONG, 1.0);
    let expected = [2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0].map(|delay| Some(secs(delay)));
    assert_eq!([1, 2, 3, 4, 5, 6, 7].map(longest), expected);
    assert_eq!(longest(u32::MAX), Some(secs(60.0)));
}

#[test]
fn a_part_of_each_pause_is_left_to_chance() {
    let delays = Delays::between(secs(2.0), secs(60.0));
    assert_eq!(delays.after_with(3, LONG, 0.0), Some(secs(2.0)));
    assert_eq!(delays.after_with(3, LONG, 0.5), Some(secs(5.0)));
    let drawn: Vec<Option<Duration>> = (0..20).map(|_| delays.after(5, LONG)).collect();
    assert!(
        drawn
            .iter()
            .flatten()
            .all(|delay| (secs(2.0)..secs(32.0)).contains(delay))
    );
    assert!(drawn.iter().any(|delay| *delay != drawn[0]), "{drawn:?}");
}

#[test]
fn the_last_pause_leaves_time_for_a_last_call() {
    let delays = Delays::between(secs(2.0), secs(60.0));
    assert_eq!(delays.after_with(4, secs(17.0), 1.0), Some(secs(15.0)));
    assert_eq!(delays.after_with(4, secs(18.1), 1.0), Some(secs(16.0)));
    assert_eq!(
        delays.after_with(4, secs(2.1), 0.0),
        Some(secs(2.1) - secs(2.0))
    );
    assert_eq!(delays.after_with(4, secs(2.0), 0.0), None);
}

#[test]
fn the_longest_pause_is_no_shorter_than_the_shortest() {
    let delays = Delays::between(secs(5.0), secs(1.0));
    assert_eq!(delays.after_with(3, LONG, 1.0), Some(secs(5.0)));
}

#[test]
fn of_no_values_not_all_are_so() {
    assert!(!all(std::iter::empty::<u8>(), |_| true));
    assert!(all([1, 1].into_iter(), |one| one == 1));
    assert!(!all([1, 2].into_iter(), |one| one == 1));
}
