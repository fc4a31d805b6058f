//! Files that are compressed with gzip, as botocore's are where it is installed.
//!
//! [RFC 1952](https://www.rfc-editor.org/rfc/rfc1952)

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

use crate::limits::UNPACKED;

/// Whether a file is called as what is compressed with gzip.
pub(super) fn is_packed(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))
}

/// What a file is called when it is unpacked: `service-2.json` for `service-2.json.gz`.
pub(super) fn name(path: &Path) -> PathBuf {
    if is_packed(path) {
        path.with_extension("")
    } else {
        path.to_owned()
    }
}

/// What is wrong with a packed file, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) reason: String,
    pub(super) help: &'static str,
}

/// The bytes that were packed.
pub(super) fn bytes(packed: &[u8]) -> Result<Vec<u8>, Broken> {
    up_to(UNPACKED, packed)
}

/// The bytes that were packed, no more than so many.
fn up_to(most: usize, packed: &[u8]) -> Result<Vec<u8>, Broken> {
    if !packed.starts_with(&[0x1f, 0x8b]) {
        return Err(Broken {
            reason: "it is called so, but it is not compressed with gzip".to_owned(),
            help: "give it a name without `.gz`, or compress it with `gzip`",
        });
    }
    // One byte more than may be tells that there is more.
    let bound = u64::try_from(most).unwrap_or(u64::MAX);
    let mut unpacked = Vec::new();
    let mut decoder = MultiGzDecoder::new(packed).take(bound.saturating_add(1));
    match decoder.read_to_end(&mut unpacked) {
        Ok(_) if unpacked.len() <= most => Ok(unpacked),
        Ok(_) => Err(Broken {
            reason: format!("it unpacks to more than {} MiB", most >> 20),
            help: "give a file of a model: none is as large as that",
        }),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Err(Broken {
            reason: "it is compressed with gzip, and its end is missing".to_owned(),
            help: "take the whole file again",
        }),
        Err(error) => Err(Broken {
            reason: format!("it cannot be unpacked: {error}"),
            help: "take the file again: it is damaged",
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).expect("memory takes all");
        encoder.finish().expect("memory takes all")
    }

    #[test]
    fn what_was_packed_is_there_again_in_one_part_or_in_several() {
        let one = packed(b"{\"a\": ");
        assert_eq!(bytes(&one).expect("it is whole"), b"{\"a\": ");
        let both = [one, packed(b"1}")].concat();
        assert_eq!(bytes(&both).expect("it is whole"), b"{\"a\": 1}");
    }

    #[test]
    fn what_is_cut_off_anywhere_is_told() {
        let whole = packed(&b"some text, and more of it".repeat(20));
        for end in 2..whole.len() {
            let broken = bytes(&whole[..end]).expect_err("it is cut off");
            assert_eq!(broken.help, "take the whole file again", "{end}");
        }
    }

    #[test]
    fn what_is_damaged_is_told() {
        let mut whole = packed(&b"some text, and more of it".repeat(20));
        let checksum = whole.len() - 8;
        whole[checksum] ^= 1;
        assert!(bytes(&whole).is_err());
    }

    #[test]
    fn no_more_is_unpacked_than_may_be() {
        let most = 1 << 20;
        assert!(up_to(most, &packed(&vec![b' '; most])).is_ok());
        let broken = up_to(most, &packed(&vec![b' '; most + 1])).expect_err("it is too large");
        assert_eq!(broken.reason, "it unpacks to more than 1 MiB");
    }
}
