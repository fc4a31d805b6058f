//! The process between `bench` and what it measures.

#![cfg(target_os = "linux")]

use std::fs;

use serde_json::Value;

use crate::command::{empty_folder, run, xtask};

/// How much this process has had, in bytes.
const MUCH: usize = 300_000_000;

#[test]
fn memory_of_whoever_asks_is_not_counted() {
    let much = std::hint::black_box(vec![1_u8; MUCH]);
    let log = empty_folder("measured").join("log");
    let mut command = xtask();
    command.arg("measured").arg(&log);
    let output = run(command.args(["sh", "-c", "echo --there; sleep 0.1"]));
    assert!(output.status.success());
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let peak = told["peak"].as_u64().expect("bytes");
    assert!((100_000..100_000_000).contains(&peak), "{peak}");
    assert!(told["wall"].as_u64() >= Some(100_000_000), "{told}");
    assert_eq!(fs::read_to_string(log).expect("a log"), "--there\n");
    drop(much);
}

#[test]
fn a_failure_is_told_in_the_words_of_the_process() {
    let log = empty_folder("measured-failure").join("log");
    let mut command = xtask();
    command.arg("measured").arg(log);
    let output = run(command.args(["sh", "-c", "echo no room >&2; exit 3"]));
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.trim_end().ends_with("no room"), "{said}");
}
