//! Idempotency tokens: what tells a service that a call is the same as one before.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A random UUID (version 4). It is drawn from the random keys that hash maps have, which is
/// enough to tell calls apart, and no secret.
#[inline]
pub fn token() -> String {
    let bits = || RandomState::new().build_hasher().finish();
    let (high, low) = (bits(), bits());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0x3fff | 0x8000,
        low & 0xffff_ffff_ffff,
    )
}
