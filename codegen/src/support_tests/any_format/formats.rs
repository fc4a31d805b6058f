//! A value is the same, whatever the format it has been in.

use aws_smithy_types::{Document, Number};
use proptest::prelude::*;

use super::super::wire::any_value::nested;
use super::super::wire::everything::Everything;
use super::super::wire::something_of_everything;
use super::{Cbor, Format, Json, JsonValue, Postcard, Toml, Yaml};

#[test]
fn something_of_everything_is_the_same_in_all_formats() {
    let value = something_of_everything();
    assert_eq!(Json::through(&value), Ok(value.clone()));
    assert_eq!(JsonValue::through(&value), Ok(value.clone()));
    assert_eq!(Cbor::through(&value), Ok(value.clone()));
    assert_eq!(Yaml::through(&value), Ok(value.clone()));
}

/// The same without documents, which are what their format says.
fn without_documents(value: Everything) -> Everything {
    Everything {
        document: None,
        again: value.again.map(|inner| Box::new(without_documents(*inner))),
        many: value
            .many
            .map(|values| values.into_iter().map(without_documents).collect()),
        ..value
    }
}

/// The same without what TOML has nothing for: nulls, and integers of more than 64 bits with their sign.
fn in_toml(value: Everything) -> Everything {
    fn has_others(document: &Document) -> bool {
        match document {
            Document::Null => true,
            Document::Number(Number::PosInt(value)) => i64::try_from(*value).is_err(),
            Document::Array(items) => items.iter().any(has_others),
            Document::Object(members) => members.values().any(has_others),
            _ => false,
        }
    }
    let sparse_list = value
        .sparse_list
        .filter(|list| list.iter().all(Option::is_some));
    let sparse_map = value
        .sparse_map
        .filter(|map| map.values().all(Option::is_some));
    Everything {
        document: value.document.filter(|document| !has_others(document)),
        sparse_list,
        sparse_map,
        again: value.again.map(|inner| Box::new(in_toml(*inner))),
        many: value
            .many
            .map(|values| values.into_iter().map(in_toml).collect()),
        ..value
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_is_the_same_in_formats_that_say_what_values_are(value in nested()) {
        prop_assert_eq!(&Json::through(&value), &Ok(value.clone()));
        prop_assert_eq!(&JsonValue::through(&value), &Ok(value.clone()));
        prop_assert_eq!(&Cbor::through(&value), &Ok(value.clone()));
        prop_assert_eq!(&Yaml::through(&value), &Ok(value.clone()));
    }

    #[test]
    fn any_value_without_nulls_is_the_same_in_toml(value in nested().prop_map(in_toml)) {
        prop_assert_eq!(&Toml::through(&value), &Ok(value.clone()));
    }

    #[test]
    fn any_value_without_documents_is_the_same_where_formats_do_not_say_what_values_are(
        value in nested().prop_map(without_documents)
    ) {
        prop_assert_eq!(&Postcard::through(&value), &Ok(value.clone()));
    }
}
