//! What a query selects of an object: S3 answers with a stream of events.

use store::ByteStream;
use store::s3::Client;
use store::s3::types::{
    ExpressionType, InputSerialization, JsonInput, JsonOutput, JsonType, OutputSerialization,
    SelectObjectContentEventStream,
};

use crate::Outcome;

const BUCKET: &str = "press";
const APPLES: &str = "{\"name\":\"Boskoop\",\"grams\":180}\n{\"name\":\"Crab\",\"grams\":15}\n";

pub async fn a_query_is_answered_in_events(client: &Client) -> Outcome {
    client.create_bucket().bucket(BUCKET).send().await?;
    let put = client.put_object().bucket(BUCKET).key("apples");
    let apples = ByteStream::from_static(APPLES.as_bytes());
    put.body(apples).send().await?;

    let json = JsonInput::builder().r#type(JsonType::Lines).build();
    let lines = JsonOutput::builder().record_delimiter("\n").build();
    let select = client.select_object_content().bucket(BUCKET).key("apples");
    let mut output = select
        // moto knows no other condition than that texts are equal.
        .expression("SELECT s.grams FROM s3object s WHERE s.name = 'Boskoop'")
        .expression_type(ExpressionType::Sql)
        .input_serialization(InputSerialization::builder().json(json).build())
        .output_serialization(OutputSerialization::builder().json(lines).build())
        .send()
        .await?;
    let mut records = Vec::new();
    let mut returned = None;
    let mut has_ended = false;
    while let Some(event) = output.payload.next().await {
        match event? {
            SelectObjectContentEventStream::Records(event) => {
                records.extend(event.payload.unwrap_or_default().into_inner());
            }
            SelectObjectContentEventStream::Stats(event) => {
                returned = event.details.and_then(|stats| stats.bytes_returned);
            }
            SelectObjectContentEventStream::End(_) => has_ended = true,
            event => panic!("{event:?}"),
        }
    }
    assert_eq!(String::from_utf8(records.clone())?, "{\"grams\":180}\n");
    assert_eq!(returned, i64::try_from(records.len()).ok());
    assert!(has_ended);
    Ok(())
}
