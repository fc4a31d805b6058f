//! A value is the same, whatever the format it has travelled in.

use proptest::prelude::*;

use super::any_value::coarse;
use super::everything::Everything;
use super::something_of_everything;
use crate::support::cbor::Cbor;
use crate::support::json::Json;
use crate::support::wire::{self, Decode, Encode, Format};

/// Writes a value, and reads it again.
fn through<F: Format, T: Encode + Decode>(value: &T) -> T {
    let message = wire::write::<F>(value).expect("the value can be written");
    wire::read::<F, T>(&message).expect("it was written by us")
}

#[test]
fn something_of_everything_is_the_same_in_all_formats() {
    let value = something_of_everything();
    assert_eq!(through::<Json, _>(&value), value);
    assert_eq!(through::<Json<true>, _>(&value), value);
    assert_eq!(through::<Cbor, _>(&value), value);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_is_the_same_in_all_formats(value in coarse()) {
        let in_json: Everything = through::<Json, _>(&value);
        prop_assert_eq!(&through::<Json<true>, _>(&value), &in_json);
        prop_assert_eq!(&through::<Cbor, _>(&value), &in_json);
        prop_assert_eq!(in_json, value);
    }
}
