//! The parts of an Amazon Resource Name: `aws.parseArn`.

use std::sync::Arc;

use super::super::evaluate::Arguments;
use super::super::value::Value;
use super::text::{cut_each, pieces};

/// `aws.parseArn`: the parts of an ARN, `arn:partition:service:region:account:resource`, of which
/// region and account may be empty.
#[inline]
pub fn parse_arn<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let pieces = pieces(&args.text(0)?, ":", 6)?.try_into().ok()?;
    let [prefix, partition, service, region, account_id, resource]: [_; 6] = pieces;
    if prefix != "arn" || partition.is_empty() || service.is_empty() || resource.is_empty() {
        return None;
    }
    let resource_id = cut_each(&resource, resource.split([':', '/']), 1);
    Some(Value::Record(Arc::new([
        ("partition", partition.into()),
        ("service", service.into()),
        ("region", region.into()),
        ("accountId", account_id.into()),
        ("resourceId", resource_id.into()),
    ])))
}
