//! How much memory and time a process may have. Only Linux bounds those of a process that runs.

use std::process::{Child, ExitStatus};
use std::time::Duration;

/// How long a process may run. The machine may do much besides, so that this is long.
pub const TIME: Duration = Duration::from_secs(600);

/// How long it may be on processors: several times what the largest mutants take when the generator is
/// built without optimisation.
#[cfg(target_os = "linux")]
const PROCESSOR: Duration = Duration::from_secs(60);

/// Its address space, in bytes: several times what the largest model of AWS's takes.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 4 << 30;

/// Bounds a process that has just begun, where the system does.
#[cfg(target_os = "linux")]
pub fn set(child: &Child) {
    use rlimit::{Resource, prlimit};
    let Ok(id) = i32::try_from(child.id()) else {
        return;
    };
    let time = PROCESSOR.as_secs();
    let bounds = [
        (Resource::AS, (MEMORY, MEMORY)),
        // It is told when it reaches the first, and ended at the second.
        (Resource::CPU, (time, 2 * time)),
    ];
    for (resource, limits) in bounds {
        // What has ended already needs none.
        let _ = prlimit(id, resource, Some(limits), None);
    }
}

/// Bounds nothing.
#[cfg(not(target_os = "linux"))]
pub fn set(_child: &Child) {}

/// That a signal ended a process since it was on processors for too long; `None` where another did.
#[cfg(target_os = "linux")]
pub fn out_of_time(status: ExitStatus) -> Option<String> {
    use std::os::unix::process::ExitStatusExt;
    /// `SIGXCPU`, as Linux numbers it.
    const OUT_OF_TIME: i32 = 24;
    let seconds = PROCESSOR.as_secs();
    let told = || format!("took longer than {seconds} s of a processor's time");
    (status.signal() == Some(OUT_OF_TIME)).then(told)
}

/// Nothing is bounded.
#[cfg(not(target_os = "linux"))]
pub fn out_of_time(_status: ExitStatus) -> Option<String> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn only_the_signal_of_the_bound_means_that_time_is_over() {
        let ended_by = |signal: &str| {
            let mut shell = Command::new("sh");
            let ended = shell.arg("-c").arg(format!("kill -{signal} $$"));
            ended.status().expect("`sh` runs")
        };
        assert!(out_of_time(ended_by("XCPU")).is_some());
        assert!(out_of_time(ended_by("ABRT")).is_none());
    }

    #[test]
    fn a_process_has_its_bounds_from_the_system() {
        let mut sleep = Command::new("sleep").arg("60").spawn().expect("it sleeps");
        set(&sleep);
        let limits = std::fs::read_to_string(format!("/proc/{}/limits", sleep.id()));
        let _ = sleep.kill();
        let _ = sleep.wait();
        let limits = limits.expect("what the system says");
        let of = |name| {
            limits
                .lines()
                .find(|line| line.starts_with(name))
                .expect("a line")
        };
        assert!(
            of("Max address space").contains(&MEMORY.to_string()),
            "{limits}"
        );
        assert!(of("Max cpu time").contains(" 60 "), "{limits}");
    }
}
