//! XML as Smithy services speak it.
//!
//! <https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings>

mod escape;
mod writer;

pub use writer::Writer;
