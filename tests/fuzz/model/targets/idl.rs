//! Throws bytes at the reader of Smithy IDL.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tinsmith_fuzz_model::idl::check(bytes));
