//! The work, with the official crates: what `work.rs` does with the generated one.

use std::error::Error;

use aws_config::SdkConfig;
use aws_sdk_dynamodb as dynamodb;
use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_ec2 as ec2;
use aws_sdk_ec2::types::Filter;
use aws_sdk_lambda as lambda;
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_s3 as s3;
use aws_sdk_sqs as sqs;
use aws_sdk_sts as sts;

const QUEUE: &str = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";
const TABLE: &str = "orders";
const BUCKET: &str = "reports";
const REPORT: &str = "open";

/// Whatever went wrong ends the program.
type Done<T = ()> = Result<T, Box<dyn Error>>;

/// Works through the queue, once.
pub async fn all(config: &SdkConfig) -> Done {
    assume_role(config).await?;
    println!("{} instances", instances(config).await?);
    let queue = sqs::Client::new(config);
    let received = queue
        .receive_message()
        .queue_url(QUEUE)
        .wait_time_seconds(20);
    for message in received.send().await?.messages.unwrap_or_default() {
        let (Some(order), Some(handle)) = (message.body, message.receipt_handle) else {
            continue;
        };
        if !is_known(config, &order).await? {
            let price = price(config, &order).await?;
            store(config, &order, &price).await?;
        }
        let delete = queue.delete_message().queue_url(QUEUE);
        delete.receipt_handle(handle).send().await?;
    }
    let report = format!("{} orders are open", open_orders(config).await?);
    archive(config, &report).await?;
    let send = queue.send_message().queue_url(QUEUE).message_body(report);
    send.send().await?;
    Ok(())
}

/// Stores a report, unless the one that is there is the same.
async fn archive(config: &SdkConfig, report: &str) -> Done {
    let client = s3::Client::new(config);
    let listed = client.list_objects_v2().bucket(BUCKET).prefix(REPORT);
    if listed.send().await?.key_count != Some(0) {
        let get = client.get_object().bucket(BUCKET).key(REPORT);
        let last = get.send().await?.body.collect().await?;
        if last.into_bytes() == report.as_bytes() {
            return Ok(());
        }
    }
    let put = client.put_object().bucket(BUCKET).key(REPORT);
    put.body(report.to_owned().into_bytes().into())
        .send()
        .await?;
    Ok(())
}

async fn assume_role(config: &SdkConfig) -> Done {
    let role = sts::Client::new(config)
        .assume_role()
        .role_arn("arn:aws:iam::111122223333:role/orders")
        .role_session_name("orders")
        .send()
        .await?;
    println!("{:?}", role.assumed_role_user);
    Ok(())
}

async fn instances(config: &SdkConfig) -> Done<usize> {
    let running = Filter::builder()
        .name("instance-state-name")
        .values("running")
        .build();
    let output = ec2::Client::new(config)
        .describe_instances()
        .filters(running)
        .send()
        .await?;
    let reservations = output.reservations.unwrap_or_default();
    let instances = reservations
        .iter()
        .flat_map(|reservation| &reservation.instances);
    Ok(instances.map(Vec::len).sum())
}

async fn is_known(config: &SdkConfig, order: &str) -> Done<bool> {
    let output = dynamodb::Client::new(config)
        .get_item()
        .table_name(TABLE)
        .key("id", AttributeValue::S(order.to_owned()))
        .send()
        .await?;
    Ok(output.item.is_some())
}

async fn store(config: &SdkConfig, order: &str, price: &str) -> Done {
    let client = dynamodb::Client::new(config);
    let put = client.put_item().table_name(TABLE);
    put.item("id", AttributeValue::S(order.to_owned()))
        .item("price", AttributeValue::N(price.to_owned()))
        .item("state", AttributeValue::S("open".to_owned()))
        .send()
        .await?;
    Ok(())
}

async fn open_orders(config: &SdkConfig) -> Done<usize> {
    let output = dynamodb::Client::new(config)
        .query()
        .table_name(TABLE)
        .index_name("by-state")
        .key_condition_expression("#state = :state")
        .expression_attribute_names("#state", "state")
        .expression_attribute_values(":state", AttributeValue::S("open".to_owned()))
        .send()
        .await?;
    Ok(output.items.map_or(0, |items| items.len()))
}

async fn price(config: &SdkConfig, order: &str) -> Done<String> {
    let output = lambda::Client::new(config)
        .invoke()
        .function_name("price")
        .payload(Blob::new(order.as_bytes()))
        .send()
        .await?;
    let payload = output.payload.ok_or("the function gives no price")?;
    Ok(String::from_utf8(payload.into_inner())?)
}
