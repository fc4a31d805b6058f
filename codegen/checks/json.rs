//! JSON, compared by value.

use serde_json::Value;

/// Checks that a body is this JSON, however it is laid out.
#[track_caller]
pub(super) fn assert_same(body: &[u8], expected: &str) {
    let found: Value = serde_json::from_slice(body).expect("the body is JSON");
    let expected: Value = serde_json::from_str(expected).expect("the expected body is JSON");
    assert!(
        same(&found, &expected),
        "the body is {found}, and not {expected}"
    );
}

/// Whether two values are the same. `1` and `1.0` are.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || (left.is_f64() || right.is_f64()) && left.as_f64() == right.as_f64()
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| same(l, r))
        }
        (Value::Object(left), Value::Object(right)) => {
            let is_there = |(name, l): (&String, _)| right.get(name).is_some_and(|r| same(l, r));
            left.len() == right.len() && left.iter().all(is_there)
        }
        _ => left == right,
    }
}
