//! XML as Smithy services speak it.
//!
//! Text is read as [XML 1.0](https://www.w3.org/TR/xml/) has it, without what no service sends: a
//! document type is refused, so that no entity is ever defined and nothing expands. Namespaces count for
//! nothing, as [Smithy has it](https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings): a name is
//! what stands behind the prefix.

mod attributes;
mod containers;
pub mod envelope;
mod reader;
mod scan;
mod text;
mod values;

use super::wire::{Error, ErrorKind, Layout, MAX_DEPTH};

pub use reader::Reader;

/// A structure of which no member is set.
pub(super) const EMPTY: &[u8] = b"<_/>";
