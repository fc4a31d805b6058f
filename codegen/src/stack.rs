//! The stack that models are worked on with: of one size, whoever calls, and on whichever platform.
//!
//! What recurses over a model is bounded by [`crate::limits`], and what these let through fits with
//! room to spare: the deepest takes less than 3 MiB in a debug build, whose frames are larger, as the
//! tests of the limits show.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// The size in bytes.
const SIZE: usize = 8 << 20;

thread_local! {
    /// Whether this thread has such a stack.
    static HAS_ROOM: Cell<bool> = const { Cell::new(false) };
}

/// Does this work on a thread with such a stack.
pub(crate) fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    if HAS_ROOM.get() {
        return work();
    }
    let done = thread::scope(|scope| {
        let work = || {
            HAS_ROOM.set(true);
            work()
        };
        let thread = thread::Builder::new().stack_size(SIZE);
        let thread = thread.name("tinsmith".to_owned());
        thread.spawn_scoped(scope, work).map(|thread| thread.join())
    });
    match done {
        Ok(Ok(done)) => done,
        Ok(Err(panic)) => resume_unwind(panic),
        Err(error) => panic!("the system gives no thread to work on: {error}"),
    }
}

/// Does this work, which is done in parallel, on threads with such stacks, one for each processor.
pub(crate) fn in_parallel<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static THREADS: OnceLock<Option<ThreadPool>> = OnceLock::new();
    let threads = THREADS.get_or_init(|| {
        let threads = ThreadPoolBuilder::new().stack_size(SIZE);
        let threads = threads.thread_name(|at| format!("tinsmith-{at}"));
        threads.start_handler(|_| HAS_ROOM.set(true)).build().ok()
    });
    match threads {
        Some(threads) => threads.install(work),
        None => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Uses about this many bytes of stack.
    fn deep(bytes: usize) -> usize {
        let page = std::hint::black_box([1_u8; 4096]);
        if bytes < page.len() {
            return 0;
        }
        deep(bytes - page.len()) + usize::from(std::hint::black_box(page)[7])
    }

    #[test]
    fn there_is_room_whoever_calls() {
        let small = thread::Builder::new().stack_size(64 << 10);
        let used = small.spawn(|| {
            let used = with_room(|| deep(SIZE / 8));
            used + in_parallel(|| deep(SIZE / 8))
        });
        let used = used.expect("a thread").join().expect("no panic");
        assert!(used >= SIZE / 4 / 4096 - 2);
    }

    #[test]
    fn work_within_work_stays_on_its_thread() {
        let inner = with_room(|| {
            let outer = thread::current().id();
            with_room(|| thread::current().id() == outer)
        });
        assert!(inner);
    }

    #[test]
    fn a_panic_reaches_whoever_called() {
        let panic = std::panic::catch_unwind(|| with_room(|| panic!("told")));
        let panic = panic.expect_err("it panics");
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"told"));
    }
}
