//! Throws bytes at the JSON codec.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tinsmith_fuzz::json::check(bytes));
