//! EC2.

use serde::Deserialize;

use super::{Aws, Done, Unsigned, form, xml};

pub struct DescribeInstances {
    pub filters: Vec<Filter>,
}

pub struct Filter {
    pub name: String,
    pub values: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DescribeInstancesOutput {
    #[serde(default)]
    pub reservation_set: Items<Reservation>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reservation {
    #[serde(default)]
    pub instances_set: Items<Instance>,
}

/// An instance, of which nobody reads anything.
#[derive(Deserialize)]
pub struct Instance {}

/// A list.
#[derive(Deserialize)]
pub struct Items<T> {
    #[serde(default = "Vec::new")]
    pub item: Vec<T>,
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Self { item: Vec::new() }
    }
}

pub async fn describe_instances(
    aws: &Aws,
    input: &DescribeInstances,
) -> Done<DescribeInstancesOutput> {
    let answer = aws.send("ec2", request(aws, input)?).await?;
    xml(&answer)
}

fn request(aws: &Aws, input: &DescribeInstances) -> Done<Unsigned> {
    let mut fields = vec![
        ("Action".to_owned(), "DescribeInstances"),
        ("Version".to_owned(), "2016-11-15"),
    ];
    for (filter, number) in input.filters.iter().zip(1..) {
        fields.push((format!("Filter.{number}.Name"), &filter.name));
        for (value, at) in filter.values.iter().zip(1..) {
            fields.push((format!("Filter.{number}.Value.{at}"), value));
        }
    }
    form(&aws.endpoint("ec2"), &fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::tests::aws;
    use crate::services::tests::told;

    #[test]
    fn instances_are_asked_for_by_filters_and_read() {
        let running = Filter {
            name: "instance-state-name".to_owned(),
            values: vec!["running".to_owned(), "pending".to_owned()],
        };
        let input = DescribeInstances {
            filters: vec![running],
        };
        let expected = "POST https://ec2.eu-west-1.amazonaws.com/\n\n\
                        Action=DescribeInstances&Version=2016-11-15&Filter.1.Name=instance-state-name\
                        &Filter.1.Value.1=running&Filter.1.Value.2=pending";
        assert_eq!(told(request(&aws(), &input).expect("a request")), expected);
        let answer = "<DescribeInstancesResponse><reservationSet>\
                      <item><ownerId>1</ownerId><instancesSet><item><instanceId>i-1</instanceId></item>\
                      <item><instanceId>i-2</instanceId></item></instancesSet></item><item/></reservationSet>\
                      </DescribeInstancesResponse>";
        let output: DescribeInstancesOutput = xml(answer.as_bytes()).expect("instances");
        let reservations = output.reservation_set.item.iter();
        let counts: Vec<usize> = reservations
            .map(|one| one.instances_set.item.len())
            .collect();
        assert_eq!(counts, [2, 0]);
    }
}
