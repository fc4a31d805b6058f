//! JSON as Smithy services speak it: values go straight into text and text straight into
//! values, with no tree and no tokens in between.
//!
//! Text is read as [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) has it and no laxer. What
//! JSON cannot say is said as [Smithy's JSON protocols
//! agree](https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#shape-serialization):
//! blobs are base64 strings, `NaN` and the infinities are strings, timestamps have three formats.

mod error;
mod member;
mod message;
mod number;
mod reader;
mod string;
mod types;
mod writer;

pub use error::{Error, ErrorKind};
pub use message::{members, output, texts};
pub use reader::{ArrayReader, ObjectReader, Reader};
#[allow(
    unused_imports,
    reason = "a service may have no type with a name of its own here"
)]
pub use types::*;
pub use writer::{ObjectWriter, Writer};

/// How many objects and arrays may stand inside one another, in both directions. It keeps a
/// hostile or broken text from exhausting the stack.
pub const MAX_DEPTH: usize = 128;

/// A value that can be written as JSON.
pub trait Encode {
    /// Writes the value.
    fn encode(&self, w: &mut Writer);
}

/// A value that can be read from JSON.
pub trait Decode: Sized {
    /// Reads the value that comes next.
    ///
    /// # Errors
    /// Where the text is not JSON, or is another kind of value.
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error>;

    /// What a `null` stands for in place of this value. `None`: it stands for nothing, so that a
    /// list or map leaves the element out and a member stays as it is.
    #[inline]
    fn from_null() -> Option<Self> {
        None
    }
}

/// A structure or a union, which is written as an object.
pub trait EncodeMembers {
    /// Writes the members that have a value.
    #[inline]
    fn encode_members(&self, _object: &mut ObjectWriter<'_>) {}
}

/// A structure, which is read member by member. One with a `Default` starts as that.
pub trait DecodeMember {
    /// Reads the value that comes next as the member of this name, or skips it where there is none.
    ///
    /// # Errors
    /// Where the value is not what the member is.
    #[inline]
    fn decode_member(&mut self, _name: &str, r: &mut Reader<'_>) -> Result<(), Error> {
        r.skip()
    }
}
