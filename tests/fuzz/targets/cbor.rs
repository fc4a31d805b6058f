//! Throws bytes at the CBOR codec.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tinsmith_fuzz::cbor::check(bytes));
