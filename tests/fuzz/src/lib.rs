//! What must hold whatever a service answers: each module has a `check` that takes any bytes.
//!
//! `targets` throws bytes at them, one program a module. From this folder:
//!
//! ```text
//! mkdir -p corpus/json
//! cargo run --release --bin json -- -max_total_time=60 -dict=json.dict corpus/json seeds/json
//! ```
//!
//! `tests/seeds.rs` has them check the seeds alone, for which no fuzzer is built.

pub mod answer;
pub mod cbor;
mod codec;
pub mod events;
pub mod json;
pub mod xml;

#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    missing_docs,
    reason = "only the codec is under test"
)]
#[path = "../../../codegen/support"]
mod support {
    pub mod cbor;
    pub mod decimal;
    pub mod digits;
    pub mod endpoint;
    pub mod error;
    pub mod event_stream;
    pub mod fault;
    pub mod json;
    pub mod operation;
    pub mod text;
    pub mod timestamp;
    pub mod wire;
    pub mod xml;
}

#[path = "../../../codegen/src/support_tests/wire/everything.rs"]
mod everything;

#[allow(dead_code, reason = "its errors alone")]
#[path = "../../../codegen/src/support_tests/event_stream/tides.rs"]
mod tides;

#[path = "../../../codegen/src/support_tests/xml/peer.rs"]
mod xml_peer;
