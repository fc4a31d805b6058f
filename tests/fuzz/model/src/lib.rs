//! What must hold whatever a model is: each module has a `check` that takes any bytes.
//!
//! `targets` throws bytes at them, one program a module. From this folder:
//!
//! ```text
//! mkdir -p corpus/idl
//! cargo run --release --bin idl -- -max_total_time=60 -dict=idl.dict corpus/idl seeds/idl
//! ```
//!
//! `tests/seeds.rs` has them check the seeds alone, for which no fuzzer is built.

pub mod idl;
