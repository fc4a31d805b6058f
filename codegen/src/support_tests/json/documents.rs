//! Documents: each kind of value, and numbers in the type that holds them.

use std::collections::HashMap;

use aws_smithy_types::{Document, Number};

use super::{read, write};

#[test]
fn each_kind_of_value_is_a_document() {
    let document = Document::Object(HashMap::from([(
        "a".to_owned(),
        Document::Array(vec![
            Document::Null,
            Document::Bool(true),
            Document::Bool(false),
            Document::String("s\n".to_owned()),
            Document::Number(Number::PosInt(1)),
            Document::Object(HashMap::new()),
            Document::Array(Vec::new()),
        ]),
    )]));
    let text = r#"{"a":[null,true,false,"s\n",1,{},[]]}"#;
    assert_eq!(write(&document), text);
    assert_eq!(read(text), Ok(document));
}

#[test]
fn numbers_keep_the_type_that_holds_them() {
    let cases = [
        ("0", Number::PosInt(0)),
        ("18446744073709551615", Number::PosInt(u64::MAX)),
        ("-1", Number::NegInt(-1)),
        ("-9223372036854775808", Number::NegInt(i64::MIN)),
        ("1.0", Number::Float(1.0)),
        ("-0.0", Number::Float(-0.0)),
        ("1e300", Number::Float(1e300)),
    ];
    for (text, number) in cases {
        let document = Document::Number(number);
        assert_eq!(write(&document), text);
        assert_eq!(read(text), Ok(document), "{text}");
    }
}

#[test]
fn integers_that_no_integer_holds_are_floats() {
    let cases = [
        ("18446744073709551616", 18_446_744_073_709_551_616.0),
        ("-9223372036854775809", -9_223_372_036_854_775_809.0),
        ("1e2", 100.0),
    ];
    for (text, value) in cases {
        assert_eq!(
            read(text),
            Ok(Document::Number(Number::Float(value))),
            "{text}"
        );
    }
    let zero: Document = read("-0").expect("a number");
    assert_eq!(write(&zero), "-0.0");
}

#[test]
fn floats_that_json_cannot_say_are_strings_in_documents_too() {
    assert_eq!(
        write(&Document::Number(Number::Float(f64::NAN))),
        r#""NaN""#
    );
}
