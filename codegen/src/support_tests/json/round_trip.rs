//! Whatever is written is read back as the same value.

use proptest::collection::vec;
use proptest::prelude::*;

use super::everything::Everything;
use super::{read, write};
use crate::support::json::Json;
use crate::support::wire;
use crate::support_tests::wire::any_value::{document, nested};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_structure_is_read_back_as_it_was_written(value in nested()) {
        let text = write(&value);
        prop_assert_eq!(read(&text), Ok(value));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }

    #[test]
    fn a_document_is_read_back_as_it_was_written(value in document()) {
        let text = write(&value);
        prop_assert_eq!(read(&text), Ok(value));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        let error = wire::read::<Json, Everything>(&bytes).err();
        prop_assert!(error.is_none_or(|error| error.offset() <= bytes.len()));
    }
}
