//! Functions of any values, and of booleans: `isSet`, `not`, `booleanEquals`, `stringEquals`, `ite`,
//! `coalesce`.

use super::super::evaluate::Arguments;
use super::super::value::Value;

/// `isSet`: whether there is a value.
#[inline]
pub fn is_set<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    Some(Value::Boolean(args.get(0).is_some()))
}

/// `not`: the opposite of a boolean.
#[inline]
pub fn not<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    Some(Value::Boolean(!args.bool(0)?))
}

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

/// `ite`: the second value if the first is true, else the third.
#[inline]
pub fn ite<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    args.get(if args.bool(0)? { 1 } else { 2 })
}

/// `coalesce`: the first of several values that is there.
#[inline]
pub fn coalesce<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    (0..args.exprs.len()).find_map(|place| args.get(place))
}
