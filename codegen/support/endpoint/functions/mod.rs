//! The functions of the rules language, each a plain function of values. One that is given what
//! it cannot work with is absent.

mod arn;
mod host;
mod text;
mod url;

use super::evaluate::Arguments;
use super::partitions;
use super::table::Function;
use super::value::Value;

pub(super) use arn::Arn;
pub(super) use url::Url;

/// The value of a function of `args`.
#[inline]
pub(super) fn call<'v>(function: Function, args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    match function {
        Function::IsSet => Some(Value::Boolean(args.get(0).is_some())),
        Function::Not => Some(Value::Boolean(!args.bool(0)?)),
        Function::BooleanEquals => Some(Value::Boolean(args.bool(0)? == args.bool(1)?)),
        Function::StringEquals => Some(Value::Boolean(args.text(0)? == args.text(1)?)),
        Function::Coalesce => args.first_present(),
        Function::Ite => args.get(if args.bool(0)? { 1 } else { 2 }),
        Function::IsValidHostLabel => {
            let is_valid = host::is_valid_label(&args.text(0)?, args.bool(1)?);
            Some(Value::Boolean(is_valid))
        }
        Function::IsVirtualHostableS3Bucket => {
            let is_hostable = host::is_virtual_hostable_bucket(&args.text(0)?, args.bool(1)?);
            Some(Value::Boolean(is_hostable))
        }
        Function::Substring => text::substring(
            &args.text(0)?,
            args.index(1)?,
            args.index(2)?,
            args.bool(3)?,
        )
        .map(Value::String),
        Function::Split => {
            text::split(&args.text(0)?, &args.text(1)?, args.index(2)?).map(Value::list)
        }
        Function::UriEncode => Some(Value::String(text::uri_encode(args.text(0)?))),
        Function::ParseUrl => Url::parse(args.text(0)?).map(|url| Value::Url(Box::new(url))),
        Function::ParseArn => Arn::parse(&args.text(0)?).map(|arn| Value::Arn(Box::new(arn))),
        Function::Partition => Some(Value::Partition(partitions::of_region(&args.text(0)?))),
    }
}
