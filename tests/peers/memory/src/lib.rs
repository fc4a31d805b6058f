//! What a process knows of its own memory.

use std::fs;

/// Prints the most memory that this process has had, in bytes, on a line of its own, where the system tells it.
/// What the system tells whoever has started the process has that one's own in it.
pub fn tell_peak() {
    if let Some(peak) = peak() {
        println!("{peak}");
    }
}

fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let kilobytes = lines.find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix("kB"))?;
    Some(kilobytes.trim().parse::<u64>().ok()? * 1024)
}
