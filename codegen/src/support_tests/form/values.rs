//! Values that are texts, and what is absent or empty.

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};

use super::super::wire::everything::{Choice, Color, Everything};
use super::{aws, ec2, form};
use crate::support::form::{Dialect, Writer};
use crate::support::wire::Unit;

fn nothing() -> Everything {
    Everything::default()
}

#[test]
fn an_input_without_members_is_an_action_and_a_version() {
    for dialect in [Dialect::AwsQuery, Dialect::Ec2Query] {
        assert_eq!(
            form(dialect, &nothing()).expect("nothing can be written"),
            "Action=Act&Version=2020-01-08"
        );
        assert_eq!(
            form(dialect, &Unit).expect("nothing can be written"),
            "Action=Act&Version=2020-01-08"
        );
    }
}

#[test]
fn action_and_version_are_encoded() {
    let form = Writer::new(Dialect::AwsQuery, "a b", "1&2").finish();
    assert_eq!(
        form.expect("it can be written"),
        b"Action=a%20b&Version=1%262"
    );
}

#[test]
fn numbers_are_their_digits() {
    let numbers = Everything {
        boolean: Some(true),
        byte: Some(-8),
        integer: Some(0),
        long: Some(i64::MIN),
        float: Some(10.8),
        double: Some(1.5e300),
        big_integer: "123456789012345678901234567890".parse::<BigInteger>().ok(),
        big_decimal: "+1.5E-400".parse::<BigDecimal>().ok(),
        ..nothing()
    };
    let parameters = [
        "Boolean=true",
        "Byte=-8",
        "Integer=0",
        "Long=-9223372036854775808",
        "Float=10.8",
        "Double=1.5e300",
        "BigInteger=123456789012345678901234567890",
        "BigDecimal=%2B1.5E-400",
    ];
    assert_eq!(aws(&numbers), parameters);
    assert_eq!(ec2(&numbers), parameters);
}

#[test]
fn floats_that_are_no_numbers_are_words() {
    let of = |float, double| Everything {
        float: Some(float),
        double: Some(double),
        ..nothing()
    };
    assert_eq!(
        aws(&of(f32::NAN, f64::NEG_INFINITY)),
        ["Float=NaN", "Double=-Infinity"]
    );
    assert_eq!(
        aws(&of(f32::INFINITY, f64::NAN)),
        ["Float=Infinity", "Double=NaN"]
    );
}

#[test]
fn bytes_are_base64() {
    let value = Everything {
        blob: Some(Blob::new("value")),
        ..nothing()
    };
    assert_eq!(aws(&value), ["Blob=dmFsdWU%3D"]);
}

#[test]
fn timestamps_are_texts_in_their_formats() {
    let moment = DateTime::from_secs(1_422_172_800);
    let value = Everything {
        timestamp: Some(moment),
        choice: Some(Choice::When(moment)),
        date_time: Some(moment),
        ..nothing()
    };
    assert_eq!(
        aws(&value),
        [
            "Timestamp=1422172800",
            "Choice.when=Sun%2C%2025%20Jan%202015%2008%3A00%3A00%20GMT",
            "DateTime=2015-01-25T08%3A00%3A00Z",
        ]
    );
}

#[test]
fn all_but_unreserved_characters_are_encoded() {
    let of = |text: &str| {
        aws(&Everything {
            string: Some(text.to_owned()),
            ..nothing()
        })
    };
    assert_eq!(of("AZaz09-._~"), ["String=AZaz09-._~"]);
    assert_eq!(
        of(" +&=%/:\0\n*'"),
        ["String=%20%2B%26%3D%25%2F%3A%00%0A%2A%27"]
    );
    assert_eq!(of("a\u{e9}\u{1f600}b"), ["String=a%C3%A9%F0%9F%98%80b"]);
    assert_eq!(of(""), ["String="]);
}

#[test]
fn members_of_structures_have_their_names_before_them() {
    let value = Everything {
        string: Some("a".to_owned()),
        color: Some(Color::Red),
        choice: Some(Choice::Nested(Box::new(Choice::Text("t".to_owned())))),
        again: Some(Box::new(Everything {
            string: Some("b".to_owned()),
            again: Some(Box::new(Everything {
                long: Some(1),
                ..nothing()
            })),
            ..nothing()
        })),
        epoch_seconds: Some(DateTime::from_secs(7)),
        ..nothing()
    };
    assert_eq!(
        aws(&value),
        [
            "String=a",
            "Color=RED",
            "Choice.nested.text=t",
            "EpochSeconds=7",
            "Again.String=b",
            "Again.Again.Long=1",
        ]
    );
}

#[test]
fn a_structure_without_members_is_no_parameter() {
    let value = Everything {
        again: Some(Box::default()),
        many: Some(vec![nothing()]),
        ..nothing()
    };
    assert_eq!(aws(&value), Vec::<String>::new());
}
