//! `not`.

use super::super::evaluate::Arguments;
use super::super::value::Value;

/// `not`: the opposite of a boolean.
#[inline]
pub fn not<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    Some(Value::Boolean(!args.bool(0)?))
}
