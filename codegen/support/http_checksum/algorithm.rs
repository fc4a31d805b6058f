//! The algorithms: their names, their headers, and how long what they give is.

/// An algorithm of checksums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// CRC-64/NVME.
    Crc64Nvme,
    /// CRC-32C, Castagnoli's.
    Crc32C,
    /// CRC-32, as in zip files.
    Crc32,
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// The 64 bits of XXH3.
    XxHash3,
    /// XXH64.
    XxHash64,
    /// The 128 bits of XXH3.
    XxHash128,
    /// SHA-512.
    Sha512,
    /// MD5.
    Md5,
}

/// What is known of an algorithm: its name in models, the header that has its checksum in base64, and
/// how many bytes that is.
type Known = (Algorithm, &'static str, &'static str, usize);

/// All algorithms. Of several checksums of a response the first of these is checked: an order that the
/// AWS SDKs have in common, then what is fast.
const ALL: [Known; 10] = [
    (
        Algorithm::Crc64Nvme,
        "CRC64NVME",
        "x-amz-checksum-crc64nvme",
        8,
    ),
    (Algorithm::Crc32C, "CRC32C", "x-amz-checksum-crc32c", 4),
    (Algorithm::Crc32, "CRC32", "x-amz-checksum-crc32", 4),
    (Algorithm::Sha1, "SHA1", "x-amz-checksum-sha1", 20),
    (Algorithm::Sha256, "SHA256", "x-amz-checksum-sha256", 32),
    (Algorithm::XxHash3, "XXHASH3", "x-amz-checksum-xxhash3", 8),
    (
        Algorithm::XxHash64,
        "XXHASH64",
        "x-amz-checksum-xxhash64",
        8,
    ),
    (
        Algorithm::XxHash128,
        "XXHASH128",
        "x-amz-checksum-xxhash128",
        16,
    ),
    (Algorithm::Sha512, "SHA512", "x-amz-checksum-sha512", 64),
    (Algorithm::Md5, "MD5", "x-amz-checksum-md5", 16),
];

impl Algorithm {
    /// The algorithm of requests where their caller chooses none.
    pub const DEFAULT: Self = Self::Crc32;

    /// All of them; of several checksums of a response the first is checked.
    #[inline]
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|(algorithm, ..)| *algorithm)
    }

    /// The algorithm of this name, in any case; `None` where it is none of these.
    #[inline]
    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = ALL.iter();
        let (algorithm, ..) = all.find(|(_, known, ..)| known.eq_ignore_ascii_case(name))?;
        Some(*algorithm)
    }

    /// The algorithm whose checksums are in the header of this name, in lower case.
    #[inline]
    pub fn from_header(name: &str) -> Option<Self> {
        let mut all = ALL.iter();
        let (algorithm, ..) = all.find(|(_, _, header, _)| *header == name)?;
        Some(*algorithm)
    }

    /// Its name in models, e.g. `CRC32`.
    #[inline]
    pub fn name(self) -> &'static str {
        self.known().1
    }

    /// The header that has its checksum, e.g. `x-amz-checksum-crc32`.
    #[inline]
    pub fn header(self) -> &'static str {
        self.known().2
    }

    /// How many bytes its checksums have, before they are in base64.
    #[inline]
    pub fn bytes(self) -> usize {
        self.known().3
    }

    /// How many characters they have in base64.
    #[inline]
    pub fn characters(self) -> usize {
        self.bytes().div_ceil(3) * 4
    }

    #[inline]
    fn known(self) -> &'static Known {
        // The rows are in the order of the variants.
        &ALL[self as usize]
    }
}
