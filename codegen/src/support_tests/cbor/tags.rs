//! Tags, of which few say anything.

use std::collections::HashMap;

use aws_smithy_types::{Blob, Document};

use super::everything::Everything;
use super::{Skipped, read, refusal};
use crate::support::wire::ErrorKind;

#[test]
fn a_tag_that_says_nothing_may_be_before_any_value() {
    for tag in [
        "c0",
        "d818",
        "d9d9f7",
        "da00010000",
        "db0000000100000000",
        "d9d9f7 d818",
    ] {
        assert_eq!(read(&format!("{tag} 01")), Ok(1_i64), "{tag}");
        assert_eq!(read(&format!("{tag} f93c00")), Ok(1.0_f64), "{tag}");
        assert_eq!(read(&format!("{tag} f5")), Ok(true), "{tag}");
        assert_eq!(read(&format!("{tag} 61 61")), Ok("a".to_owned()), "{tag}");
        assert_eq!(read(&format!("{tag} 41 61")), Ok(Blob::new("a")), "{tag}");
        assert_eq!(
            read(&format!("{tag} 81 {tag} 01")),
            Ok(vec![1_i64]),
            "{tag}"
        );
        let map = HashMap::from([("a".to_owned(), true)]);
        assert_eq!(read(&format!("{tag} a1 {tag} 61 61 f5")), Ok(map), "{tag}");
        assert_eq!(
            read(&format!("{tag} a0")),
            Ok(Everything::default()),
            "{tag}"
        );
        let document = Document::Array(vec![Document::Null]);
        assert_eq!(read(&format!("{tag} 81 {tag} f6")), Ok(document), "{tag}");
    }
}

#[test]
fn there_may_be_any_number_of_tags() {
    let message = format!("{}01", "c6".repeat(100_000));
    assert_eq!(read(&message), Ok(1_i64));
    assert_eq!(read(&message), Ok(Skipped));
}

#[test]
fn a_tag_has_a_value() {
    let refused = (ErrorKind::UnexpectedEnd, 1);
    assert_eq!(refusal::<i64>("c1"), refused);
    assert_eq!(refusal::<Skipped>("c1"), refused);
    let no_number = (ErrorKind::ExpectedValue, 0);
    assert_eq!(refusal::<Skipped>("df 01 ff"), no_number);
}
