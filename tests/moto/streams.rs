//! Streams of events of a server of our own, which botocore reads as they are read here: the events, and what
//! ends a stream.

use std::fmt::Display;

use aws_smithy_types::Blob;
use aws_types::SdkConfig;
use clients::bedrock_runtime::types::ResponseStream;
use clients::error::{ProvideErrorMetadata, StreamError};
use clients::kinesis::types::{
    ShardIteratorType, StartingPosition, SubscribeToShardEvent, SubscribeToShardEventStream,
};
use clients::lambda::types::InvokeWithResponseStreamResponseEvent;
use clients::{bedrock_runtime, kinesis, lambda};
use event_service::{encoded, error, event, exception};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;

use crate::Outcome;

const JSON: &str = "application/json";
const BYTES: &str = "application/octet-stream";

pub async fn botocore_reads_what_is_read_here(config: &SdkConfig) -> Outcome {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/streams.py");
    let python = std::env::var("MOTO_PYTHON")?;
    for (service, answer) in [
        ("kinesis", kinesis_answer()),
        ("bedrock", bedrock_answer()),
        ("lambda", lambda_answer()),
    ] {
        let address = serve(answer).await?;
        let mut botocore = Command::new(&python);
        let botocore = botocore.args([script, &address, service]).output().await?;
        let said = String::from_utf8_lossy(&botocore.stderr);
        assert!(botocore.status.success(), "{service}: {said}");
        let theirs: Value = serde_json::from_slice(&botocore.stdout)?;
        let config = config.to_builder().endpoint_url(address).build();
        let ours = match service {
            "kinesis" => subscribed(&kinesis::Client::new(&config)).await?,
            "bedrock" => modelled(&bedrock_runtime::Client::new(&config)).await?,
            _ => invoked(&lambda::Client::new(&config)).await?,
        };
        assert_eq!(Value::from(ours), theirs, "{service}");
        println!(
            "{service}: {} events",
            theirs.as_array().map_or(0, Vec::len)
        );
    }
    Ok(())
}

/// What is beside the events comes in the first of them; an error of the model ends the stream.
fn kinesis_answer() -> Vec<u8> {
    let records = |records: &str| {
        let payload = format!(
            r#"{{"Records":[{records}],"ContinuationSequenceNumber":"49","MillisBehindLatest":86400000}}"#
        );
        event("SubscribeToShardEvent", JSON, payload)
    };
    encoded(&[
        event("initial-response", JSON, "{}"),
        records(""),
        records(
            r#"{"SequenceNumber":"50","Data":"AAEC/w==","PartitionKey":"north \u00e9","ApproximateArrivalTimestamp":1790000000.5},{"SequenceNumber":"51","Data":"","PartitionKey":"s"}"#,
        ),
        exception(
            "ResourceInUseException",
            JSON,
            r#"{"message":"another consumer \u00e9 reads"}"#,
        ),
    ])
}

/// An error that no model has ends the stream.
fn bedrock_answer() -> Vec<u8> {
    let large = r#"{"bytes":"AAAA"}"#.replace("AAAA", &"qrvM".repeat(30_000));
    encoded(&[
        event(
            "chunk",
            JSON,
            r#"{"bytes":"eyJ0ZXh0IjoiQWhveSJ9","p":"abc"}"#,
        ),
        event("chunk", JSON, large),
        event("chunk", JSON, r#"{"bytes":""}"#),
        error("ModelNotReady", "it is not awake"),
    ])
}

/// Payloads are bytes as they are; an end is an end.
fn lambda_answer() -> Vec<u8> {
    let all_bytes: Vec<u8> = (0..=255).collect();
    encoded(&[
        event("PayloadChunk", BYTES, all_bytes),
        event("PayloadChunk", BYTES, &b"{"[..]),
        // Nobody knows it, and the stream goes on. botocore leaves it out.
        event("Heartbeat", JSON, r#"{"beats":7}"#),
        event(
            "InvokeComplete",
            JSON,
            r#"{"ErrorCode":"Unhandled","ErrorDetails":"the tide \ud83c\udf0a","LogResult":null}"#,
        ),
    ])
}

async fn subscribed(client: &kinesis::Client) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    let latest = StartingPosition::builder().r#type(ShardIteratorType::Latest);
    let call = client
        .subscribe_to_shard()
        .consumer_arn("arn:aws:kinesis:eu-west-1:123456789012:stream/tides/consumer/harbour:1")
        .shard_id("shardId-000000000000")
        .starting_position(latest);
    let mut stream = call.send().await?.event_stream;
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        events.push(match event {
            Ok(SubscribeToShardEventStream::SubscribeToShardEvent(event)) => records(event)?,
            Ok(other) => panic!("{other:?}"),
            Err(error) => ended(&error),
        });
    }
    Ok(events)
}

fn records(event: SubscribeToShardEvent) -> Result<Value, Box<dyn std::error::Error>> {
    let mut records = Vec::new();
    for record in event.records {
        let mut members = json!({
            "SequenceNumber": record.sequence_number,
            "Data": hex(&record.data),
            "PartitionKey": record.partition_key,
        });
        if let Some(at) = record.approximate_arrival_timestamp {
            members["ApproximateArrivalTimestamp"] = at.to_millis()?.into();
        }
        records.push(members);
    }
    let members = json!({
        "Records": records,
        "ContinuationSequenceNumber": event.continuation_sequence_number,
        "MillisBehindLatest": event.millis_behind_latest,
    });
    Ok(json!(["SubscribeToShardEvent", members]))
}

async fn modelled(
    client: &bedrock_runtime::Client,
) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    let call = client
        .invoke_model_with_response_stream()
        .model_id("example.tides")
        .body(b"{}".to_vec());
    let mut stream = call.send().await?.body;
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        events.push(match event {
            Ok(ResponseStream::Chunk(part)) => {
                json!(["chunk", { "bytes": part.bytes.as_ref().map(hex) }])
            }
            Ok(other) => panic!("{other:?}"),
            Err(error) => ended(&error),
        });
    }
    Ok(events)
}

async fn invoked(client: &lambda::Client) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    use InvokeWithResponseStreamResponseEvent as Event;

    let call = client.invoke_with_response_stream().function_name("tides");
    let mut stream = call.send().await?.event_stream;
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        if matches!(event, Ok(Event::Unknown)) {
            continue;
        }
        events.push(match event {
            Ok(Event::PayloadChunk(chunk)) => {
                json!(["PayloadChunk", { "Payload": chunk.payload.as_ref().map(hex) }])
            }
            Ok(Event::InvokeComplete(complete)) => json!([
                "InvokeComplete",
                { "ErrorCode": complete.error_code, "ErrorDetails": complete.error_details },
            ]),
            Ok(other) => panic!("{other:?}"),
            Err(error) => ended(&error),
        });
    }
    Ok(events)
}

fn ended<E: ProvideErrorMetadata + Display>(error: &StreamError<E>) -> Value {
    json!(["error", [error.code(), error.message()]])
}

fn hex(bytes: &Blob) -> String {
    hex::encode(bytes)
}

/// Answers each request with this, in chunks that end anywhere; where it listens.
async fn serve(answer: Vec<u8>) -> Result<String, std::io::Error> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // A client that has gone away says so itself.
            let _ = answered(stream, &answer).await;
        }
    });
    Ok(format!("http://{address}"))
}

async fn answered(mut stream: TcpStream, answer: &[u8]) -> Result<(), std::io::Error> {
    let mut request = Vec::new();
    while !is_whole(&request) && stream.read_buf(&mut request).await? > 0 {}
    // Bedrock's answers have a type of their own.
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n\
                x-amzn-bedrock-content-type: application/json\r\n\
                connection: close\r\ntransfer-encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await?;
    for piece in answer.chunks(997) {
        let size = format!("{:x}\r\n", piece.len());
        stream.write_all(size.as_bytes()).await?;
        stream.write_all(piece).await?;
        stream.write_all(b"\r\n").await?;
    }
    stream.write_all(b"0\r\n\r\n").await
}

/// Whether a request has come with all of its body.
fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length = length.map_or(0, |length| length.parse().expect("a length"));
    request.len() >= end + 4 + length
}
