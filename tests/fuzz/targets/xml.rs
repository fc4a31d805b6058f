//! Throws bytes at the reader of XML.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tinsmith_fuzz::xml::check(bytes));
