//! Checksums in the making.

use aws_smithy_types::base64;
use md5::Md5;
use sha1::Sha1;
use sha2::digest::Digest;
use sha2::{Sha256, Sha512};
use xxhash_rust::xxh3::Xxh3;
use xxhash_rust::xxh64::Xxh64;

use super::Algorithm;

/// A checksum of bytes that come piece by piece.
pub struct Sum(State);

/// Those that are large are in a box: a sum is moved into bodies.
enum State {
    Crc32(crc32fast::Hasher),
    Crc32C(u32),
    Crc64Nvme(crc64fast_nvme::Digest),
    Sha1(Sha1),
    Sha256(Sha256),
    Sha512(Box<Sha512>),
    Md5(Md5),
    XxHash64(Xxh64),
    XxHash3(Box<Xxh3>),
    XxHash128(Box<Xxh3>),
}

impl Sum {
    /// The checksum of nothing yet.
    #[inline]
    pub fn new(algorithm: Algorithm) -> Self {
        Self(match algorithm {
            Algorithm::Crc32 => State::Crc32(crc32fast::Hasher::new()),
            Algorithm::Crc32C => State::Crc32C(0),
            Algorithm::Crc64Nvme => State::Crc64Nvme(crc64fast_nvme::Digest::new()),
            Algorithm::Sha1 => State::Sha1(Sha1::new()),
            Algorithm::Sha256 => State::Sha256(Sha256::new()),
            Algorithm::Sha512 => State::Sha512(Box::new(Sha512::new())),
            Algorithm::Md5 => State::Md5(Md5::new()),
            Algorithm::XxHash64 => State::XxHash64(Xxh64::new(0)),
            Algorithm::XxHash3 => State::XxHash3(Box::new(Xxh3::new())),
            Algorithm::XxHash128 => State::XxHash128(Box::new(Xxh3::new())),
        })
    }

    /// The checksum of bytes that are all there, in base64, as headers have it.
    #[inline]
    pub fn of(algorithm: Algorithm, bytes: &[u8]) -> String {
        let mut sum = Self::new(algorithm);
        sum.update(bytes);
        sum.finish()
    }

    /// Goes on with these bytes.
    #[inline]
    pub fn update(&mut self, bytes: &[u8]) {
        match &mut self.0 {
            State::Crc32(sum) => sum.update(bytes),
            State::Crc32C(sum) => *sum = crc32c::crc32c_append(*sum, bytes),
            State::Crc64Nvme(sum) => sum.write(bytes),
            State::Sha1(sum) => sum.update(bytes),
            State::Sha256(sum) => sum.update(bytes),
            State::Sha512(sum) => sum.update(bytes),
            State::Md5(sum) => sum.update(bytes),
            State::XxHash64(sum) => sum.update(bytes),
            State::XxHash3(sum) | State::XxHash128(sum) => sum.update(bytes),
        }
    }

    /// The checksum of all that came, in base64, as headers have it.
    #[inline]
    pub fn finish(self) -> String {
        match self.0 {
            State::Crc32(sum) => base64::encode(sum.finalize().to_be_bytes()),
            State::Crc32C(sum) => base64::encode(sum.to_be_bytes()),
            State::Crc64Nvme(sum) => base64::encode(sum.sum64().to_be_bytes()),
            State::Sha1(sum) => base64::encode(sum.finalize()),
            State::Sha256(sum) => base64::encode(sum.finalize()),
            State::Sha512(sum) => base64::encode(sum.finalize()),
            State::Md5(sum) => base64::encode(sum.finalize()),
            State::XxHash64(sum) => base64::encode(sum.digest().to_be_bytes()),
            State::XxHash3(sum) => base64::encode(sum.digest().to_be_bytes()),
            State::XxHash128(sum) => base64::encode(sum.digest128().to_be_bytes()),
        }
    }
}

impl std::fmt::Debug for Sum {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sum").finish_non_exhaustive()
    }
}
