//! Throws answers at operations of a generated crate.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tinsmith_fuzz::answer::check(bytes));
