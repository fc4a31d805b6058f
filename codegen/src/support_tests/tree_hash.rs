//! The SHA-256 checksums of bodies.

use aws_smithy_types::byte_stream::ByteStream;
use sha2::{Digest, Sha256};

use crate::support::tree_hash::{LEAF, add, tree_hash};

const HELLO: &str = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

fn digest(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

fn text(sum: &[u8]) -> String {
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn up_to_a_mebibyte_the_tree_is_its_only_leaf() {
    assert_eq!(tree_hash(b"hello world"), HELLO);
    assert_eq!(tree_hash(b""), text(&digest(b"")));
    let whole = vec![7; LEAF];
    assert_eq!(tree_hash(&whole), text(&digest(&whole)));
}

#[test]
fn two_leaves_are_summed_together_and_a_third_joins_above() {
    let bytes: Vec<u8> = (0..=2 * LEAF).map(|at| at.to_le_bytes()[1]).collect();
    let leaves = [
        digest(&bytes[..LEAF]),
        digest(&bytes[LEAF..2 * LEAF]),
        digest(&bytes[2 * LEAF..]),
    ];
    let two = digest(&leaves[..2].concat());
    assert_eq!(tree_hash(&bytes[..2 * LEAF]), text(&two));
    assert_eq!(
        tree_hash(&bytes),
        text(&digest(&[two, leaves[2].clone()].concat()))
    );
}

#[test]
fn a_body_in_memory_has_both_checksums() {
    let body = ByteStream::from_static(b"hello world");
    let request = add(http::Request::default(), "body", &body).unwrap();
    assert_eq!(request.headers()["x-amz-content-sha256"], HELLO);
    assert_eq!(request.headers()["x-amz-sha256-tree-hash"], HELLO);
    let body = vec![0; LEAF + 1];
    let request = add(http::Request::default(), "body", &body).unwrap();
    let whole = text(&digest(&body));
    assert_eq!(request.headers()["x-amz-content-sha256"], whole);
    assert_ne!(request.headers()["x-amz-sha256-tree-hash"], whole);
}

#[test]
fn a_checksum_that_a_member_has_set_stays() {
    let request = http::Request::builder().header("X-Amz-Sha256-Tree-Hash", "own");
    let request = request.body(Vec::new()).unwrap();
    let request = add(request, "body", &&b"hello world"[..]).unwrap();
    assert_eq!(request.headers()["x-amz-sha256-tree-hash"], "own");
    assert_eq!(request.headers()["x-amz-content-sha256"], HELLO);
}

#[test]
fn a_body_that_is_not_in_memory_is_refused() {
    let body = aws_smithy_types::body::SdkBody::taken();
    let error = add(http::Request::default(), "body", &ByteStream::new(body)).unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("`body`") && error.contains("give it as bytes"),
        "{error}"
    );
}
