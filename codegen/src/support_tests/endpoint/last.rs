//! What rules have said last is said again, as long as it is the same.

use std::cell::Cell;

use crate::support::endpoint::table::{
    Call, Endpoint, Format, If, Parameter, Ref, RuleSet, Slot, Text, is_set,
};
use crate::support::endpoint::{BuiltIn, EndpointError, Last, Parameters, Value};

thread_local! {
    /// How often rules have been asked.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

const BUCKET: usize = 0;
const KEY: usize = 1;
/// Beyond what is told apart.
const REGION: usize = 80;

const RULES: RuleSet<'static> = RuleSet {
    slots: 81,
    parameters: &[
        Parameter::string(Slot(BUCKET), "Bucket"),
        Parameter::string(Slot(KEY), "Key"),
        Parameter::string(Slot(REGION), "Region").built_in(BuiltIn::Region),
    ],
    rules: &[
        Endpoint {
            when: &[
                If(Call(
                    |_| {
                        ASKED.set(ASKED.get() + 1);
                        Some(Value::Boolean(true))
                    },
                    &[],
                )),
                If(Call(is_set, &[Ref(Slot(BUCKET))])),
            ],
            url: Format(
                "https://{}.{}.test",
                &[Ref(Slot(BUCKET)), Ref(Slot(REGION))],
            ),
        },
        Endpoint {
            when: &[],
            url: Text("https://all.test"),
        },
    ],
};

fn given(
    bucket: Option<&'static str>,
    key: &'static str,
    region: &'static str,
) -> Parameters<'static> {
    let parameters = Parameters::new().region(region).set("Key", key);
    match bucket {
        Some(bucket) => parameters.set("Bucket", bucket),
        None => parameters,
    }
}

#[test]
fn rules_are_asked_again_where_something_that_they_ask_for_is_another() {
    let last = Last::default();
    for (bucket, key, region, url, asked) in [
        (
            Some("granary"),
            "wheat",
            "east",
            "https://granary.east.test",
            1,
        ),
        (
            Some("granary"),
            "rye",
            "east",
            "https://granary.east.test",
            1,
        ),
        (
            Some("granary"),
            "rye",
            "west",
            "https://granary.west.test",
            2,
        ),
        (Some("barn"), "rye", "west", "https://barn.west.test", 3),
        (None, "rye", "west", "https://all.test", 4),
        // The region has not been asked for, nor has the key.
        (None, "oats", "west", "https://all.test", 4),
        (Some("barn"), "oats", "west", "https://barn.west.test", 5),
    ] {
        let parameters = given(bucket, key, region);
        let endpoint = last.resolve(&RULES, &parameters).expect("rules apply");
        assert_eq!((endpoint.url(), ASKED.get()), (url, asked));
        assert_eq!(RULES.resolve(&parameters), Ok(endpoint));
        ASKED.set(asked);
    }
}

#[test]
fn what_is_wrong_is_told_each_time_and_not_kept() {
    let last = Last::default();
    let wrong = given(Some("no host"), "wheat", "east");
    for _ in 0..2 {
        let refused = last.resolve(&RULES, &wrong);
        assert!(matches!(refused, Err(EndpointError::InvalidValue { .. })));
        let right = given(Some("granary"), "wheat", "east");
        let endpoint = last.resolve(&RULES, &right).expect("rules apply");
        assert_eq!(endpoint.url(), "https://granary.east.test");
    }
    let unknown = given(None, "wheat", "east").set("Colour", "green");
    let refused = last.resolve(&RULES, &unknown);
    assert_eq!(
        refused,
        Err(EndpointError::UnknownParameter("Colour".to_owned()))
    );
}

#[test]
fn nothing_of_what_is_kept_is_shown() {
    let last = Last::default();
    let parameters = given(Some("secret"), "secret", "east");
    last.resolve(&RULES, &parameters).expect("rules apply");
    assert_eq!(format!("{last:?}"), "Last");
}
