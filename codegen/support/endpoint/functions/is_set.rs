//! `isSet`.

use super::super::evaluate::Arguments;
use super::super::value::Value;

/// `isSet`: whether there is a value.
#[inline]
pub fn is_set<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    Some(Value::Boolean(args.get(0).is_some()))
}
