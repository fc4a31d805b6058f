//! CBOR, compared by value. It is base64 in tests.

#![allow(dead_code, reason = "a model may have requests or responses alone")]

use aws_smithy_types::base64;
use ciborium::Value;

/// The bytes that a test has.
#[track_caller]
pub fn bytes(body: &str) -> Vec<u8> {
    base64::decode(body).expect("the test's body is base64")
}

/// Checks that a body is this CBOR, however it is laid out.
#[track_caller]
pub fn assert_same(body: &[u8], expected: &str) {
    let (found, expected) = (read(body), read(&bytes(expected)));
    assert!(
        same(&found, &expected),
        "the body is {found:?}, and not {expected:?}"
    );
}

/// The same of a response.
#[track_caller]
pub fn assert_same_answer(body: &[u8], expected: &str) {
    assert_same(body, expected);
}

#[track_caller]
fn read(mut body: &[u8]) -> Value {
    let value = ciborium::from_reader(&mut body).expect("the body is CBOR");
    assert!(body.is_empty(), "something follows: {body:02x?}");
    value
}

/// Whether two values are the same. `1` and `1.0` are, and so is what is no number.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Integer(integer), Value::Float(float))
        | (Value::Float(float), Value::Integer(integer)) => i128::from(*integer) as f64 == *float,
        (Value::Float(left), Value::Float(right)) => {
            left == right || left.is_nan() && right.is_nan()
        }
        (Value::Tag(left_tag, left), Value::Tag(right_tag, right)) => {
            left_tag == right_tag && same(left, right)
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| same(l, r))
        }
        (Value::Map(left), Value::Map(right)) => {
            let is_there = |(name, l): &(Value, Value)| {
                let mut right = right.iter();
                right.any(|(other, r)| name == other && same(l, r))
            };
            left.len() == right.len() && left.iter().all(is_there)
        }
        _ => left == right,
    }
}
