//! Idempotency tokens: what tells a service that a call is the same as one before.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A random UUID (version 4). It is drawn from the random keys that hash maps have, which is
/// enough to tell calls apart, and no secret.
#[inline]
pub fn token() -> String {
    let bits = || u128::from(RandomState::new().build_hasher().finish());
    let random = bits() << 64 | bits();
    // The version, and the variant in the bits that UUIDs have for them.
    let uuid = random & !(0xf << 76) & !(0b11 << 62) | 4 << 76 | 0b10 << 62;
    let mut token = format!("{uuid:032x}");
    for place in [8, 13, 18, 23] {
        token.insert(place, '-');
    }
    token
}
