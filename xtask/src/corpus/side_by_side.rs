//! Work on several things at a time, and never on more.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// What a main thread has, which is more than others are given: models nest deeply.
const STACK: usize = 8 << 20;

/// Does this work on each item, on at most `jobs` at a time: unlike with a pool that steals work,
/// nothing is begun while another item waits in the middle. What the work gives, in any order.
pub fn side_by_side<T: Send, O: Send>(
    items: Vec<T>,
    jobs: usize,
    work: impl Fn(T) -> O + Sync,
) -> Vec<O> {
    let jobs = jobs.min(items.len());
    let ahead = Mutex::new(items.into_iter());
    let done = Mutex::new(Vec::new());
    let worker = || {
        while let Some(item) = take(&ahead, Iterator::next) {
            let output = work(item);
            take(&done, |done| done.push(output));
        }
    };
    thread::scope(|scope| {
        for _ in 1..jobs {
            let thread = thread::Builder::new().stack_size(STACK);
            // Where the system gives no more threads, those that there are do the work.
            let _ = thread.spawn_scoped(scope, worker);
        }
        worker();
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Does something with what a lock guards, and gives the lock back.
fn take<T, O>(lock: &Mutex<T>, with: impl FnOnce(&mut T) -> O) -> O {
    with(&mut lock.lock().unwrap_or_else(PoisonError::into_inner))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn every_item_is_worked_on_once() {
        let mut squares = side_by_side((0..100).collect(), 7, |n: u32| n * n);
        squares.sort_unstable();
        assert_eq!(squares, (0..100).map(|n| n * n).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_items_are_worked_on_at_a_time_than_it_is_told() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        side_by_side(vec![(); 50], 3, |()| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            thread::yield_now();
            now.fetch_sub(1, Ordering::SeqCst);
        });
        assert!((1..=3).contains(&most.into_inner()));
    }

    #[test]
    fn no_items_are_no_work() {
        assert!(side_by_side(Vec::<u8>::new(), 4, |n| n).is_empty());
    }
}
