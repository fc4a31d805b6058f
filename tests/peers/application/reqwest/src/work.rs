//! The work, with calls that are written by hand: what the other programs do with clients.

use std::collections::HashMap;

use crate::Done;
use crate::aws::Aws;
use crate::services::dynamodb::AttributeValue;
use crate::services::s3::Place;
use crate::services::{dynamodb, ec2, lambda, s3, sqs, sts};

const QUEUE: &str = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";
const TABLE: &str = "orders";
const REPORT: Place<'static> = Place {
    bucket: "reports",
    key: "open",
};

/// Works through the queue, once.
pub async fn all(aws: &Aws) -> Done {
    assume_role(aws).await?;
    println!("{} instances", instances(aws).await?);
    let receive = sqs::ReceiveMessage {
        queue_url: QUEUE.to_owned(),
        wait_time_seconds: 20,
    };
    let received = sqs::receive_message(aws, &receive).await?;
    for message in received.messages.unwrap_or_default() {
        let (Some(order), Some(receipt_handle)) = (message.body, message.receipt_handle) else {
            continue;
        };
        if !is_known(aws, &order).await? {
            let price = price(aws, &order).await?;
            store(aws, &order, &price).await?;
        }
        let delete = sqs::DeleteMessage {
            queue_url: QUEUE.to_owned(),
            receipt_handle,
        };
        sqs::delete_message(aws, &delete).await?;
    }
    let report = format!("{} orders are open", open_orders(aws).await?);
    archive(aws, &report).await?;
    let send = sqs::SendMessage {
        queue_url: QUEUE.to_owned(),
        message_body: report,
    };
    sqs::send_message(aws, &send).await
}

/// Stores a report, unless the one that is there is the same.
async fn archive(aws: &Aws, report: &str) -> Done {
    let list = s3::ListObjectsV2 {
        bucket: REPORT.bucket.to_owned(),
        prefix: REPORT.key.to_owned(),
    };
    let listed = s3::list_objects_v2(aws, &list).await?;
    if listed.key_count != Some(0) && s3::get_object(aws, REPORT).await? == report.as_bytes() {
        return Ok(());
    }
    s3::put_object(aws, REPORT, report.into()).await
}

async fn assume_role(aws: &Aws) -> Done {
    let role = sts::AssumeRole {
        role_arn: "arn:aws:iam::111122223333:role/orders".to_owned(),
        role_session_name: "orders".to_owned(),
    };
    println!(
        "{:?}",
        sts::assume_role(aws, &role).await?.assumed_role_user
    );
    Ok(())
}

async fn instances(aws: &Aws) -> Done<usize> {
    let running = ec2::Filter {
        name: "instance-state-name".to_owned(),
        values: vec!["running".to_owned()],
    };
    let describe = ec2::DescribeInstances {
        filters: vec![running],
    };
    let output = ec2::describe_instances(aws, &describe).await?;
    let reservations = output.reservation_set.item.iter();
    let instances = reservations.map(|reservation| reservation.instances_set.item.len());
    Ok(instances.sum())
}

async fn is_known(aws: &Aws, order: &str) -> Done<bool> {
    let get = dynamodb::GetItem {
        table_name: TABLE.to_owned(),
        key: HashMap::from([("id".to_owned(), AttributeValue::S(order.to_owned()))]),
    };
    Ok(dynamodb::get_item(aws, &get).await?.item.is_some())
}

async fn store(aws: &Aws, order: &str, price: &str) -> Done {
    let put = dynamodb::PutItem {
        table_name: TABLE.to_owned(),
        item: HashMap::from([
            ("id".to_owned(), AttributeValue::S(order.to_owned())),
            ("price".to_owned(), AttributeValue::N(price.to_owned())),
            ("state".to_owned(), AttributeValue::S("open".to_owned())),
        ]),
    };
    dynamodb::put_item(aws, &put).await
}

async fn open_orders(aws: &Aws) -> Done<usize> {
    let open = AttributeValue::S("open".to_owned());
    let query = dynamodb::Query {
        table_name: TABLE.to_owned(),
        index_name: "by-state".to_owned(),
        key_condition_expression: "#state = :state".to_owned(),
        expression_attribute_names: HashMap::from([("#state".to_owned(), "state".to_owned())]),
        expression_attribute_values: HashMap::from([(":state".to_owned(), open)]),
    };
    let output = dynamodb::query(aws, &query).await?;
    Ok(output.items.map_or(0, |items| items.len()))
}

async fn price(aws: &Aws, order: &str) -> Done<String> {
    let invoke = lambda::Invoke {
        function_name: "price".to_owned(),
        payload: order.as_bytes().to_vec(),
    };
    let output = lambda::invoke(aws, invoke).await?;
    Ok(String::from_utf8(output.payload)?)
}
