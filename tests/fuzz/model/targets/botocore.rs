//! Throws bytes at the reader of botocore's models.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tinsmith_fuzz_model::botocore::check(bytes));
