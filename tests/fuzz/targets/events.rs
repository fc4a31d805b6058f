//! Throws bytes at the reader of streams of events.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tinsmith_fuzz::events::check(bytes));
