//! SHA-256 checksums of the bodies of requests: one of the whole, and one of a tree, for services
//! that put bodies together from parts.
//!
//! <https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html>

use aws_smithy_types::Blob;
use aws_smithy_types::byte_stream::ByteStream;
use http::{HeaderName, HeaderValue};
use sha2::{Digest, Sha256};

use super::operation::BuildError;

/// How many bytes a leaf of the tree covers: a mebibyte.
pub const LEAF: usize = 1 << 20;

/// A body whose bytes can be in memory.
pub trait InMemory {
    /// Its bytes; `None` where they are elsewhere.
    fn bytes(&self) -> Option<&[u8]>;
}

impl InMemory for ByteStream {
    #[inline]
    fn bytes(&self) -> Option<&[u8]> {
        ByteStream::bytes(self)
    }
}

impl InMemory for Blob {
    #[inline]
    fn bytes(&self) -> Option<&[u8]> {
        Some(self.as_ref())
    }
}

impl InMemory for Vec<u8> {
    #[inline]
    fn bytes(&self) -> Option<&[u8]> {
        Some(self)
    }
}

impl InMemory for &[u8] {
    #[inline]
    fn bytes(&self) -> Option<&[u8]> {
        Some(self)
    }
}

/// Adds the two checksums of a body to the head of its request, unless members have set them.
///
/// # Errors
/// Where the body is not in memory: headers come before it.
pub fn add(
    mut request: http::Request<Vec<u8>>,
    member: &str,
    body: &impl InMemory,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let Some(bytes) = body.bytes() else {
        return Err(BuildError::new(format!(
            "the checksums of `{member}` come before it, and it is not in memory: give it as \
             bytes, in several parts where it is large"
        )));
    };
    let leaves = leaves(bytes);
    let whole = match leaves.as_slice() {
        [only] => *only,
        _ => Sha256::digest(bytes).into(),
    };
    for (name, sum) in [
        ("x-amz-content-sha256", whole),
        ("x-amz-sha256-tree-hash", root(leaves)),
    ] {
        if let Ok(value) = HeaderValue::try_from(hexadecimal(&sum)) {
            let name = HeaderName::from_static(name);
            request.headers_mut().entry(name).or_insert(value);
        }
    }
    Ok(request)
}

/// The checksum of a tree: of each mebibyte, then of each two checksums together, until there is
/// one. One that is left over goes up as it is.
#[inline]
pub fn tree_hash(bytes: &[u8]) -> String {
    hexadecimal(&root(leaves(bytes)))
}

type Sum = [u8; 32];

/// The checksum of each mebibyte. Without any bytes it is one, of nothing.
#[inline]
fn leaves(bytes: &[u8]) -> Vec<Sum> {
    if bytes.is_empty() {
        return vec![Sha256::digest(bytes).into()];
    }
    let leaves = bytes.chunks(LEAF).map(|leaf| Sha256::digest(leaf).into());
    leaves.collect()
}

#[inline]
fn root(mut sums: Vec<Sum>) -> Sum {
    while sums.len() > 1 {
        let above = sums.chunks(2).map(|pair| match pair {
            [one] => *one,
            pair => Sha256::digest(pair.concat()).into(),
        });
        sums = above.collect();
    }
    sums.pop().unwrap_or_default()
}

#[inline]
fn hexadecimal(sum: &Sum) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = sum.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.map(|digit| char::from(DIGITS[usize::from(digit)]));
    digits.collect()
}
