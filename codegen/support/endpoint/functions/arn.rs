//! The parts of an Amazon Resource Name: `aws.parseArn`.

use std::borrow::Cow;

use super::super::value::Value;
use super::text::{cut_each, split};

/// An ARN, `arn:partition:service:region:account:resource`.
#[derive(Clone, Debug)]
pub(in super::super) struct Arn<'v> {
    partition: Cow<'v, str>,
    service: Cow<'v, str>,
    region: Cow<'v, str>,
    account_id: Cow<'v, str>,
    resource: Cow<'v, str>,
}

impl<'v> Arn<'v> {
    /// Reads an ARN; `None` where a text is not one. Its region and account may be empty.
    #[inline]
    pub(super) fn parse(text: &Cow<'v, str>) -> Option<Self> {
        let parts = split(text, ":", 6)?.try_into().ok()?;
        let [prefix, partition, service, region, account_id, resource]: [_; 6] = parts;
        let is_whole = ![&partition, &service, &resource]
            .iter()
            .any(|part| part.is_empty());
        (prefix == "arn" && is_whole).then_some(Self {
            partition,
            service,
            region,
            account_id,
            resource,
        })
    }

    /// What `getAttr` finds in an ARN.
    pub(in super::super) fn part(&self, key: &str) -> Option<Value<'v>> {
        Some(match key {
            "partition" => Value::String(self.partition.clone()),
            "service" => Value::String(self.service.clone()),
            "region" => Value::String(self.region.clone()),
            "accountId" => Value::String(self.account_id.clone()),
            "resourceId" => Value::list(self.resource_id()),
            _ => return None,
        })
    }

    /// The resource, split at colons and slashes.
    #[inline]
    fn resource_id(&self) -> Vec<Cow<'v, str>> {
        cut_each(&self.resource, self.resource.split([':', '/']), 1)
    }
}
