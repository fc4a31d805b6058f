//! Whether two values are the same: `booleanEquals`, `stringEquals`.

use super::super::evaluate::Arguments;
use super::super::value::Value;

/// `booleanEquals`: whether two booleans are the same.
#[inline]
pub fn boolean_equals<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    Some(Value::Boolean(args.bool(0)? == args.bool(1)?))
}

/// `stringEquals`: whether two strings are the same.
#[inline]
pub fn string_equals<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    Some(Value::Boolean(args.text(0)? == args.text(1)?))
}
