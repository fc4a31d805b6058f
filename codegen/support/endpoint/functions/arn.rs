//! The parts of an Amazon Resource Name: `aws.parseArn`.

use std::borrow::Cow;
use std::rc::Rc;

use super::super::evaluate::Arguments;
use super::super::value::{Parts, Value};
use super::text::{cut_each, pieces};

/// `aws.parseArn`: the parts of an ARN, of which region and account may be empty.
#[inline]
pub fn parse_arn<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let pieces = pieces(&args.text(0)?, ":", 6)?.try_into().ok()?;
    let [prefix, partition, service, region, account_id, resource]: [_; 6] = pieces;
    let is_whole = ![&partition, &service, &resource]
        .iter()
        .any(|part| part.is_empty());
    let arn = Arn {
        partition,
        service,
        region,
        account_id,
        resource,
    };
    (prefix == "arn" && is_whole).then(|| Value::Parts(Rc::new(arn)))
}

/// An ARN, `arn:partition:service:region:account:resource`.
struct Arn<'v> {
    partition: Cow<'v, str>,
    service: Cow<'v, str>,
    region: Cow<'v, str>,
    account_id: Cow<'v, str>,
    resource: Cow<'v, str>,
}

impl<'v> Parts<'v> for Arn<'v> {
    #[inline]
    fn part(&self, key: &str) -> Option<Value<'v>> {
        Some(match key {
            "partition" => Value::String(self.partition.clone()),
            "service" => Value::String(self.service.clone()),
            "region" => Value::String(self.region.clone()),
            "accountId" => Value::String(self.account_id.clone()),
            "resourceId" => Value::strings(self.resource_id()),
            _ => return None,
        })
    }
}

impl<'v> Arn<'v> {
    /// The resource, split at colons and slashes.
    #[inline]
    fn resource_id(&self) -> Vec<Cow<'v, str>> {
        cut_each(&self.resource, self.resource.split([':', '/']), 1)
    }
}
