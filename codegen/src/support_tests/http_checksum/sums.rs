//! What each algorithm gives.

use aws_smithy_types::base64;

use crate::support::http_checksum::{Algorithm, Sum};

/// Bytes as they are written in hexadecimal.
fn hex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2);
    let pairs = pairs.map(|pair| str::from_utf8(pair).expect("ASCII"));
    let bytes = pairs.map(|pair| u8::from_str_radix(pair, 16).expect("hexadecimal"));
    bytes.collect()
}

/// What the catalogue of CRCs, FIPS 180-4, RFC 1321 and the specification of xxHash give for these.
#[rustfmt::skip]
const PUBLISHED: [(&str, &str, &str); 12] = [
    ("CRC32", "123456789", "cbf43926"),
    ("CRC32C", "123456789", "e3069283"),
    ("CRC64NVME", "123456789", "ae8b14860a799888"),
    ("SHA1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ("SHA256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("SHA512", "abc", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
                       2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"),
    ("MD5", "abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("MD5", "", "d41d8cd98f00b204e9800998ecf8427e"),
    ("XXHASH64", "", "ef46db3751d8e999"),
    ("XXHASH64", "abc", "44bc2cf5ad770999"),
    ("XXHASH3", "abc", "78af5f94892f3950"),
    ("XXHASH128", "abc", "06b05ab6733a618578af5f94892f3950"),
];

#[test]
fn each_algorithm_gives_what_is_published() {
    for (name, text, sum) in PUBLISHED {
        let algorithm = Algorithm::from_name(name).expect("a known algorithm");
        let expected = base64::encode(hex(sum));
        assert_eq!(
            Sum::of(algorithm, text.as_bytes()),
            expected,
            "{name} {text}"
        );
    }
    let published = PUBLISHED.map(|(name, ..)| name);
    for algorithm in Algorithm::all() {
        assert!(published.contains(&algorithm.name()), "{algorithm:?}");
    }
}

#[test]
fn pieces_give_what_the_whole_gives() {
    let bytes: Vec<u8> = (0..5_000_u32).map(|n| ((n * n) >> 3) as u8).collect();
    for algorithm in Algorithm::all() {
        let whole = Sum::of(algorithm, &bytes);
        for size in [1, 7, 64, 1_000, 4_999] {
            let mut sum = Sum::new(algorithm);
            bytes.chunks(size).for_each(|piece| sum.update(piece));
            assert_eq!(sum.finish(), whole, "{algorithm:?} in pieces of {size}");
        }
    }
}

#[test]
fn an_algorithm_is_known_by_its_name_and_by_its_header() {
    for algorithm in Algorithm::all() {
        let (name, header) = (algorithm.name(), algorithm.header());
        assert_eq!(Algorithm::from_name(name), Some(algorithm));
        assert_eq!(Algorithm::from_name(&name.to_lowercase()), Some(algorithm));
        assert_eq!(Algorithm::from_header(header), Some(algorithm));
        let sum = Sum::of(algorithm, b"grain");
        assert_eq!(sum.len(), algorithm.characters(), "{name}");
        let bytes = base64::decode(sum).expect("base64");
        assert_eq!(bytes.len(), algorithm.bytes(), "{name}");
    }
    assert_eq!(Algorithm::from_name("CRC"), None);
}
