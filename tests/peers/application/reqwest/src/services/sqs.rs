//! SQS.

use serde::{Deserialize, Serialize};

use super::{Aws, Done, Unsigned, json};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReceiveMessage {
    pub queue_url: String,
    pub wait_time_seconds: i32,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReceiveMessageOutput {
    pub messages: Option<Vec<Message>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Message {
    pub body: Option<String>,
    pub receipt_handle: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DeleteMessage {
    pub queue_url: String,
    pub receipt_handle: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SendMessage {
    pub queue_url: String,
    pub message_body: String,
}

pub async fn receive_message(aws: &Aws, input: &ReceiveMessage) -> Done<ReceiveMessageOutput> {
    let answer = aws
        .send("sqs", request(aws, "ReceiveMessage", input)?)
        .await?;
    Ok(serde_json::from_slice(&answer)?)
}

pub async fn delete_message(aws: &Aws, input: &DeleteMessage) -> Done {
    aws.send("sqs", request(aws, "DeleteMessage", input)?)
        .await?;
    Ok(())
}

pub async fn send_message(aws: &Aws, input: &SendMessage) -> Done {
    aws.send("sqs", request(aws, "SendMessage", input)?).await?;
    Ok(())
}

fn request(aws: &Aws, operation: &str, input: &impl Serialize) -> Done<Unsigned> {
    json(
        &aws.endpoint("sqs"),
        &format!("AmazonSQS.{operation}"),
        input,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::tests::aws;
    use crate::services::tests::told;

    const QUEUE: &str = "https://localhost/orders";

    #[test]
    fn messages_are_asked_for_and_read() {
        let input = ReceiveMessage {
            queue_url: QUEUE.to_owned(),
            wait_time_seconds: 20,
        };
        let request = request(&aws(), "ReceiveMessage", &input).expect("a request");
        let expected = "POST https://sqs.eu-west-1.amazonaws.com/\nAmazonSQS.ReceiveMessage\n\
                        {\"QueueUrl\":\"https://localhost/orders\",\"WaitTimeSeconds\":20}";
        assert_eq!(told(request), expected);
        let answer = r#"{"Messages":[{"MessageId":"1","ReceiptHandle":"h","Body":"order-7"}]}"#;
        let output: ReceiveMessageOutput = serde_json::from_str(answer).expect("messages");
        let message = output.messages.expect("messages").remove(0);
        assert_eq!(message.body.as_deref(), Some("order-7"));
        assert_eq!(message.receipt_handle.as_deref(), Some("h"));
    }

    #[test]
    fn messages_are_sent_and_deleted() {
        let input = SendMessage {
            queue_url: QUEUE.to_owned(),
            message_body: "2 orders".to_owned(),
        };
        let body = serde_json::to_string(&input).expect("JSON");
        assert_eq!(
            body,
            r#"{"QueueUrl":"https://localhost/orders","MessageBody":"2 orders"}"#
        );
        let input = DeleteMessage {
            queue_url: QUEUE.to_owned(),
            receipt_handle: "h".to_owned(),
        };
        let body = serde_json::to_string(&input).expect("JSON");
        assert_eq!(
            body,
            r#"{"QueueUrl":"https://localhost/orders","ReceiptHandle":"h"}"#
        );
    }
}
