//! One of several values: `ite`, `coalesce`.

use super::super::evaluate::Arguments;
use super::super::value::Value;

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
